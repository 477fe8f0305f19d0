import { optionColors } from '@clinch/schema/fields'
import type { Outcome } from '@clinch/schema/forms'
import { graphql } from '../../apollo/generated/index.ts'
import type {
  CallOutcomeParts_OutcomeFragment,
  OpportunityStatusParts_StatusFragment,
  PackageParts_PackageFragment,
} from '../../apollo/generated/graphql.ts'
import { fromEnum } from '../../lib/enum-names.ts'
import { formatMoney } from '../../lib/format-money.ts'
import type { ListEntry, OutcomeEntry, PackageEntry } from './form-kit.ts'

// Operations spread them by their names.
graphql(`
  fragment PackageParts_package on Package {
    id
    name
    paidInFull
    price {
      amount
      currency
    }
    instalments {
      count
      amount {
        amount
        currency
      }
    }
  }
`)
graphql(`
  fragment CallOutcomeParts_outcome on CallOutcome {
    id
    label
    color
    outcome
  }
`)
graphql(`
  fragment OpportunityStatusParts_status on OpportunityStatus {
    id
    label
    color
  }
`)

const outcomes = [
  'no_show',
  'no_offer',
  'offer_made',
  'closed',
  'canceled',
  'rescheduled',
] as const satisfies readonly Outcome[]

/** A package, with how it is paid in words: `$9,000.00 or 3 × $3,000.00`. */
export function toPackageEntry(sold: PackageParts_PackageFragment, locale?: string): PackageEntry {
  const format = locale === undefined ? {} : { locale }
  const whole = sold.paidInFull ? [formatMoney(sold.price, format)] : []
  const parts = sold.instalments ? [`${sold.instalments.count} × ${formatMoney(sold.instalments.amount, format)}`] : []
  return { id: sold.id, name: sold.name, terms: [...whole, ...parts].join(' or ') }
}

export const toOutcomeEntry = ({ id, label, color, outcome }: CallOutcomeParts_OutcomeFragment): OutcomeEntry => ({
  id,
  label,
  color: fromEnum(optionColors, color),
  outcome: fromEnum(outcomes, outcome),
})

export const toListEntry = ({ id, label, color }: OpportunityStatusParts_StatusFragment): ListEntry => ({
  id,
  label,
  color: fromEnum(optionColors, color),
})
