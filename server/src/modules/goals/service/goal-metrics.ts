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

/** Targets that are rates are kept in hundredths of a percent. */
export const wholeRate = 10_000

/**
 * A target as what is reached is measured: a rate as the part of one that it is, so that the same part of the same number is the same figure
 * to the last bit, and a goal that is met exactly is met.
 */
export const measureOf = (metric: GoalMetric, target: bigint): number | bigint =>
  unitOf(metric) === 'rate' ? Number(target) / wholeRate : target

/**
 * What was reached: a count, a rate as a part of one, or money in minor units. Null where there is nothing to tell: a rate with nothing under it, money that the
 * caller is not shown, or money while the organization reports in another currency than the goal's.
 */
export function reachedOf(values: MetricFigures, metric: GoalMetric, currency: string | null): number | bigint | null {
  const value = values[figures[metric].key]
  if (value === null || typeof value === 'number') return value
  return value.currency === currency ? value.amountMinor : null
}
