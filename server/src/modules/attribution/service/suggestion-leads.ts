import type { Tx } from '../../../database/tx.ts'
import { likePattern } from '../../../lib/like-pattern.ts'
import { isMoved } from '../../events/service/index.ts'
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
    return emails.length + words.length === 0 ? [] : [{ id, paid: paidAt, ...around(paidAt, callDays), emails, words }]
  })
  return searching(
    tx,
    wanted,
    'paid timestamptz, earliest timestamptz, latest timestamptz, emails text[], words text[]',
    `select e.lead_id as "leadId" from events e
     where e.organization_id = $1 and e.scheduled_at between w.earliest and w.latest and e.duplicate_of_id is null and not ${isMoved()}
       and (e.lead_name ilike any(w.words) or e.lead_email like any(w.emails))
     group by e.lead_id order by min(abs(extract(epoch from e.scheduled_at - w.paid))), e.lead_id limit ${mostOfEachKind}`,
  )
}

/** Leads of whom a closer reported this very amount within days, where no payment stands for that report yet. */
async function leadsOfReports(tx: Tx, payments: readonly UncreditedRow[]): Promise<FoundLead[]> {
  const wanted = payments.map(({ id, paidAt, amountMinor, currency }) => ({
    id,
    ...around(paidAt, reportDays),
    amount: String(amountMinor),
    currency,
  }))
  return searching(
    tx,
    wanted,
    'earliest timestamptz, latest timestamptz, amount bigint, currency text',
    `select r.lead_id as "leadId", min(r.paid_at)::text as "reportedAt" from payments r
     where r.organization_id = $1 and r.amount_minor = w.amount and r.origin = 'form' and r.currency = w.currency
       and r.lead_id is not null and r.matched_payment_id is null and r.withdrawn_at is null and r.deletion_id is null
       and r.paid_at between w.earliest and w.latest
     group by r.lead_id order by 2, 1 limit ${mostOfEachKind}`,
  )
}

/** Leads to whom other payments of the same customer of the processor are credited, by whatever way. */
async function leadsOfBuyers(tx: Tx, payments: readonly UncreditedRow[]): Promise<FoundLead[]> {
  const wanted = payments.flatMap(({ id, connectionId, customerRef }) =>
    connectionId && customerRef ? [{ id, connection: connectionId, customer: customerRef }] : [],
  )
  return searching(
    tx,
    wanted,
    'connection uuid, customer text',
    `select distinct o.lead_id as "leadId", true as "sameBuyer" from payments o
     where o.organization_id = $1 and o.connection_id = w.connection and o.customer_ref = w.customer and o.id <> w.id and o.lead_id is not null and o.deletion_id is null order by 1 limit ${mostOfEachKind}`,
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
    'ending text',
    `select distinct n.lead_id as "leadId" from lead_phones n
     where n.organization_id = $1 and n.ending = w.ending order by 1 limit ${mostOfEachKind}`,
  )
}

/** So many days before and after a moment. */
const around = (moment: Date, days: number) => ({
  earliest: new Date(moment.getTime() - days * 86_400_000),
  latest: new Date(moment.getTime() + days * 86_400_000),
})

/**
 * Runs a bounded search for each of the payments, all in one query. What is looked for stands in columns: row-level security lets an index
 * be asked for a column's value, but not for what is taken out of a document first.
 */
async function searching(tx: Tx, wanted: readonly { id: string }[], columns: string, search: string): Promise<FoundLead[]> {
  if (wanted.length === 0) return []
  const rows = await tx.query<Partial<FoundLead> & Pick<FoundLead, 'paymentId' | 'leadId'>>(
    `select w.id as "paymentId", f.* from jsonb_to_recordset($2::text::jsonb) as w(id uuid, ${columns}) cross join lateral (${search}) f`,
    [tx.organizationId, JSON.stringify(wanted)],
  )
  return rows.map((row) => ({ reportedAt: null, sameBuyer: false, ...row }))
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
