import { graphql } from '../../apollo/generated/index.ts'
import type { PaymentTotals_TotalsFragment } from '../../apollo/generated/graphql.ts'
import { Money } from '../../components/figures.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { formatCount } from '../../lib/format-count.ts'

graphql(`
  fragment PaymentTotals_totals on PaymentTotals {
    payments
    amount {
      amount
      currency
    }
    refunded {
      amount
      currency
    }
    lost {
      amount
      currency
    }
    net {
      amount
      currency
    }
  }
`)

/** The sums under the table, of one currency. */
type Totals = PaymentTotals_TotalsFragment

/** How many payments a list of totals sums, over all currencies. */
export const countOf = (totals: readonly Pick<Totals, 'payments'>[]): number =>
  totals.reduce((sum, { payments }) => sum + payments, 0)

/** What stands in the bar under the table: how many payments the filter finds and what they sum to. Currencies are never added up. */
export function PaymentTotals({ totals }: { totals: readonly Totals[] | undefined }) {
  if (!totals) {
    return (
      <>
        <Skeleton widthPx={88} />
        <span className="ml-auto">
          <Skeleton widthPx={240} />
        </span>
      </>
    )
  }
  const count = countOf(totals)
  return (
    <>
      <span>{count === 1 ? '1 payment' : `${formatCount(count)} payments`}</span>
      <div className="ml-auto flex min-w-0 items-center gap-6 overflow-x-auto">
        {totals.map((sum) => (
          <span key={sum.net.currency} className="flex items-center gap-4">
            <span className="max-lg:hidden">
              Collected <Money value={sum.amount} />
            </span>
            {Number(sum.refunded.amount) !== 0 && (
              <span className="max-lg:hidden">
                Refunded <Money value={sum.refunded} />
              </span>
            )}
            {Number(sum.lost.amount) !== 0 && (
              <span className="max-lg:hidden">
                Lost <Money value={sum.lost} />
              </span>
            )}
            <span>
              Net{' '}
              <span className="text-body font-semibold text-fg">
                <Money value={sum.net} />
              </span>
            </span>
          </span>
        ))}
      </div>
    </>
  )
}
