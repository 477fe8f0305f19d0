import { graphql } from '../../../apollo/generated/index.ts'
import { LoadError } from '../../../apollo/load-error.tsx'
import { firstPageOf, usePages } from '../../../apollo/use-pages.ts'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { FormsDueList } from '../../../features/portal/forms-due.tsx'
import { useCallsWithUnsentForm } from '../../../features/forms/outbox-context.ts'
import { PortalHeader } from '../../../features/portal/portal-header.tsx'
import { PortalRowsSkeleton } from '../../../features/portal/portal-rows-skeleton.tsx'
import { useViewer } from '../../../lib/viewer.ts'
import type { AskAhead } from '../ahead/ask-ahead.ts'
import { usePortal } from '../portal.ts'

const formsQuery = graphql(`
  query PortalForms($first: Int!, $after: String) {
    events(first: $first, after: $after, filter: { overdue: true }, orderBy: { field: SCHEDULED_AT, direction: DESC }) {
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

const nothing = {}
const lookAgainMs = 60_000

export const askForms: AskAhead = (client) =>
  client.query({ query: formsQuery, variables: firstPageOf(nothing), fetchPolicy: 'network-only' })

/** Every call that they take or booked, that is over and lacks its form, the latest first. */
export function FormsPage() {
  const { name } = useViewer()
  const { role } = usePortal()
  const kept = useCallsWithUnsentForm()
  const { rows, hasMore, error, loadMore, retry } = usePages({
    query: formsQuery,
    asked: nothing,
    pageOf: ({ events }) => events,
    noun: 'forms',
    pollInterval: lookAgainMs,
  })
  return (
    <main>
      <PortalHeader title="Forms due" name={name}>
        <p className="text-pretty text-fg-2">
          {role === 'closer'
            ? 'A form takes under a minute, and your numbers follow at once.'
            : 'Calls that you booked. Their closers file them; file one where you know how it went.'}
        </p>
      </PortalHeader>
      {!rows ? (
        error ? (
          <LoadError title="Your forms did not load" error={error} onRetry={retry} />
        ) : (
          <PortalRowsSkeleton label="Loading your forms" />
        )
      ) : rows.length === 0 ? (
        <EmptyState title="Nothing to file">Every call that is over has its form.</EmptyState>
      ) : (
        <section aria-label="Calls without a form" className="border-t border-line px-4 pb-5 md:px-6">
          <FormsDueList calls={rows} kept={kept} role={role} />
          {hasMore && (
            <Button size="touch" block onClick={loadMore}>
              Show more
            </Button>
          )}
        </section>
      )}
    </main>
  )
}
