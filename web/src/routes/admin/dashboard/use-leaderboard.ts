import { skipToken, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useLookAgain } from '../../../apollo/live/use-look-again.ts'
import { metricFor, type RankedMetric, type RankedRole } from '../../../features/metrics/leaderboard-choices.ts'
import { type MetricRank, wholePlaces } from '../../../features/metrics/metric-report.ts'
import type { Period } from '../../../lib/period.ts'
import { leaderboardQuery } from './dashboard-queries.ts'
import type { DashboardState } from './dashboard-search.ts'

interface Question {
  period: Period
  role: RankedRole
  metric: RankedMetric
}

/** A leaderboard with the question that it answers. */
export interface RankedPeople extends Question {
  entries: readonly MetricRank[]
}

/** The same with the very answer that it was read from. */
interface KeptPeople extends RankedPeople {
  answer: object
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
  const lookAgain = useLookAgain()
  const question: Question = { period, role, metric: metricFor(role, rank[0] ?? null) }
  const { data, error, refetch } = useQuery(leaderboardQuery, skip ? skipToken : { variables: question, ...lookAgain })
  const [people, setPeople] = useState<KeptPeople>()
  // Kept with its question: an answer that still stands while the next is on its way must not be read as that one's.
  if (data && !(people && people.answer === data.leaderboard && isSame(people, question))) {
    setPeople({ ...question, entries: wholePlaces(data.leaderboard), answer: data.leaderboard })
  }
  return { people, error: data ? undefined : error, retry: () => void refetch() }
}
