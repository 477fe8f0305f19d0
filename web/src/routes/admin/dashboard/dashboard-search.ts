import { rankedMetrics, rankedRoles } from '../../../features/metrics/leaderboard-choices.ts'
import { sourceMetrics } from '../../../features/metrics/sources.tsx'
import { trendCourses, trendMetrics } from '../../../features/metrics/trend-section.tsx'
import {
  choiceParam,
  choicesParam,
  periodParam,
  type SearchShape,
  type SearchState,
} from '../../../lib/search-params.ts'

/** What the address of the dashboard holds. */
export const dashboardSearch = {
  /** The last 30 days without it. */
  period: periodParam(),
  trend: choiceParam(trendMetrics, 'cash'),
  course: choiceParam(trendCourses, 'total'),
  people: choiceParam(rankedRoles, 'CLOSER'),
  /** What people are ranked by; their role's usual figure without it. */
  rank: choicesParam(rankedMetrics),
  source: choiceParam(sourceMetrics, 'cash'),
} satisfies SearchShape

export type DashboardState = SearchState<typeof dashboardSearch>
