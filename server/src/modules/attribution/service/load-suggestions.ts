import type { Tx } from '../../../database/tx.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { countedPayments } from '../../payments/service/index.ts'
import type { CandidateEvent } from './attribution-facts.ts'
import { loadEventsOfLeads } from './candidate-events.ts'
import { chooseEvent } from './choose-event.ts'
import { loadWindow } from './load-attribution-facts.ts'
import { commonTraces, type Scored, scoreSuggestion } from './score-suggestion.ts'
import { findSuggestedLeads, type UncreditedRow } from './suggestion-leads.ts'

/** A call that a payment without credit may be for, for a person to decide. */
export interface Suggestion extends Scored {
  eventId: string
  leadId: string
}

const mostSuggested = 5

/** What the payments of these ids that are credited to no call may be for, the likeliest first; by payment. */
export async function loadSuggestions(tx: Tx, paymentIds: readonly string[]): Promise<ReadonlyMap<string, Suggestion[]>> {
  const payments = await loadUncredited(tx, paymentIds)
  const found = await findSuggestedLeads(tx, payments)
  const leadIds = [...new Set(found.map(({ leadId }) => leadId))]
  if (leadIds.length === 0) return new Map()
  const windowDays = await loadWindow(tx)
  const leads = await loadTraces(tx, leadIds)
  const events = await loadEventsOfLeads(tx, leadIds)
  const unpaid = await unpaidOf(tx, [...events.values()].flat())
  const suggestions = new Map<string, (Suggestion & { event: CandidateEvent })[]>()
  for (const payment of payments) {
    const mine = found.filter(({ paymentId }) => paymentId === payment.id)
    const common = commonTraces(
      payment,
      mine.flatMap(({ leadId }) => leads.get(leadId) ?? []),
    )
    const ofPayment = mine
      .flatMap(({ leadId, reportedAt, sameBuyer }) => {
        const event = callFor(payment, events.get(leadId) ?? [], windowDays)
        const known = leads.get(leadId)
        if (!event || !known) return []
        const lead = {
          leadId,
          ...known,
          event,
          unpaid: unpaid.has(event.eventId),
          reportedAt: reportedAt === null ? null : dateFromPostgres(reportedAt),
          sameBuyer,
        }
        const scored = scoreSuggestion(payment, lead, common)
        return scored ? [{ eventId: event.eventId, leadId, event, ...scored }] : []
      })
      .sort(
        (a, b) =>
          b.score - a.score ||
          distance(payment, a.event) - distance(payment, b.event) ||
          (a.event.bookingRef < b.event.bookingRef ? -1 : 1),
      )
    suggestions.set(payment.id, ofPayment.slice(0, mostSuggested))
  }
  return suggestions
}

const distance = (payment: UncreditedRow, event: CandidateEvent): number => Math.abs(payment.paidAt.getTime() - event.scheduledAt.getTime())

/** The call that the rules would take if the payment were this lead's; else the nearest that was not moved. */
function callFor(payment: UncreditedRow, events: readonly CandidateEvent[], windowDays: number): CandidateEvent | null {
  const chosen = chooseEvent({ payment, windowDays, events })
  if (chosen) return chosen.event
  const standing = events.filter(({ moved }) => !moved)
  return [...standing].sort((a, b) => distance(payment, a) - distance(payment, b) || (a.bookingRef < b.bookingRef ? -1 : 1))[0] ?? null
}

async function loadUncredited(tx: Tx, ids: readonly string[]): Promise<UncreditedRow[]> {
  const rows = await tx.query<Omit<UncreditedRow, 'paidAt'> & { paidAt: string }>(
    `select p.id, p.amount_minor as "amountMinor", p.currency, p.paid_at as "paidAt", p.customer_name as "customerName", p.customer_email as "customerEmail",
       p.customer_phone as "customerPhone", p.connection_id as "connectionId", p.customer_ref as "customerRef"
     from payments p where p.organization_id = $1 and p.id = any($2::uuid[]) and p.event_id is null and ${countedPayments}`,
    [tx.organizationId, ids],
  )
  return rows.map((row) => ({ ...row, paidAt: dateFromPostgres(row.paidAt) }))
}

async function loadTraces(tx: Tx, leadIds: readonly string[]) {
  const rows = await tx.query<{ id: string; names: string[]; emails: string[]; phones: string[] }>(
    `select l.id, array[l.name] as names,
       array(select e.email from lead_emails e where e.organization_id = l.organization_id and e.lead_id = l.id order by e.email) as emails,
       array(select n.phone from lead_phones n where n.organization_id = l.organization_id and n.lead_id = l.id order by n.phone) as phones
     from leads l where l.organization_id = $1 and l.id = any($2::uuid[]) and l.merged_into_id is null`,
    [tx.organizationId, leadIds],
  )
  return new Map(rows.map(({ id, ...traces }) => [id, traces]))
}

/** Those of the events to which no payment that counts is credited. */
async function unpaidOf(tx: Tx, events: readonly CandidateEvent[]): Promise<ReadonlySet<string>> {
  const ids = events.map(({ eventId }) => eventId)
  const paid = await tx.query<{ id: string }>(
    `select distinct p.event_id as id from payments p where p.organization_id = $1 and p.event_id = any($2::uuid[]) and p.origin <> 'form' and ${countedPayments}`,
    [tx.organizationId, ids],
  )
  const known = new Set(paid.map(({ id }) => id))
  return new Set(ids.filter((id) => !known.has(id)))
}
