import { skipToken, useQuery } from '@apollo/client/react'
import type { DashboardPageQuery } from '../../../apollo/generated/graphql.ts'
import { useLookAgain } from '../../../apollo/live/use-look-again.ts'
import { readError } from '../../../apollo/read-error.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { PeriodPicker } from '../../../components/period-picker.tsx'
import { CallNotices } from '../../../features/events/call-notices.tsx'
import { grainOf } from '../../../features/metrics/metric-course.ts'
import { formatPeriod } from '../../../lib/format-date.ts'
import { presetOf, presetPeriod, previousPeriod, todayIn, type Period } from '../../../lib/period.ts'
import { useSearchState } from '../../../lib/search-params.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useMay, useViewer } from '../../../lib/viewer.ts'
import { anythingQuery, dashboardQuery } from './dashboard-queries.ts'
import { dashboardSearch } from './dashboard-search.ts'
import { DashboardSheet } from './dashboard-sheet.tsx'
import { DashboardSkeleton } from './dashboard-skeleton.tsx'
import { EmptyDashboard } from './empty-dashboard.tsx'
import { useLeaderboard } from './use-leaderboard.ts'

/** Nothing in the period, in the one before it, or due. */
const isBare = ({ current, previous, overdue }: DashboardPageQuery): boolean =>
  [current.totals, previous.totals].every(
    (totals) =>
      totals.bookedCalls + totals.shows + totals.noShows === 0 && Number(totals.cashCollected?.amount ?? 0) === 0,
  ) &&
  overdue.totalCount === 0 &&
  current.missingRates.length === 0

/** The dashboard; a sales rep's own numbers. */
export function Component() {
  const { organization } = useViewer()
  const everyone = useMay('READ_ALL_ROWS')
  const mayConnect = useMay('WRITE_CONNECTIONS')
  const [state, change] = useSearchState(dashboardSearch)
  const today = todayIn(organization.timeZone, useNow())
  const period = state.period ?? presetPeriod('last_30_days', today)
  const grain = grainOf(period)
  const { data, previousData, error, refetch } = useQuery(dashboardQuery, {
    variables: { period, before: previousPeriod(period), grain, everyone },
    ...useLookAgain(),
  })
  const leaderboard = useLeaderboard(period, state, { skip: !everyone })
  const shown = data ?? previousData
  const bare = data !== undefined && isBare(data)
  const anything = useQuery(
    anythingQuery,
    bare ? { variables: { connections: mayConnect }, fetchPolicy: 'no-cache' } : skipToken,
  )
  const isEmpty = bare && anything.data?.events.edges.length === 0 && anything.data.payments.edges.length === 0

  const choose = (chosen: Period) =>
    // The usual period stays out of the address: tomorrow it is another one.
    change({ period: presetOf(chosen, today) === 'last_30_days' ? null : chosen })

  const content = () => {
    if (error && !data) {
      const { code, title, advice, requestId } = readError(error)
      return (
        <ErrorState
          title={title}
          // The period is all that a person could have got wrong here.
          advice={code === 'BAD_USER_INPUT' ? 'Choose another period above.' : advice}
          requestId={requestId}
          onRetry={() => void refetch()}
        />
      )
    }
    if (!shown || (bare && anything.loading)) return <DashboardSkeleton />
    if (isEmpty) {
      return <EmptyDashboard connected={anything.data?.connections?.map(({ provider }) => provider) ?? []} />
    }
    return (
      <DashboardSheet
        data={shown}
        leaderboard={leaderboard}
        grain={grainOf(shown.current.period)}
        today={today}
        state={state}
        onChange={(part) => change(part, { replace: true })}
      />
    )
  }
  return (
    <>
      <PageHeader title={everyone ? 'Dashboard' : 'My numbers'}>
        {!isEmpty && (
          <>
            <PeriodPicker value={period} onChange={choose} today={today} />
            <span className="ml-1 text-fg-2 max-md:sr-only">vs {formatPeriod(previousPeriod(period))}</span>
          </>
        )}
      </PageHeader>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto" aria-busy={!data}>
        {shown && !isEmpty && <CallNotices />}
        {content()}
      </div>
    </>
  )
}
