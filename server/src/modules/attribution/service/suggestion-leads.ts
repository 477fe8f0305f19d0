import type { Tx } from '../../../database/tx.ts'
import { likePattern } from '../../../lib/like-pattern.ts'
import { companyOf, mailboxOf, phoneEnding } from './identity-traces.ts'
import { tellingWords } from './near-names.ts'
import type { UncreditedPayment } from './score-suggestion.ts'

/** A payment without credit, with what the search for its lead goes by. */
export interface UncreditedRow extends UncreditedPayment {
  id: string
  connectionId: string | null
  customerRef: string | null
}

/** A lead who left a trace in a payment, found by a search that is bounded. */
export interface FoundLead {
  paymentId: string
  leadId: string
  /** PostgreSQL's text; when a closer reported the amount of them. */
  reportedAt: string | null
  sameBuyer: boolean
}

/** No more calls than these are looked at by name: those nearest to the payment. */
const mostOfEachKind = 40
/** How far from the payment a call's lead is looked for by name, and a report by amount. */
const callDays = 90
const reportDays = 10

/** The leads who may be behind payments: a bounded number for each, however many there are in the organization. */
export async function findSuggestedLeads(tx: Tx, payments: readonly UncreditedRow[]): Promise<FoundLead[]> {
  const [byCall, byReport, byBuyer, byPhone] = [
    await leadsOfCalls(tx, payments),
    await leadsOfReports(tx, payments),
    await leadsOfBuyers(tx, payments),
    await leadsOfPhones(tx, payments),
  ]
  const found = new Map<string, FoundLead>()
  for (const row of [...byCall, ...byReport, ...byBuyer, ...byPhone]) {
    const key = `${row.paymentId} ${row.leadId}`
    const known = found.get(key)
    found.set(key, { ...row, reportedAt: known?.reportedAt ?? row.reportedAt, sameBuyer: (known?.sameBuyer ?? false) || row.sameBuyer })
  }
  return [...found.values()]
}

/** Leads of the calls around a payment whose name has a word of the customer's, or whose address is of the same mailbox or company. */
async function leadsOfCalls(tx: Tx, payments: readonly UncreditedRow[]): Promise<FoundLead[]> {
  const wanted = payments.flatMap(({ id, paidAt, customerName, customerEmail }) => {
    const [mailbox, company] = [mailboxOf(customerEmail), companyOf(customerEmail)]
    const emails = [...(mailbox ? [`${escaped(mailbox)}@%`, `${escaped(mailbox)}+%`] : []), ...(company ? [`%@${escaped(company)}`] : [])]
    const words = tellingWords(customerName ?? '').map(likePattern)
    return emails.length + words.length === 0 ? [] : [{ id, paidAt: paidAt.toISOString(), emails, words }]
  })
  return searching(
    tx,
    wanted,
    `select e.lead_id as "leadId" from events e
     where e.organization_id = $1 and e.scheduled_at between (w.item ->> 'paidAt')::timestamptz - interval '${callDays} days'
         and (w.item ->> 'paidAt')::timestamptz + interval '${callDays} days'
       and e.duplicate_of_id is null and not e.replaced
       and (e.lead_name ilike any(array(select jsonb_array_elements_text(w.item -> 'words')))
         or e.lead_email like any(array(select jsonb_array_elements_text(w.item -> 'emails'))))
     group by e.lead_id
     order by min(abs(extract(epoch from e.scheduled_at - (w.item ->> 'paidAt')::timestamptz))), e.lead_id limit ${mostOfEachKind}`,
  )
}

/** Leads of whom a closer reported this very amount within days, where no payment stands for that report yet. */
async function leadsOfReports(tx: Tx, payments: readonly UncreditedRow[]): Promise<FoundLead[]> {
  const wanted = payments.map(({ id, paidAt, amountMinor, currency }) => ({
    id,
    paidAt: paidAt.toISOString(),
    amountMinor: String(amountMinor),
    currency,
  }))
  return searching(
    tx,
    wanted,
    `select r.lead_id as "leadId", min(r.paid_at)::text as "reportedAt" from payments r
     where r.organization_id = $1 and r.amount_minor = (w.item ->> 'amountMinor')::bigint and r.origin = 'form' and r.currency = w.item ->> 'currency'
       and r.lead_id is not null and r.matched_payment_id is null and r.withdrawn_at is null and r.deletion_id is null
       and r.paid_at between (w.item ->> 'paidAt')::timestamptz - interval '${reportDays} days' and (w.item ->> 'paidAt')::timestamptz + interval '${reportDays} days'
     group by r.lead_id order by 2, 1 limit ${mostOfEachKind}`,
  )
}

/** Leads to whom other payments of the same customer of the processor are credited, by whatever way. */
async function leadsOfBuyers(tx: Tx, payments: readonly UncreditedRow[]): Promise<FoundLead[]> {
  const wanted = payments.flatMap(({ id, connectionId, customerRef }) =>
    connectionId && customerRef ? [{ id, connectionId, customerRef }] : [],
  )
  return searching(
    tx,
    wanted,
    `select distinct o.lead_id as "leadId", true as "sameBuyer" from payments o
     where o.organization_id = $1 and o.connection_id = (w.item ->> 'connectionId')::uuid and o.customer_ref = w.item ->> 'customerRef'
       and o.id <> (w.item ->> 'id')::uuid and o.lead_id is not null and o.deletion_id is null order by 1 limit ${mostOfEachKind}`,
  )
}

/** Leads whose number ends as the customer's does. */
async function leadsOfPhones(tx: Tx, payments: readonly UncreditedRow[]): Promise<FoundLead[]> {
  const wanted = payments.flatMap(({ id, customerPhone }) => {
    const ending = phoneEnding(customerPhone)
    return ending ? [{ id, ending }] : []
  })
  return searching(
    tx,
    wanted,
    `select distinct n.lead_id as "leadId" from lead_phones n
     where n.organization_id = $1 and right(n.phone, 7) = w.item ->> 'ending' order by 1 limit ${mostOfEachKind}`,
  )
}

/** Runs a bounded search for each of the payments, all in one query. */
async function searching(tx: Tx, wanted: readonly { id: string }[], search: string): Promise<FoundLead[]> {
  if (wanted.length === 0) return []
  const rows = await tx.query<Partial<FoundLead> & Pick<FoundLead, 'paymentId' | 'leadId'>>(
    `select (w.item ->> 'id') as "paymentId", f.* from jsonb_array_elements($2::text::jsonb) as w(item) cross join lateral (${search}) f`,
    [tx.organizationId, JSON.stringify(wanted)],
  )
  return rows.map((row) => ({ reportedAt: null, sameBuyer: false, ...row }))
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
