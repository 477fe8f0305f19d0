import type { To } from 'react-router'
import type { GoalMetric } from '../../../apollo/generated/graphql.ts'
import type { Goal } from '../../../features/goals/goal.ts'
import { type MetricKey, rowsOf } from '../../../features/metrics/metric-rows.ts'

const figures: Readonly<Record<GoalMetric, MetricKey>> = {
  BOOKED_CALLS: 'bookedCalls',
  SHOWS: 'shows',
  OFFERS: 'offers',
  CLOSES: 'closes',
  SHOW_RATE: 'showRate',
  OFFER_RATE: 'offerRate',
  CLOSE_RATE: 'closeRate',
  CASH_COLLECTED: 'cashCollected',
  NET_CASH: 'netCash',
}

/** The rows that what was reached of a goal counts; none for money where single payments are not shown. */
export const goalRows = ({ metric, period, target }: Goal, shownMoney: 'NONE' | 'FIGURES' | 'PAYMENTS'): { to?: To } =>
  target.amount && shownMoney !== 'PAYMENTS' ? {} : { to: rowsOf(figures[metric], period) }
