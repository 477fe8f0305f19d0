import type { MetricRank } from './metric-report.ts'

export const rankedRoles = ['CLOSER', 'SETTER'] as const
export type RankedRole = (typeof rankedRoles)[number]

/** What a leaderboard can rank by here, as the API names it. */
export const rankedMetrics = ['NET_CASH', 'CLOSES', 'CLOSE_RATE', 'SHOW_RATE', 'BOOKED_CALLS', 'SHOWS'] as const
export type RankedMetric = (typeof rankedMetrics)[number]

/** The same as a field of the figures. */
export type RankedKey = keyof MetricRank['values']

export const rankedKeys: Readonly<Record<RankedMetric, RankedKey>> = {
  NET_CASH: 'netCash',
  CLOSES: 'closes',
  CLOSE_RATE: 'closeRate',
  SHOW_RATE: 'showRate',
  BOOKED_CALLS: 'bookedCalls',
  SHOWS: 'shows',
}

/** A closer answers for deals, a setter for bookings that show: each is offered the figures of their work, the first as the usual one. */
const offered: Readonly<Record<RankedRole, readonly { value: RankedMetric; label: string }[]>> = {
  CLOSER: [
    { value: 'NET_CASH', label: 'Net cash' },
    { value: 'CLOSES', label: 'Closed' },
    { value: 'CLOSE_RATE', label: 'Close rate' },
    { value: 'SHOW_RATE', label: 'Show rate' },
  ],
  SETTER: [
    { value: 'BOOKED_CALLS', label: 'Booked' },
    { value: 'SHOWS', label: 'Shows' },
    { value: 'SHOW_RATE', label: 'Show rate' },
    { value: 'NET_CASH', label: 'Net cash' },
  ],
}

export const metricsOffered = (role: RankedRole): readonly { value: RankedMetric; label: string }[] => offered[role]

/** What is ranked by: what was chosen if this role is offered it, its usual figure otherwise. */
export const metricFor = (role: RankedRole, chosen: RankedMetric | null): RankedMetric =>
  offered[role].find(({ value }) => value === chosen)?.value ?? (role === 'CLOSER' ? 'NET_CASH' : 'BOOKED_CALLS')
