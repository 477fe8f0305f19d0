import type { Money } from '../../../lib/money.ts'
import type { Tx } from '../../../database/tx.ts'
import { matchCustomers } from '../../leads/service/index.ts'
import { extractReferences } from '../../payments/service/index.ts'
import type { AttributionFacts, KnownCustomer } from './attribution-facts.ts'
import { findEventsNamed, loadEventsOfLeads } from './candidate-events.ts'
import { type DecidedAhead, loadFirstPayments, subscriptionKey } from './first-payments.ts'
import { buyerKey, firstNamed, identifyBuyers } from './identify-buyers.ts'
import { loadMatchedReports } from './matched-reports.ts'

/** A payment as attribution looks at it. */
export interface PaymentToCredit extends Money {
  id: string
  connectionId: string | null
  paidAt: Date
  customerRef: string | null
  customerEmail: string | null
  customerPhone: string | null
  metadata: Record<string, string>
  clientReference: string | null
  subscriptionRef: string | null
}

/**
 * Loads all that the rules of attribution look at, of many payments at once, in their order. `ahead` stands for what is stored of
 * payments whose credit was decided but not stored.
 */
export async function loadAttributionFacts(
  tx: Tx,
  payments: readonly PaymentToCredit[],
  ahead: DecidedAhead = new Map(),
): Promise<AttributionFacts[]> {
  const windowDays = await loadWindow(tx)
  const references = payments.map(({ metadata, clientReference }) => extractReferences(metadata, clientReference))
  const named = await findEventsNamed(tx, [...new Set(references.flat().map(({ value }) => value))])
  const reports = await loadMatchedReports(
    tx,
    payments.map(({ id }) => id),
  )
  const firsts = await loadFirstPayments(
    tx,
    payments.flatMap((payment) => subscriptionOf(payment) ?? []),
    ahead,
  )
  const customers = await identifyCustomers(tx, payments)
  const events = await loadEventsOfLeads(tx, [...new Set(customers.flatMap(({ match }) => match?.leadId ?? []))])
  return payments.map((payment, index) => {
    const { match, contradictory } = customers[index] ?? { match: null, contradictory: [] }
    const subscription = subscriptionOf(payment)
    const first = (subscription && firsts.get(subscriptionKey(subscription))) ?? null
    return {
      payment,
      windowDays,
      report: reports.get(payment.id) ?? null,
      references: (references[index] ?? []).map((reference) => ({ ...reference, event: firstNamed([reference], named) })),
      first: first?.paymentId === payment.id ? null : first,
      match,
      contradictory,
      events: (match && events.get(match.leadId)) ?? [],
    }
  })
}

const subscriptionOf = ({ connectionId, subscriptionRef }: PaymentToCredit) =>
  connectionId === null || subscriptionRef === null ? null : { connectionId, subscriptionRef }

const buyerOf = ({ connectionId, customerRef }: PaymentToCredit) =>
  connectionId === null || customerRef === null ? null : { connectionId, customerRef }

/** Who paid: by what the payment says itself, else by what other payments of the same customer of the processor say. */
async function identifyCustomers(
  tx: Tx,
  payments: readonly PaymentToCredit[],
): Promise<Pick<AttributionFacts, 'match' | 'contradictory'>[]> {
  const own = await matchCustomers(
    tx,
    payments.map(({ customerEmail, customerPhone }) => ({ email: customerEmail, phone: customerPhone })),
  )
  const unnamed = payments.filter((_, index) => !own[index])
  const buyers = await identifyBuyers(
    tx,
    unnamed.flatMap((payment) => buyerOf(payment) ?? []),
  )
  return payments.map((payment, index) => {
    const match = own[index]
    if (match) return { match: { ...match, through: null }, contradictory: [] }
    const buyer = buyerOf(payment)
    const leads = (buyer && buyers.get(buyerKey(buyer))?.leads) ?? []
    const [only, ...others] = leads
    if (!only || !buyer) return { match: null, contradictory: [] }
    if (others.length > 0) return { match: null, contradictory: leads.map(({ leadName }) => leadName).sort() }
    const known: KnownCustomer = { by: 'customer', value: buyer.customerRef, ...only }
    return { match: known, contradictory: [] }
  })
}

/** How many days before a payment an event may lie. */
export async function loadWindow(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ days: number }>(`select attribution_window_days as days from organizations where id = $1`, [
    tx.organizationId,
  ])
  return row?.days ?? 60
}
