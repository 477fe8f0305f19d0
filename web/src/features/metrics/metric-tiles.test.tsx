import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { stretchesOf } from './metric-course.ts'
import type { MetricTotals } from './metric-report.ts'
import { MetricTiles } from './metric-tiles.tsx'

const money = (amount: string) => ({ amount, currency: 'USD' })

const totals: MetricTotals = {
  bookedCalls: 312,
  shows: 188,
  noShows: 52,
  offers: 141,
  closes: 47,
  showRate: 0.78333,
  offerRate: 0.75,
  closeRate: 0.25,
  cashCollected: money('238960.40'),
  refunded: money('9600.00'),
  netCash: money('229360.40'),
  averageOrderValue: money('4880.01'),
  cashPerBookedCall: money('735.13'),
  cashPerShow: money('1220.00'),
  pendingPostCallForms: 9,
  utilization: null,
  medianSpeedToCallSeconds: 187_200,
}

const period = { from: '2026-11-01', to: '2026-11-20' }

const showTiles = (current: Partial<MetricTotals> = {}) =>
  show(
    <MetricTiles
      current={{ period, totals: { ...totals, ...current }, groups: [] }}
      previous={{
        period: { from: '2026-10-12', to: '2026-10-31' },
        totals: { ...totals, showRate: 0.749 },
        groups: [],
      }}
      definitions={[
        { key: 'showRate', name: 'Show rate', definition: 'Shows ÷ events completed or missed.' },
        { key: 'closeRate', name: 'Close rate', definition: 'Closed ÷ shows.' },
      ]}
      stretches={stretchesOf(period, 'DAY')}
      today="2026-11-20"
    />,
  )

const tile = (name: RegExp) => screen.getByRole('link', { name })

describe('the tiles', () => {
  it('show whole units, with the exact figure on hover and the earlier one beside the change', async () => {
    showTiles()
    expect(within(tile(/^Show rate/)).getByText('78.3%').title).toBe('78.33%')
    expect(tile(/^Show rate/).textContent).toContain('3.4 pts')
    expect(tile(/^Show rate/).textContent).toContain('from 74.9%')
    expect(screen.getByText('$238,960').title).toBe('$238,960.40')
    expect(screen.getByText('−$9,600').title).toBe('$9,600.00')
    await expectAccessible()
  })

  it('open the rows that they count', () => {
    showTiles()
    const search = (name: RegExp) => tile(name).getAttribute('href')
    expect(search(/^bookedCalls/)).toBe('/calls?booked=2026-11-01_2026-11-20&chainEnds=1')
    expect(search(/^Show rate/)).toBe('/calls?scheduled=2026-11-01_2026-11-20&status=COMPLETED&status=NO_SHOW')
    expect(search(/^pendingPostCallForms/)).toBe('/calls?scheduled=2026-11-01_2026-11-20&overdue=1')
    expect(search(/^cashCollected/)).toBe('/payments?paid=2026-11-01_2026-11-20')
    expect(tile(/^−\$9,600/).getAttribute('href')).toBe(
      '/payments?paid=2026-11-01_2026-11-20&status=PARTIALLY_REFUNDED&status=REFUNDED',
    )
  })

  it('say why there is no figure, and never show 0 in its place', () => {
    showTiles({ closeRate: null })
    expect(tile(/^Close rate/).textContent).toBe('Close rate–Nobody showed')
    expect(tile(/^utilization/).textContent).toBe('utilization–No availability is known')
  })

  it('tell what a figure counts in the words of the API, with both periods to the last digit', async () => {
    const { user } = showTiles()
    await user.click(screen.getByRole('button', { name: 'What Show rate counts' }))
    const popover = within(screen.getByRole('dialog', { name: 'What Show rate counts' }))
    expect(popover.getByText('Shows ÷ events completed or missed.')).toBeDefined()
    expect(popover.getByText('78.33%')).toBeDefined()
    expect(popover.getByText('74.90%')).toBeDefined()
  })
})
