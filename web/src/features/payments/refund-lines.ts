import type { RefundReport } from '../../apollo/generated/graphql.ts'
import type { Money } from '../../lib/format-money.ts'

/** What the processor reported of a refund. */
export interface RefundTold {
  id: string
  amount: Money
  madeAt: string
  reason: string | null
  report: RefundReport
  /** Shared by all that was told of one refund; empty for a running total. */
  reference: string
  /** Who entered it by hand; null where the processor told of it. */
  enteredBy: string | null
  /** Whether it is in the payment's currency, and so taken off it. */
  counted: boolean
}

export interface RefundLine {
  id: string
  /** `total` stands for all that was given back by then, where the processor named no single refunds. */
  kind: 'refund' | 'failed' | 'total'
  amount: Money
  madeAt: string
  /** In words; null where none was given. */
  reason: string | null
  enteredBy: string | null
  counted: boolean
}

const kinds = { LIVE: 'refund', FAILED: 'failed', TOTAL: 'total' } as const

const reasons: Readonly<Record<string, string>> = {
  requested_by_customer: 'Requested by the customer',
  duplicate: 'Charged twice',
  fraudulent: 'Fraudulent',
  expired_uncaptured_charge: 'Never captured',
}

/** A processor's code reads as a sentence; words that somebody typed stay as they are. */
export const inWords = (reason: string): string => {
  const known = reasons[reason]
  if (known !== undefined) return known
  if (!/^[a-z_]+$/.test(reason)) return reason
  const spaced = reason.replaceAll('_', ' ')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

/**
 * The refunds of a payment, each once as it stands, newest first. Processors tell each refund and the running total as well: the totals
 * repeat what the refunds say, so only the newest total stands in, and only where no single refund was told.
 */
export function refundLines(told: readonly RefundTold[]): RefundLine[] {
  const single = told.filter(({ report }) => report !== 'TOTAL')
  const ended = new Set(single.filter(({ report }) => report === 'FAILED').map(({ reference }) => reference))
  const standing = single.filter(
    ({ reference, report, id }) =>
      (report === 'FAILED') === ended.has(reference) &&
      single.find((other) => other.reference === reference && other.report === report)?.id === id,
  )
  const shown = single.length > 0 ? standing : told.slice(0, 1)
  return shown.map(({ id, amount, madeAt, reason, report, enteredBy, counted }) => ({
    id,
    counted,
    enteredBy,
    kind: kinds[report],
    amount,
    madeAt,
    reason: reason === null ? null : inWords(reason),
  }))
}
