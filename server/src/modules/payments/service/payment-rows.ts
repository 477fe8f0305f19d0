import type { Tx } from '../../../database/tx.ts'
import { asShown, contactOf, paymentsShown, withoutContacts } from '../../organizations/service/index.ts'

/** A payment as it is read for callers. Instants are PostgreSQL's text in UTC. */
export interface PaymentRow {
  id: string
  origin: string
  provider: string | null
  purchaseRef: string | null
  amountMinor: bigint
  refundedMinor: bigint
  disputedMinor: bigint
  lostMinor: bigint
  currency: string
  paidAt: string
  status: string
  customerEmail: string | null
  customerName: string | null
  customerPhone: string | null
  description: string | null
  paymentType: string | null
  dealType: string | null
  connectionId: string | null
  subscriptionRef: string | null
  billingTurn: string | null
  offPlatformMethod: string | null
  note: string | null
  enteredByName: string | null
  packageId: string | null
  deletionId: string | null
  matchedPaymentId: string | null
  reconciliation: string | null
  leadId: string | null
  eventId: string | null
  closerId: string | null
  setterId: string | null
  sourceId: string | null
  trafficTypeId: string | null
  attributionMethod: string
  attributionLocked: boolean
  confidence: string | null
}

/** What is read of a payment `p`, by whom is asking; `$1` is the organization. */
export const paymentColumns = (
  tx: Tx,
): string => `p.id, p.origin, p.provider, p.purchase_ref as "purchaseRef", p.amount_minor as "amountMinor",
  p.refunded_minor as "refundedMinor", p.disputed_minor as "disputedMinor", p.lost_minor as "lostMinor", p.currency,
  p.paid_at as "paidAt", p.status,
  ${contactOf(tx, 'p.customer_email')} as "customerEmail", p.customer_name as "customerName", ${contactOf(tx, 'p.customer_phone')} as "customerPhone", p.description,
  p.payment_type as "paymentType", p.deal_type as "dealType", p.connection_id as "connectionId", p.subscription_ref as "subscriptionRef",
  p.billing_turn as "billingTurn", p.off_platform_method as "offPlatformMethod", p.note, p.entered_by_name as "enteredByName",
  p.package_id as "packageId", p.deletion_id as "deletionId", p.matched_payment_id as "matchedPaymentId", p.reconciliation, p.lead_id as "leadId", p.event_id as "eventId",
  p.closer_id as "closerId", p.setter_id as "setterId", p.source_id as "sourceId", p.traffic_type_id as "trafficTypeId",
  p.attribution_method as "attributionMethod", p.attribution_locked as "attributionLocked", p.confidence`

/**
 * What counts as money in: not a report that the processor's own payment stands for, nor one that was withdrawn or rejected, nor
 * anything deleted.
 */
export const countedPayments = `p.matched_payment_id is null and p.withdrawn_at is null and p.deletion_id is null and p.status <> 'failed'
  and p.reconciliation is distinct from 'rejected'`

/** A payment as it is told to whoever is not shown how to reach leads. */
export const withoutPaymentContacts = (row: PaymentRow): PaymentRow => ({
  ...row,
  customerName: withoutContacts(row.customerName),
  description: withoutContacts(row.description),
  note: withoutContacts(row.note),
})

/** Reads payments `p` as the caller is shown them; `rest` is what follows `from payments p`. */
export const readPayments = (tx: Tx, rest: string, parameters: readonly unknown[]): Promise<PaymentRow[]> =>
  asShown(tx, tx.query<PaymentRow>(`select ${paymentColumns(tx)} from payments p ${rest}`, parameters), withoutPaymentContacts)

/** What is deleted is there for whoever can restore it. A rep who knows its id, or disputed it, has no more of it than their list has. */
const notDeletedForReps = (tx: Tx): string => (tx.settings.scope === 'organization' ? 'true' : 'p.deletion_id is null')

/** Payments by id, as far as the caller may see them. */
export async function loadPayments(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PaymentRow>> {
  const rows = await readPayments(
    tx,
    `where p.organization_id = $1 and p.id = any($2::uuid[]) and ${notDeletedForReps(tx)} and ${paymentsShown(tx)}`,
    [tx.organizationId, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The counted payments credited to each of the given events, the earliest first. */
export async function loadPaymentsOfEvents(tx: Tx, eventIds: readonly string[]): Promise<ReadonlyMap<string, PaymentRow[]>> {
  const rows = await readPayments(
    tx,
    `where p.organization_id = $1 and p.event_id = any($2::uuid[]) and ${countedPayments} and ${paymentsShown(tx)} order by p.paid_at, p.id`,
    [tx.organizationId, eventIds],
  )
  const grouped = new Map<string, PaymentRow[]>()
  for (const row of rows) {
    const group = grouped.get(row.eventId ?? '')
    if (group) group.push(row)
    else grouped.set(row.eventId ?? '', [row])
  }
  return grouped
}
