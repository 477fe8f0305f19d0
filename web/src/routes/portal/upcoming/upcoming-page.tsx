import { useMemo } from 'react'
import { graphql } from '../../../apollo/generated/index.ts'
import { LoadError } from '../../../apollo/load-error.tsx'
import { firstPageOf, usePages } from '../../../apollo/use-pages.ts'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { CallRows } from '../../../features/portal/call-list.tsx'
import { dayWord } from '../../../features/portal/call-words.ts'
import { isAhead, type PortalCall } from '../../../features/portal/portal-call.ts'
import { PortalHeader } from '../../../features/portal/portal-header.tsx'
import { PortalRowsSkeleton } from '../../../features/portal/portal-rows-skeleton.tsx'
import { PortalSection } from '../../../features/portal/portal-section.tsx'
import { useFormatSettings } from '../../../lib/format-settings.ts'
import { addDays, todayIn } from '../../../lib/period.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useViewer } from '../../../lib/viewer.ts'
import type { AskAhead } from '../ahead/ask-ahead.ts'
import { usePortal } from '../portal.ts'

const upcomingQuery = graphql(`
  query PortalUpcoming($first: Int!, $after: String, $coming: PeriodInput!) {
    events(
      first: $first
      after: $after
      filter: { scheduled: $coming, statuses: [SCHEDULED] }
      orderBy: { field: SCHEDULED_AT, direction: ASC }
    ) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...PortalCall_event @unmask
        }
      }
    }
  }
`)

const aheadDays = 366
const askedOf = (today: string) => ({ coming: { from: addDays(today, -1), to: addDays(today, aheadDays) } })

export const askUpcoming: AskAhead = (client, { today }) =>
  client.query({ query: upcomingQuery, variables: firstPageOf(askedOf(today)), fetchPolicy: 'network-only' })

/** Calls in their order by the day that each is on. */
function byDay(
  calls: readonly PortalCall[],
  dayOf: (call: PortalCall) => string,
): [day: string, calls: PortalCall[]][] {
  const days = new Map<string, PortalCall[]>()
  for (const call of calls) days.set(dayOf(call), [...(days.get(dayOf(call)) ?? []), call])
  return [...days]
}

/** What comes: a closer's calls, or the calls that a setter booked, day by day. */
export function UpcomingPage() {
  const { name, organization } = useViewer()
  const { role } = usePortal()
  const format = useFormatSettings()
  const now = useNow()
  const today = todayIn(organization.timeZone, now)
  const asked = useMemo(() => askedOf(today), [today])
  const { rows, hasMore, error, loadMore, retry } = usePages({
    query: upcomingQuery,
    asked,
    pageOf: ({ events }) => events,
    noun: 'calls',
  })
  const ahead = rows?.filter((call) => isAhead(call, now)) ?? []
  return (
    <main>
      <PortalHeader title="Upcoming" name={name}>
        <p className="text-fg-2">{role === 'closer' ? 'The calls that you take.' : 'The calls that you booked.'}</p>
      </PortalHeader>
      {!rows ? (
        error ? (
          <LoadError title="Your calls did not load" error={error} onRetry={retry} />
        ) : (
          <PortalRowsSkeleton label="Loading your calls" />
        )
      ) : ahead.length === 0 ? (
        <EmptyState title="No call is coming up">A call shows here as soon as it is booked.</EmptyState>
      ) : (
        <>
          {byDay(ahead, ({ scheduledAt }) => dayWord(scheduledAt, now, format)).map(([day, calls]) => (
            <PortalSection key={day} title={day} count={calls.length}>
              <CallRows calls={calls} role={role} ahead ofOneDay />
            </PortalSection>
          ))}
          {hasMore && (
            <div className="px-4 pb-5 md:px-6">
              <Button size="touch" block onClick={loadMore}>
                Show more
              </Button>
            </div>
          )}
        </>
      )}
    </main>
  )
}
