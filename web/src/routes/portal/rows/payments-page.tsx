import { useMemo } from 'react'
import { graphql } from '../../../apollo/generated/index.ts'
import { LoadError } from '../../../apollo/load-error.tsx'
import { usePages } from '../../../apollo/use-pages.ts'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { PaymentRows } from '../../../features/portal/payment-rows.tsx'
import { PortalRowsSkeleton } from '../../../features/portal/portal-rows-skeleton.tsx'
import { toPaymentFilter } from '../../../features/payments/payment-filter.ts'
import { formatPeriod } from '../../../lib/format-date.ts'
import { useFormatSettings } from '../../../lib/format-settings.ts'
import { paymentsSearch } from '../../../lib/page-search.ts'
import { useSearchState } from '../../../lib/search-params.ts'
import { usePortal } from '../portal.ts'
import { RowsHeader } from './rows-header.tsx'

const paymentsQuery = graphql(`
  query PortalPayments($first: Int!, $after: String, $filter: PaymentFilter!) {
    payments(first: $first, after: $after, filter: $filter, orderBy: { field: PAID_AT, direction: DESC }) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...PortalPayment_payment @unmask
        }
      }
    }
  }
`)

/** The payments that a figure sums, as far as the team shows them. */
export function PaymentsPage() {
  const { shows } = usePortal()
  const { locale } = useFormatSettings()
  const [state] = useSearchState(paymentsSearch)
  const asked = useMemo(() => ({ filter: toPaymentFilter(state) }), [state])
  const { rows, hasMore, error, loadMore, retry } = usePages({
    query: paymentsQuery,
    asked,
    pageOf: ({ payments }) => payments,
    noun: 'payments',
  })
  return (
    <main>
      <RowsHeader title="Payments">{state.paid && <>Paid {formatPeriod(state.paid, { locale })}</>}</RowsHeader>
      {shows.money !== 'PAYMENTS' ? (
        <EmptyState title="Payments are not shown here">Your team keeps single payments to itself.</EmptyState>
      ) : !rows ? (
        error ? (
          <LoadError title="Your payments did not load" error={error} onRetry={retry} />
        ) : (
          <PortalRowsSkeleton label="Loading your payments" />
        )
      ) : rows.length === 0 ? (
        <EmptyState title="No payment is counted here">
          A payment shows here as soon as it is credited to you.
        </EmptyState>
      ) : (
        <section aria-label="Payments" className="border-t border-line px-4 pb-5 md:px-6">
          <PaymentRows payments={rows} />
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
