import type { Tx } from '../../../database/tx.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { matchReports } from './match-report.ts'

interface MoneyOfLead {
  id: string
  isReport: boolean
  amountMinor: bigint
  currency: string
  paidAt: string
  matchedPaymentId: string | null
}

/**
 * Links a lead's reported cash with the processor's payments that it turned out to be, so that they count once. What a person decided
 * stands: their reports, and the payments that they matched, are left alone. The caller holds the lead.
 */
export async function matchReportsOfLead(tx: Tx, leadId: string): Promise<void> {
  const money = await tx.query<MoneyOfLead>(
    `select id, origin = 'form' as "isReport", amount_minor as "amountMinor", currency, paid_at as "paidAt", matched_payment_id as "matchedPaymentId"
     from payments p where organization_id = $1 and lead_id = $2 and withdrawn_at is null and deletion_id is null and reconciliation is null
       and status <> 'failed' and origin in ('form', 'processor', 'manual') and not exists (
         select from payments r where r.organization_id = p.organization_id and r.matched_payment_id = p.id and r.reconciliation is not null)`,
    [tx.organizationId, leadId],
  )
  const reports = money.filter((row) => row.isReport)
  if (reports.length === 0) return
  const [organization] = await tx.query<{ days: number }>(`select report_match_days as days from organizations where id = $1`, [
    tx.organizationId,
  ])
  const dated = (rows: MoneyOfLead[]) =>
    rows.map(({ id, amountMinor, currency, paidAt }) => ({ id, amountMinor, currency, paidAt: dateFromPostgres(paidAt) }))
  const pairs = matchReports(dated(reports), dated(money.filter((row) => !row.isReport)), organization?.days ?? 3)
  const paymentOf = new Map(pairs)
  const changed = reports.filter((report) => report.matchedPaymentId !== (paymentOf.get(report.id) ?? null))
  if (changed.length === 0) return
  // First all are untied, so that no payment is tied twice on the way; also from a report of the lead whose payment it was until now.
  await tx.query(
    `update payments set matched_payment_id = null
     where organization_id = $1 and (id = any($2::uuid[]) or (matched_payment_id = any($3::uuid[]) and reconciliation is null))`,
    [tx.organizationId, changed.map(({ id }) => id), changed.flatMap(({ id }) => paymentOf.get(id) ?? [])],
  )
  await tx.query(
    `update payments p set matched_payment_id = m.payment from unnest($2::uuid[], $3::uuid[]) as m(report, payment)
     where p.organization_id = $1 and p.id = m.report`,
    [
      tx.organizationId,
      changed.filter(({ id }) => paymentOf.has(id)).map(({ id }) => id),
      changed.flatMap(({ id }) => paymentOf.get(id) ?? []),
    ],
  )
}
