import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { show } from '../../test/show.tsx'
import type { MetricCourse, MetricTotals } from './metric-report.ts'
import { TrendSection, type TrendCourse } from './trend-section.tsx'

const money = (amount: string) => ({ amount, currency: 'USD' })

const totals = (cash: string): MetricTotals => ({
  bookedCalls: 0,
  shows: 0,
  noShows: 0,
  offers: 0,
  closes: 0,
  showRate: null,
  offerRate: null,
  closeRate: null,
  cashCollected: money(cash),
  refunded: money('0.00'),
  netCash: money(cash),
  averageOrderValue: null,
  cashPerBookedCall: null,
  cashPerShow: null,
  pendingPostCallForms: 0,
  bookedSlots: null,
  availableSlots: null,
  utilization: null,
  medianSpeedToCallSeconds: null,
})

const paidOn = (day: string, amount: string): MetricCourse => ({
  keys: [{ id: day }],
  values: { ...totals(amount) },
})

const showTrend = (course: TrendCourse) =>
  show(
    <TrendSection
      current={{
        period: { from: '2026-11-01', to: '2026-11-04' },
        totals: totals('3000.00'),
        groups: [paidOn('2026-11-01', '1000.00'), paidOn('2026-11-03', '2000.00')],
      }}
      previous={{ period: { from: '2026-10-28', to: '2026-10-31' }, totals: totals('0.00'), groups: [] }}
      definitions={[]}
      grain="DAY"
      today="2026-11-03"
      metric="cash"
      course={course}
      onChange={() => undefined}
    />,
  )

const cellsOf = (day: string) =>
  within(screen.getByRole('row', { name: new RegExp(day) }))
    .getAllByRole('cell')
    .map((cell) => cell.textContent)

describe('the trend', () => {
  it('says both periods in words', () => {
    showTrend('total')
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'Cash collected by day. Nov 1 – 4: $3,000 in all; Oct 28 – 31: $0 in all.',
    )
  })

  it('adds the days up, and opens all that a point then counts', async () => {
    const { user, address } = showTrend('total')
    await user.click(screen.getByRole('button', { name: 'Show as table' }))
    expect(cellsOf('Nov 3')).toEqual(['Tue, Nov 3', '$3,000', '$0'])
    expect(cellsOf('Nov 4')).toEqual(['Wed, Nov 4', '–', '$0'])
    await user.click(screen.getByRole('button', { name: 'Tue, Nov 3' }))
    expect(address()).toBe('/payments?paid=2026-11-01_2026-11-03')
  })

  it('day by day opens the day alone', async () => {
    const { user, address } = showTrend('each')
    await user.click(screen.getByRole('button', { name: 'Show as table' }))
    expect(cellsOf('Nov 3')).toEqual(['Tue, Nov 3', '$2,000', '$0'])
    await user.click(screen.getByRole('button', { name: 'Tue, Nov 3' }))
    expect(address()).toBe('/payments?paid=2026-11-03_2026-11-03')
  })
})
