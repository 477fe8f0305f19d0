import type { DecidedShare } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { countedPayments } from '../../payments/service/index.ts'
import type { Confidence } from './attribution-facts.ts'
import type { PaymentToCredit } from './load-attribution-facts.ts'
import { creditedByHand } from './handed-credits.ts'
import { loadShares, type PaymentAmounts } from './shares.ts'

/** A payment with the credit that stands. */
export interface StandingPayment extends PaymentToCredit, PaymentAmounts {
  formId: string | null
  /** A report that was withdrawn, or a payment that was deleted: it is credited no more. */
  gone: boolean
  /** It stands for reported cash that a person credited. */
  handed: boolean
  locked: boolean
  decided: boolean
  /** Whether it counts as money in: not where a processor's payment stands for it, nor where it failed or was rejected. */
  counts: boolean
  method: string
  confidence: Confidence | null
  leadId: string | null
  eventId: string | null
  closerId: string | null
  setterId: string | null
  sourceId: string | null
  trafficTypeId: string | null
  shares: readonly DecidedShare[]
}

type Row = Omit<StandingPayment, 'paidAt' | 'shares'> & { paidAt: string }

/**
 * Payments by id, the earliest first, with the credit that stands. Held for update where they are to be credited: whoever brings a
 * fact credits what it concerns after it, so what is read once the rows are held is not overtaken.
 */
export async function loadPaymentsToCredit(tx: Tx, ids: readonly string[], { hold }: { hold: boolean }): Promise<StandingPayment[]> {
  if (ids.length === 0) return []
  if (hold) {
    await tx.query(`select id from payments where organization_id = $1 and id = any($2::uuid[]) order by id for update`, [
      tx.organizationId,
      ids,
    ])
  }
  const rows = await tx.query<Row>(
    `select p.id, p.connection_id as "connectionId", p.paid_at as "paidAt", p.amount_minor as "amountMinor",
       p.refunded_minor as "refundedMinor", p.lost_minor as "lostMinor", p.currency, (${countedPayments}) as counts, p.customer_ref as "customerRef",
       p.customer_email as "customerEmail", p.customer_phone as "customerPhone", p.metadata, p.client_reference as "clientReference",
       p.subscription_ref as "subscriptionRef", p.form_id as "formId", p.withdrawn_at is not null or p.deletion_id is not null as gone,
       exists (select from payments r where r.organization_id = p.organization_id and r.matched_payment_id = p.id and ${creditedByHand}) as handed,
       p.attribution_locked as locked, p.attribution_method as method, p.confidence, p.lead_id as "leadId", p.event_id as "eventId",
       p.closer_id as "closerId", p.setter_id as "setterId", p.source_id as "sourceId", p.traffic_type_id as "trafficTypeId",
       p.attribution_method <> 'none' or exists (select 1 from attribution_decisions d
         where d.organization_id = p.organization_id and d.payment_id = p.id) as decided
     from payments p where p.organization_id = $1 and p.id = any($2::uuid[]) order by p.paid_at, p.id`,
    [tx.organizationId, ids],
  )
  const shares = await loadShares(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...row,
    paidAt: dateFromPostgres(row.paidAt),
    shares: (shares.get(row.id) ?? []).map(({ role, personId, percent }) => ({ role, personId, percent })),
  }))
}
