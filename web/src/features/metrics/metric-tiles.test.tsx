import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { stretchesOf } from './metric-course.ts'
import type { MetricAvailability, MetricTotals } from './metric-report.ts'
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
  bookedSlots: null,
  availableSlots: null,
  utilization: null,
  medianSpeedToCallSeconds: 187_200,
}

const period = { from: '2026-11-01', to: '2026-11-20' }

const unknown: MetricAvailability = { closers: 6, knownClosers: 0, unknownBecause: 'NOT_CONNECTED' }
const known: MetricAvailability = { ...unknown, knownClosers: 6, unknownBecause: null }
const inSlots = { bookedSlots: 31, availableSlots: 84, utilization: 31 / 84 }

const showTiles = (
  current: Partial<MetricTotals> = {},
  { availability = unknown, mayConnect = true }: { availability?: MetricAvailability; mayConnect?: boolean } = {},
) =>
  show(
    <MetricTiles
      availability={availability}
      mayConnect={mayConnect}
      current={{ period, totals: { ...totals, ...current }, groups: [] }}
      previous={{
        period: { from: '2026-10-12', to: '2026-10-31' },
        totals: { ...totals, showRate: 0.749 },
        groups: [],
      }}
      definitions={[
        { key: 'showRate', name: 'Show rate', definition: 'Shows ÷ events completed or missed.' },
        { key: 'utilization', name: 'Utilization', definition: 'Booked slots ÷ available slots.' },
        { key: 'availableSlots', name: 'Available slots', definition: 'Calls that fit into the open hours.' },
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
  })

  it.each([
    ['NOT_CONNECTED', true, 'Connect Calendly with a token to see it', '/integrations'],
    ['NOT_CONNECTED', false, 'No booking tool tells the open hours', null],
    ['NOT_KNOWN', true, 'No open hours are known for these days', '/integrations'],
    ['NOT_KNOWN', false, 'No open hours are known for these days', null],
    ['NOTHING_OPEN', true, 'No hours were open for calls', null],
    ['NO_CLOSER', true, 'Nobody here takes calls', null],
  ] as const)(
    'say why there is no utilization (%s, may connect: %s), and lead to where it is mended',
    (because, mayConnect, said, to) => {
      showTiles({}, { availability: { ...unknown, unknownBecause: because }, mayConnect })
      expect(tile(/^Utilization/).textContent).toBe(`Utilization–${said}`)
      expect(tile(/^Utilization/).getAttribute('href')).toBe(
        to ?? '/calls?scheduled=2026-11-01_2026-11-20&fillsSlots=1',
      )
    },
  )

  it('tell of how many closers the slots are known, where that is not all of them, and open the calls in them', async () => {
    showTiles(inSlots, { availability: { ...known, knownClosers: 4 } })
    expect(tile(/^Utilization/).textContent).toContain('36.9%')
    expect(tile(/^Utilization/).textContent).toContain('4 of 6 closers known')
    expect(tile(/^Utilization/).getAttribute('href')).toBe('/calls?scheduled=2026-11-01_2026-11-20&fillsSlots=1')
    await expectAccessible()
  })

  it('tell nothing of the closers where all are known, and the slots behind the figure on a press', async () => {
    const { user } = showTiles({ ...inSlots, utilization: 1.25, bookedSlots: 105 }, { availability: known })
    expect(tile(/^Utilization/).textContent).toContain('125.0%')
    expect(tile(/^Utilization/).textContent).not.toContain('known')
    await user.click(screen.getByRole('button', { name: 'What Utilization counts' }))
    const popover = within(screen.getByRole('dialog', { name: 'What Utilization counts' }))
    expect(popover.getByText('125.00%, 105 of 84 slots')).toBeDefined()
    expect(popover.getByText('Calls that fit into the open hours.')).toBeDefined()
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
