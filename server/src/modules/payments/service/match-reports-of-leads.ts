import type { Tx } from '../../../database/tx.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { reportsMatched } from './facts.ts'
import { keepMatchDays } from './hold-match-days.ts'
import { type DatedMoney, type MatchDays, matchReports } from './match-report.ts'

interface MoneyOfLead extends DatedMoney {
  leadId: string
  isReport: boolean
  matchedPaymentId: string | null
}

/** The same for one lead. */
export const matchReportsOfLead = (tx: Tx, leadId: string): Promise<string[]> => matchReportsOfLeads(tx, [leadId])

/**
 * Links the reported cash of leads with the processor's payments that it turned out to be, so that they count once. What a
 * person decided stands: their reports, and the payments that they matched, are left alone. The caller holds the leads. However many they
 * are, it takes as many queries. Answers the reports and payments of which that changed: what kind of deal they belong to is theirs to see.
 */
export async function matchReportsOfLeads(tx: Tx, leadIds: readonly string[]): Promise<string[]> {
  if (leadIds.length === 0) return []
  const byLead = await loadMoney(tx, leadIds)
  if (byLead.size === 0) return []
  await keepMatchDays(tx)
  const [within] = await tx.query<MatchDays>(`select report_match_days as days, time_zone as "timeZone" from organizations where id = $1`, [
    tx.organizationId,
  ])
  if (!within) throw new Error('The organization of a transaction is not there')
  const changed = [...byLead.values()].flatMap((money) => changesOf(money, within))
  if (changed.length === 0) return []
  const [reportIds, tied] = [changed.map(({ id }) => id), changed.filter(({ now }) => now !== null)]
  // First all are untied, so that no payment is tied twice on the way; also from a report of the lead whose payment it was until now.
  const untied = await tx.query<{ id: string }>(
    `update payments set matched_payment_id = null
     where organization_id = $1 and matched_payment_id is not null
       and (id = any($2::uuid[]) or (matched_payment_id = any($3::uuid[]) and reconciliation is null))
     returning id`,
    [tx.organizationId, reportIds, tied.map(({ now }) => now)],
  )
  if (tied.length > 0)
    await tx.query(
      `update payments p set matched_payment_id = m.payment from unnest($2::uuid[], $3::uuid[]) as m(report, payment)
       where p.organization_id = $1 and p.id = m.report`,
      [tx.organizationId, tied.map(({ id }) => id), tied.map(({ now }) => now)],
    )
  const payments = changed.flatMap(({ before, now }) => [before, now]).filter((id) => id !== null)
  const ids = [...new Set([...untied.map(({ id }) => id), ...reportIds, ...payments])]
  await reportsMatched.announce(tx, { paymentIds: ids })
  return ids
}

/** What the rule may look at, of those of the leads of whom a closer reported cash, by lead. */
async function loadMoney(tx: Tx, leadIds: readonly string[]): Promise<ReadonlyMap<string, MoneyOfLead[]>> {
  const rows = await tx.query<Omit<MoneyOfLead, 'paidAt'> & { paidAt: string }>(
    `select p.id, p.lead_id as "leadId", p.origin = 'form' as "isReport", coalesce(p.purchase_ref, e.booking_ref) as "purchaseRef",
       p.amount_minor as "amountMinor", p.currency, p.paid_at as "paidAt", p.matched_payment_id as "matchedPaymentId"
     from payments p
     left join post_call_forms f on f.organization_id = p.organization_id and f.id = p.form_id
     left join events e on e.organization_id = f.organization_id and e.id = f.event_id
     where p.organization_id = $1 and p.lead_id = any($2::uuid[]) and p.withdrawn_at is null and p.deletion_id is null
       and p.reconciliation is null and p.status <> 'failed' and p.origin in ('form', 'processor', 'manual') and not exists (
         select from payments r where r.organization_id = p.organization_id and r.matched_payment_id = p.id and r.reconciliation is not null)`,
    [tx.organizationId, leadIds],
  )
  const byLead = new Map<string, MoneyOfLead[]>(rows.filter(({ isReport }) => isReport).map(({ leadId }) => [leadId, []]))
  for (const row of rows) byLead.get(row.leadId)?.push({ ...row, paidAt: dateFromPostgres(row.paidAt) })
  return byLead
}

/** The reports of one lead that are to be tied otherwise than they are. */
function changesOf(money: readonly MoneyOfLead[], within: MatchDays): { id: string; before: string | null; now: string | null }[] {
  const reports = money.filter(({ isReport }) => isReport)
  const paymentOf = new Map(
    matchReports(
      reports,
      money.filter(({ isReport }) => !isReport),
      within,
    ),
  )
  return reports
    .map(({ id, matchedPaymentId }) => ({ id, before: matchedPaymentId, now: paymentOf.get(id) ?? null }))
    .filter(({ before, now }) => before !== now)
}
