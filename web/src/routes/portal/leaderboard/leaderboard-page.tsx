import { skipToken, useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { LoadError } from '../../../apollo/load-error.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { NativeSelect } from '../../../components/native-select.tsx'
import { Segment } from '../../../components/segment.tsx'
import { metricsOffered, rankedKeys, rankedMetrics } from '../../../features/metrics/leaderboard-choices.ts'
import { figureText } from '../../../features/metrics/metric-figure.ts'
import { rowsOf } from '../../../features/metrics/metric-rows.ts'
import { PortalHeader } from '../../../features/portal/portal-header.tsx'
import { PortalRowsSkeleton } from '../../../features/portal/portal-rows-skeleton.tsx'
import { RankRows } from '../../../features/portal/rank-rows.tsx'
import { useFormatSettings } from '../../../lib/format-settings.ts'
import { presetPeriod, todayIn } from '../../../lib/period.ts'
import { choicesParam, type SearchShape, useSearchState } from '../../../lib/search-params.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useViewer } from '../../../lib/viewer.ts'
import type { AskAhead, Whose } from '../ahead/ask-ahead.ts'
import { firstPortalPeriod, portalPeriods, portalPeriodSearch } from '../portal-period.ts'
import { usePortal } from '../portal.ts'

const boardQuery = graphql(`
  query PortalLeaderboard($period: PeriodInput!, $role: RosterRole!, $metric: LeaderboardMetric!) {
    leaderboard(period: $period, role: $role, metric: $metric) {
      rank
      personId: id
      name
      isSelf
      values {
        bookedCalls
        shows
        closes
        showRate
        closeRate
        netCash {
          amount
          currency
        }
      }
    }
  }
`)

const boardSearch = { ...portalPeriodSearch, rank: choicesParam(rankedMetrics) } satisfies SearchShape

const rosterRoles = { closer: 'CLOSER', setter: 'SETTER' } as const

/** What they are offered to rank by, the usual one first. */
const offeredTo = ({ role, money }: Pick<Whose, 'role' | 'money'>) =>
  metricsOffered(rosterRoles[role]).filter(({ value }) => value !== 'NET_CASH' || money !== 'NONE')

export const askLeaderboard: AskAhead = async (client, { role, money, leaderboard, today }) => {
  const metric = offeredTo({ role, money })[0]?.value
  if (leaderboard === 'HIDDEN' || !metric) return
  await client.query({
    query: boardQuery,
    variables: { period: presetPeriod(firstPortalPeriod, today), role: rosterRoles[role], metric },
    fetchPolicy: 'network-only',
  })
}

/** Where somebody stands among those who do what they do, as far as the team shows it. */
export function LeaderboardPage() {
  const { name, organization } = useViewer()
  const { role, shows } = usePortal()
  const { locale } = useFormatSettings()
  const [state, change] = useSearchState(boardSearch)
  const period = presetPeriod(state.period, todayIn(organization.timeZone, useNow()))
  const offered = offeredTo({ role, money: shows.money })
  const metric = offered.find(({ value }) => value === state.rank[0])?.value ?? offered[0]?.value ?? 'SHOWS'
  const hidden = shows.leaderboard === 'HIDDEN'
  const { data, error, refetch } = useQuery(
    boardQuery,
    hidden ? skipToken : { variables: { period, role: rosterRoles[role], metric } },
  )
  // What was answered to another question would stand under this one's name.
  const places = data?.leaderboard
  const key = rankedKeys[metric]
  if (hidden) {
    return (
      <main>
        <PortalHeader title="Leaderboard" name={name} />
        <EmptyState title="The leaderboard is not shown">Your team keeps it to itself.</EmptyState>
      </main>
    )
  }
  return (
    <main>
      <PortalHeader title="Leaderboard" name={name}>
        <div className="mt-2 flex flex-col gap-2">
          <Segment
            label="Period"
            size="touch"
            choices={portalPeriods}
            value={state.period}
            onChange={(next) => change({ period: next }, { replace: true })}
          />
          <NativeSelect
            label="Rank by"
            size="touch"
            options={offered}
            value={metric}
            onChange={(next) =>
              change({ rank: offered.flatMap(({ value }) => (value === next ? [value] : [])) }, { replace: true })
            }
          />
        </div>
      </PortalHeader>
      {!places ? (
        error ? (
          <LoadError title="The leaderboard did not load" error={error} onRetry={() => void refetch()} />
        ) : (
          <PortalRowsSkeleton label="Loading the leaderboard" />
        )
      ) : places.length === 0 ? (
        <EmptyState title="Nobody stands here yet">
          The first {role} with a call or a payment in these days is the first.
        </EmptyState>
      ) : (
        <RankRows
          role={role}
          places={places.map(({ values, ...place }) => ({
            ...place,
            figure: values && figureText(key, values[key], locale),
            shown: values !== null,
          }))}
          ownTo={key === 'netCash' && shows.money !== 'PAYMENTS' ? undefined : rowsOf(key, period)}
        />
      )}
    </main>
  )
}
