import type { PackageRow_PackageFragment } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'
import { Money } from '../../components/figures.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { termsInWords } from '../../lib/package-terms.ts'

// What the list shows of a package, and its form changes. Spread with `@unmask`.
graphql(`
  fragment PackageRow_package on Package {
    id
    name
    description
    price {
      amount
      currency
    }
    paidInFull
    instalments {
      count
      amount {
        amount
        currency
      }
      every
      interval
    }
    deposit {
      amount
      currency
    }
    retiredAt
    formCount
    paymentCount
  }
`)

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${formatCount(count)} ${many}`

/** `12 forms, 30 payments`; what nothing names is said so. */
export function usesInWords({
  formCount,
  paymentCount,
}: Pick<PackageRow_PackageFragment, 'formCount' | 'paymentCount'>): string {
  if (formCount === 0 && paymentCount === 0) return 'Not sold yet'
  return `${counted(formCount, 'form', 'forms')}, ${counted(paymentCount, 'payment', 'payments')}`
}

/** A package in a list: its name and price, how it may be paid, and how often it was sold. */
export function PackageRow({ row }: { row: PackageRow_PackageFragment }) {
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-x-4 sm:flex-row sm:items-baseline">
      <span className="min-w-0 flex-1">
        <span className="block font-medium break-words">{row.name}</span>
        <span className="block text-small text-fg-3">{termsInWords(row)}</span>
      </span>
      <span className="flex shrink-0 items-baseline justify-between gap-x-4 sm:block sm:text-right">
        <span className="block font-medium">
          <Money value={row.price} />
        </span>
        <span className="block text-small text-fg-3">{usesInWords(row)}</span>
      </span>
    </span>
  )
}
