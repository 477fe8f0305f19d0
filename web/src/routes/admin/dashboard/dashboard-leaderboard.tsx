import { readError } from '../../../apollo/read-error.ts'
import { Button } from '../../../components/button.tsx'
import { Section } from '../../../components/section.tsx'
import { Segment } from '../../../components/segment.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { Definitions } from '../../../features/metrics/definitions.tsx'
import { metricFor, metricsOffered, rankedKeys } from '../../../features/metrics/leaderboard-choices.ts'
import { Leaderboard } from '../../../features/metrics/leaderboard.tsx'
import type { MetricDefinition } from '../../../features/metrics/metric-report.ts'
import type { DashboardState } from './dashboard-search.ts'
import type { LeaderboardAnswer } from './use-leaderboard.ts'

const roles = [
  { value: 'CLOSER', label: 'Closers' },
  { value: 'SETTER', label: 'Setters' },
] as const

export interface DashboardLeaderboardProps {
  answer: LeaderboardAnswer
  definitions: readonly MetricDefinition[]
  /** Whom the address asks to rank, and by what. */
  chosen: Pick<DashboardState, 'people' | 'rank'>
  onChange: (change: Partial<Pick<DashboardState, 'people' | 'rank'>>) => void
}

/** The leaderboard with its choices: whom to rank, and by what. */
export function DashboardLeaderboard({ answer, definitions, chosen, onChange }: DashboardLeaderboardProps) {
  const { people, error, retry } = answer
  return (
    <Section
      title="Leaderboard"
      beside={
        <Segment
          label="Whom to rank"
          choices={roles}
          value={chosen.people}
          onChange={(role) => onChange({ people: role, rank: [] })}
        />
      }
      action={
        <>
          <Segment
            label="Rank by"
            choices={metricsOffered(chosen.people)}
            value={metricFor(chosen.people, chosen.rank[0] ?? null)}
            onChange={(metric) => onChange({ rank: metric === metricFor(chosen.people, null) ? [] : [metric] })}
          />
          <Definitions of="the leaderboard" definitions={definitions} metrics={Object.values(rankedKeys)} />
        </>
      }
    >
      {error ? (
        <div role="alert" className="mt-2 flex items-center gap-3 text-fg-2">
          {readError(error).title}
          <Button onClick={retry}>Try again</Button>
        </div>
      ) : people ? (
        <Leaderboard
          role={people.role}
          metric={rankedKeys[people.metric]}
          period={people.period}
          entries={people.entries}
        />
      ) : (
        <SkeletonRows rows={6} columns={4} label="Loading the leaderboard" />
      )}
    </Section>
  )
}
