import { skipToken, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { metricFor, type RankedMetric, type RankedRole } from '../../../features/metrics/leaderboard-choices.ts'
import type { MetricRank } from '../../../features/metrics/metric-report.ts'
import type { Period } from '../../../lib/period.ts'
import { leaderboardQuery } from './dashboard-queries.ts'
import type { DashboardState } from './dashboard-search.ts'
import { live } from './live.ts'

interface Question {
  period: Period
  role: RankedRole
  metric: RankedMetric
}

/** A leaderboard with the question that it answers. */
export interface RankedPeople extends Question {
  entries: readonly MetricRank[]
}

export interface LeaderboardAnswer {
  /** The last answer, which may be the one before while the next is on its way; none at first. */
  people: RankedPeople | undefined
  error: unknown
  retry: () => void
}

const isSame = (one: Question, other: Question): boolean =>
  one.role === other.role &&
  one.metric === other.metric &&
  one.period.from === other.period.from &&
  one.period.to === other.period.to

/** Asks for the leaderboard beside the page, so that another choice of its own leaves the rest of the page alone. */
export function useLeaderboard(
  period: Period,
  { people: role, rank }: Pick<DashboardState, 'people' | 'rank'>,
  { skip }: { skip: boolean },
): LeaderboardAnswer {
  const question: Question = { period, role, metric: metricFor(role, rank[0] ?? null) }
  const { data, error, refetch } = useQuery(leaderboardQuery, skip ? skipToken : { variables: question, ...live })
  const [people, setPeople] = useState<RankedPeople>()
  // Kept with its question: an answer that still stands while the next is on its way must not be read as that one's.
  if (data && !(people && people.entries === data.leaderboard && isSame(people, question))) {
    setPeople({ ...question, entries: data.leaderboard })
  }
  return { people, error: data ? undefined : error, retry: () => void refetch() }
}
