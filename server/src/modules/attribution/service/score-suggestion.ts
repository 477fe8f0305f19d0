import { formatDecimal, type Money } from '../../../lib/money.ts'
import type { CandidateEvent } from './attribution-facts.ts'
import { companyOf, mailboxOf, phoneEnding } from './identity-traces.ts'
import { nearNames } from './near-names.ts'

/** A payment without credit, as far as its customer is told. */
export interface UncreditedPayment extends Money {
  paidAt: Date
  customerName: string | null
  customerEmail: string | null
  customerPhone: string | null
}

/** A lead who may be behind it, with the call that it could be for. */
export interface SuggestedLead {
  leadId: string
  names: readonly string[]
  emails: readonly string[]
  phones: readonly string[]
  event: CandidateEvent
  /** No payment that counts is credited to the call. */
  unpaid: boolean
  /** When a closer reported this very amount of them, if one did. */
  reportedAt: Date | null
  /** Another payment of the same customer of the processor is credited to them. */
  sameBuyer: boolean
}

/** What so many of the leads found share that it tells none of them apart. */
export interface CommonTraces {
  company: boolean
  phone: boolean
}

/** More leads than these are no company and no household. */
const mostSharing = 5

/** Which traces of a payment too many leads share: the domain of a mail provider that is not known as one, a number of a whole office. */
export function commonTraces(payment: UncreditedPayment, leads: readonly Pick<SuggestedLead, 'emails' | 'phones'>[]): CommonTraces {
  const [company, phone] = [companyOf(payment.customerEmail), phoneEnding(payment.customerPhone)]
  return {
    company: leads.filter(({ emails }) => emails.some((email) => company !== null && companyOf(email) === company)).length > mostSharing,
    phone: leads.filter(({ phones }) => phones.some((own) => phone !== null && phoneEnding(own) === phone)).length > mostSharing,
  }
}

export interface Scored {
  /** From 1 to 100. */
  score: number
  /** Why, in words, the strongest first. */
  reasons: string[]
}

const dayMs = 86_400_000

const names = { same: 40, near: 28 } as const

/**
 * How likely a payment is this lead's, for a person to decide. Each trace adds to the score; the call itself adds a little, but is no
 * trace of who paid: null where nothing else speaks for it.
 */
export function scoreSuggestion(
  payment: UncreditedPayment,
  lead: SuggestedLead,
  common: CommonTraces = { company: false, phone: false },
): Scored | null {
  const traces = tracesOf(payment, lead, common).sort((a, b) => b.points - a.points)
  if (traces.length === 0) return null
  const all = [...traces, ...callTraces(payment, lead)]
  return {
    score: Math.min(
      100,
      all.reduce((sum, { points }) => sum + points, 0),
    ),
    reasons: all.map(({ words }) => words),
  }
}

interface Trace {
  points: number
  words: string
}

function tracesOf(payment: UncreditedPayment, lead: SuggestedLead, common: CommonTraces): Trace[] {
  const traces: Trace[] = []
  if (lead.sameBuyer) traces.push({ points: 50, words: 'Another payment of the same customer of the processor is theirs' })
  if (lead.reportedAt) {
    const amount = `${formatDecimal(payment)} ${payment.currency}`
    traces.push({ points: 45, words: `The closer reported ${amount} of them ${apart(lead.reportedAt, payment.paidAt)}` })
  }
  const phone = phoneEnding(payment.customerPhone)
  if (phone && !common.phone && lead.phones.some((own) => phoneEnding(own) === phone))
    traces.push({ points: 40, words: `The phone number ends alike, in ${phone.slice(-4)}` })
  const name = payment.customerName
  if (name !== null) {
    const alike = lead.names.map((own) => ({ own, how: nearNames(name, own) }))
    const found = alike.find(({ how }) => how === 'same') ?? alike.find(({ how }) => how === 'near')
    if (found?.how)
      traces.push({
        points: names[found.how],
        words: found.how === 'same' ? `The same name: ${found.own}` : `Nearly the same name: ${found.own}`,
      })
  }
  const mailbox = mailboxOf(payment.customerEmail)
  if (mailbox && lead.emails.some((own) => mailboxOf(own) === mailbox))
    traces.push({ points: 35, words: `The same name before the @: ${mailbox}` })
  const company = companyOf(payment.customerEmail)
  if (company && !common.company && lead.emails.some((own) => companyOf(own) === company))
    traces.push({ points: 25, words: `An address of the same company: ${company}` })
  return traces
}

function callTraces(payment: UncreditedPayment, { event, unpaid }: SuggestedLead): Trace[] {
  if (!unpaid) return []
  const when = apart(event.scheduledAt, payment.paidAt)
  return event.outcome === 'closed'
    ? [{ points: 20, words: `The call ${when} closed, and no payment for it is known` }]
    : [{ points: 8, words: `A call ${when}, and no payment for it is known` }]
}

/** "3 days before", "the same day", "1 day later". */
function apart(then: Date, paidAt: Date): string {
  const days = Math.round((paidAt.getTime() - then.getTime()) / dayMs)
  if (days === 0) return 'the same day'
  return `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days > 0 ? 'before' : 'later'}`
}
