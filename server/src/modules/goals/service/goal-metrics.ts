import { goalMetrics } from '@clinch/drizzle/tables'
import type { MetricFigures } from '../../metrics/service/index.ts'

export type GoalMetric = (typeof goalMetrics)[number]
export type GoalUnit = 'count' | 'rate' | 'money'

/** The figure that a goal is of, by the name of its metric, and what its target counts. */
const figures = {
  booked_calls: { key: 'bookedCalls', unit: 'count' },
  shows: { key: 'shows', unit: 'count' },
  offers: { key: 'offers', unit: 'count' },
  closes: { key: 'closes', unit: 'count' },
  show_rate: { key: 'showRate', unit: 'rate' },
  offer_rate: { key: 'offerRate', unit: 'rate' },
  close_rate: { key: 'closeRate', unit: 'rate' },
  cash_collected: { key: 'cashCollected', unit: 'money' },
  net_cash: { key: 'netCash', unit: 'money' },
} as const satisfies Readonly<Record<GoalMetric, { key: keyof MetricFigures; unit: GoalUnit }>>

export const unitOf = (metric: GoalMetric): GoalUnit => figures[metric].unit

/** Rates are kept in hundredths of a percent. */
export const wholeRate = 10_000

/**
 * What was reached, in the unit that the target has. Null where there is nothing to tell: a rate with nothing under it, money that the
 * caller is not shown, or money while the organization reports in another currency than the goal's.
 */
export function reachedOf(values: MetricFigures, metric: GoalMetric, currency: string | null): number | bigint | null {
  const value = values[figures[metric].key]
  if (value === null || typeof value === 'number') return value === null ? null : unitOf(metric) === 'rate' ? value * wholeRate : value
  return value.currency === currency ? value.amountMinor : null
}
