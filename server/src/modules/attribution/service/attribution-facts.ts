import type { confidences, DecidedShare } from '@clinch/drizzle/tables'
import type { Money } from '../../../lib/money.ts'
import type { EventRow } from '../../events/service/index.ts'

/** How sure a credit is. */
export type Confidence = (typeof confidences)[number]

/** An event that a payment may be credited to. */
export interface CandidateEvent {
  eventId: string
  /** The booking tool's name of it: tells equals apart, whichever came first. */
  bookingRef: string
  leadId: string
  leadName: string
  scheduledAt: Date
  /** When it was booked first; of one that others were moved to, when the first of them was. */
  bookedAt: Date
  status: EventRow['status']
  outcome: EventRow['outcome']
  /** The cash that its form reports. */
  reported: Money | null
  /** Moved to another time, and neither held nor missed at its own: its successor stands for it. */
  moved: boolean
  closerId: string | null
  closerName: string | null
  setterId: string | null
  setterName: string | null
  sourceId: string | null
  trafficTypeId: string | null
}

/** The reported cash that a person matched a payment with. */
export interface MatchedReport {
  reportId: string
  /** The call of the form that reports it. */
  event: CandidateEvent
  /** Who filed the form. */
  reportedBy: string
}

/** Whom a person credited a payment to; nulls are nobody, on purpose. */
export interface HandCredit {
  leadId: string | null
  closerId: string | null
  setterId: string | null
  sourceId: string | null
  trafficTypeId: string | null
  shares: readonly DecidedShare[]
  /** The closers, then the setters, the largest share first. */
  names: readonly string[]
}

/** The lead behind a payment, and by what they are known to be. */
export interface KnownCustomer {
  by: 'email' | 'alternate_email' | 'phone' | 'customer'
  /** The address or number; the processor's id of the customer. */
  value: string
  leadId: string
  leadName: string
  /** Which payment of the same customer of the processor said so, and how it knew. */
  through: { paymentId: string; paidAt: Date; how: string } | null
}

/** All that the rules look at. */
export interface AttributionFacts {
  payment: Money & {
    paidAt: Date
    customerEmail: string | null
    customerPhone: string | null
    customerRef: string | null
    subscriptionRef: string | null
  }
  /** How many days before the payment an event may lie. */
  windowDays: number
  /** The reported cash that a person matched it with. */
  report: MatchedReport | null
  references: readonly { where: string; value: string; event: CandidateEvent | null }[]
  /** The first payment of the same subscription, if this is not it; with whom it is credited to where a person decided that. */
  first: { paymentId: string; paidAt: Date; event: CandidateEvent | null; confidence: Confidence | null; byHand: HandCredit | null } | null
  match: KnownCustomer | null
  /** The leads whom payments of the same customer of the processor lead to, where they are several: then it is nobody's. */
  contradictory: readonly string[]
  /** The matched lead's. */
  events: readonly CandidateEvent[]
}

export type AttributionRule = 'reference' | 'inherited' | 'matched_past' | 'matched_coming'

export interface StepCandidate {
  eventId: string
  /** ISO 8601. */
  scheduledAt: string
  verdict: 'chosen' | 'older' | 'moved' | 'canceled' | 'outside_window' | 'booked_after_payment' | 'later'
  note: string
}

/** One rule, and what it came to, in words that a person can read. */
export interface AttributionStep {
  rule: AttributionRule
  result: 'found' | 'nothing' | 'not_needed'
  question: string
  explanation: string
  candidates: StepCandidate[]
  /** Of the rule that found the call: why the credit is as sure as it is. */
  confidenceReason?: string
}

export interface AttributionDecision {
  method: AttributionRule | 'none'
  /** None where it is credited to nobody's call. */
  confidence: Confidence | null
  leadId: string | null
  eventId: string | null
  closerId: string | null
  setterId: string | null
  sourceId: string | null
  trafficTypeId: string | null
  /** Among whom it is split; empty where one closer and one setter have all of it. */
  shares: readonly DecidedShare[]
  summary: string
  trail: AttributionStep[]
}
