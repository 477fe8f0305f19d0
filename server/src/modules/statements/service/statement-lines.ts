import { Conditions } from '../../../database/conditions.ts'
import { countList, type KeysetOrder, type ListQuery, type Page, type PageRequest, readPage } from '../../../database/keyset.ts'
import type { Tx } from '../../../database/tx.ts'
import { type Period, periodBounds } from '../../../lib/period.ts'
import { currencyOf, paymentsShown, timeZoneOf } from '../../organizations/service/index.ts'
import { countedPayments, sharesOf } from '../../payments/service/index.ts'

/** Whose statement of which days. Without a person, of all that the caller may see. */
export interface StatementQuestion {
  period: Period
  closerId?: string | undefined
  setterId?: string | undefined
}

/** A payment as it stands on a statement: what of it falls to whom the statement is of, in minor units. */
export interface StatementLineRow {
  /** The payment's. */
  id: string
  /** Null where all of it is theirs. */
  percent: number | null
  currency: string
  amountMinor: bigint
  refundedMinor: bigint
  lostMinor: bigint
  /** Held by open disputes of the customer; still in the net. */
  heldMinor: bigint
  /** The same in what the organization reports in; null where no rate of its day is known. */
  reportingCurrency: string
  reportingAmountMinor: bigint | null
  reportingRefundedMinor: bigint | null
  reportingLostMinor: bigint | null
}

const byPaidAt: KeysetOrder = { column: 'p.paid_at', id: 'p.id', type: 'timestamptz', direction: 'desc' }

/**
 * What was collected in a period and is credited to somebody, the latest first. It lists the very payments that the figures of the same
 * person and days sum, each with the very part of it that they sum: the lines add up to cash collected, refunds, lost disputes and net
 * cash. Lines of which no rate is known are in no sum, as in the figures. Who is not shown single payments is listed none.
 */
export async function listStatement(tx: Tx, question: StatementQuestion, page: PageRequest): Promise<Page<StatementLineRow>> {
  return readPage<StatementLineRow>(tx, await listOf(tx, question), byPaidAt, page)
}

export async function countStatement(tx: Tx, question: StatementQuestion): Promise<number> {
  return countList(tx, await listOf(tx, question))
}

async function listOf(tx: Tx, { period, closerId, setterId }: StatementQuestion): Promise<ListQuery> {
  const [timeZone, currency] = await Promise.all([timeZoneOf(tx), currencyOf(tx)])
  const shares = sharesOf({ byCloser: closerId !== undefined, bySetter: setterId !== undefined, scope: tx.settings.scope })
  const conditions = new Conditions([tx.organizationId, currency])
    .always('p.organization_id = $1')
    .always(countedPayments)
    .within('p.paid_at', periodBounds(period, timeZone))
    .anyId(shares.closer, closerId === undefined ? undefined : [closerId], 'closerId')
    .anyId(shares.setter, setterId === undefined ? undefined : [setterId], 'setterId')
    .always(paymentsShown(tx))
  const reported = (column: string): string => `case when p.reporting_currency = $2 then ${shares.part(`p.${column}`)} end`
  const select = `p.id, ${shares.percent} as percent, p.currency, ${shares.part('p.amount_minor')} as "amountMinor",
    ${shares.part('p.refunded_minor')} as "refundedMinor", ${shares.part('p.lost_minor')} as "lostMinor", ${shares.part('p.disputed_minor')} as "heldMinor",
    $2 as "reportingCurrency", ${reported('reporting_amount_minor')} as "reportingAmountMinor",
    ${reported('reporting_refunded_minor')} as "reportingRefundedMinor", ${reported('reporting_lost_minor')} as "reportingLostMinor"`
  // The count takes the same parameters and selects nothing.
  return {
    select,
    from: `payments p ${shares.joins}`,
    where: `${conditions.where} and $2::text is not null`,
    parameters: conditions.parameters,
  }
}
