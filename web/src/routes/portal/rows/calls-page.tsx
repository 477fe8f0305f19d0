import { useMemo } from 'react'
import { graphql } from '../../../apollo/generated/index.ts'
import { LoadError } from '../../../apollo/load-error.tsx'
import { usePages } from '../../../apollo/use-pages.ts'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { toEventFilter } from '../../../features/events/calls-filter.ts'
import { CallRows } from '../../../features/portal/call-list.tsx'
import { PortalRowsSkeleton } from '../../../features/portal/portal-rows-skeleton.tsx'
import { formatPeriod } from '../../../lib/format-date.ts'
import { useFormatSettings } from '../../../lib/format-settings.ts'
import { callsSearch } from '../../../lib/page-search.ts'
import { useSearchState } from '../../../lib/search-params.ts'
import { usePortal } from '../portal.ts'
import { RowsHeader } from './rows-header.tsx'

const callsQuery = graphql(`
  query PortalCalls($first: Int!, $after: String, $filter: EventFilter!) {
    events(first: $first, after: $after, filter: $filter, orderBy: { field: SCHEDULED_AT, direction: DESC }) {
      totalCount
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

/** The calls that a figure counts, named by the address as it is everywhere. */
export function CallsPage() {
  const { role } = usePortal()
  const { locale } = useFormatSettings()
  const [state] = useSearchState(callsSearch)
  const asked = useMemo(() => ({ filter: toEventFilter(state) }), [state])
  const { rows, hasMore, error, loadMore, retry } = usePages({
    query: callsQuery,
    asked,
    pageOf: ({ events }) => events,
    noun: 'calls',
  })
  const period = state.scheduled ?? state.booked
  return (
    <main>
      <RowsHeader title="Calls">
        {period && (
          <>
            {state.booked ? 'Booked' : 'Scheduled'} {formatPeriod(period, { locale })}
          </>
        )}
      </RowsHeader>
      {!rows ? (
        error ? (
          <LoadError title="Your calls did not load" error={error} onRetry={retry} />
        ) : (
          <PortalRowsSkeleton label="Loading your calls" />
        )
      ) : rows.length === 0 ? (
        <EmptyState title="No call is counted here">A call shows here as soon as it counts.</EmptyState>
      ) : (
        <section aria-label="Calls" className="border-t border-line px-4 pb-5 md:px-6">
          <CallRows calls={rows} role={role} ahead={false} />
          {hasMore && (
            <div className="mt-4">
              <Button size="touch" block onClick={loadMore}>
                Show more
              </Button>
            </div>
          )}
        </section>
      )}
    </main>
  )
}
