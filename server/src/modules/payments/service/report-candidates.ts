import type { Tx } from '../../../database/tx.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import type { MatchDays } from './match-report.ts'
import { withinMatchDays } from './match-days-sql.ts'
import { type Candidate, type ComparedMoney, rankCandidates } from './report-candidate.ts'

interface Row {
  id: string
  leadId: string | null
  amountMinor: bigint
  currency: string
  paidAt: string
  otherId: string
  otherLeadId: string | null
  otherAmountMinor: bigint
  otherCurrency: string
  otherPaidAt: string
  days: number
  timeZone: string
}

const nearest = `order by abs(extract(epoch from m.paid_at - w.paid_at)), m.id limit 10`
/** Live money on the other side that nothing was decided of. */
const otherSide = `m.organization_id = w.organization_id and (m.origin = 'form') <> (w.origin = 'form') and m.withdrawn_at is null
  and m.deletion_id is null and m.status <> 'failed' and m.matched_payment_id is null and m.reconciliation is null
  and not exists (select from payments r where r.organization_id = m.organization_id and r.matched_payment_id = m.id)`

/**
 * What each of these reports may be the money of, or which reports each of these payments may be: of the same lead, whatever the amount,
 * or of the same amount in the days in which the rule matches, where the payment is credited to no call or
 * goes by the same name. None for what was matched or decided.
 */
export async function loadMatchCandidates(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Candidate[]>> {
  const rows = await tx.query<Row>(
    `with w as (
       select p.*, o.report_match_days as days, o.time_zone from payments p join organizations o on o.id = p.organization_id
       where p.organization_id = $1 and p.id = any($2::uuid[]) and p.withdrawn_at is null and p.deletion_id is null and p.status <> 'failed'
         and p.matched_payment_id is null and p.reconciliation is null
         and not exists (select from payments r where r.organization_id = p.organization_id and r.matched_payment_id = p.id)
     )
     select w.id, w.lead_id as "leadId", w.amount_minor as "amountMinor", w.currency, w.paid_at as "paidAt", c.id as "otherId",
       c.lead_id as "otherLeadId", c.amount_minor as "otherAmountMinor", c.currency as "otherCurrency", c.paid_at as "otherPaidAt", w.days,
       w.time_zone as "timeZone"
     from w cross join lateral (
       (select m.id, m.lead_id, m.amount_minor, m.currency, m.paid_at from payments m where ${otherSide} and m.lead_id = w.lead_id ${nearest})
       union all
       (select m.id, m.lead_id, m.amount_minor, m.currency, m.paid_at from payments m where ${otherSide} and m.lead_id is distinct from w.lead_id
          and (m.event_id is null or w.event_id is null or lower(m.customer_name) = lower(w.customer_name))
          and m.amount_minor = w.amount_minor and m.currency = w.currency
          and ${withinMatchDays('m', 'w', { days: 'w.days', timeZone: 'w.time_zone' })} ${nearest})
     ) c`,
    [tx.organizationId, ids],
  )
  const found = new Map<string, { of: ComparedMoney; others: ComparedMoney[]; within: MatchDays }>()
  for (const row of rows) {
    const { id, leadId, amountMinor, currency, paidAt, days, timeZone } = row
    const entry = found.get(id) ?? {
      of: { id, leadId, amountMinor, currency, paidAt: dateFromPostgres(paidAt) },
      others: [],
      within: { days, timeZone },
    }
    found.set(id, entry)
    entry.others.push({
      id: row.otherId,
      leadId: row.otherLeadId,
      amountMinor: row.otherAmountMinor,
      currency: row.otherCurrency,
      paidAt: dateFromPostgres(row.otherPaidAt),
    })
  }
  return new Map([...found].map(([id, { of, others, within }]) => [id, rankCandidates(of, others, within)]))
}

/** The report that each of these payments stands for. */
export async function loadReportIdsOf(tx: Tx, paymentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; paymentId: string }>(
    `select id, matched_payment_id as "paymentId" from payments where organization_id = $1 and matched_payment_id = any($2::uuid[])`,
    [tx.organizationId, paymentIds],
  )
  return new Map(rows.map(({ id, paymentId }) => [paymentId, id]))
}
