import type { CallStatus } from '../../events/service/index.ts'

/** An event that a payment may be credited to. */
export interface CandidateEvent {
  eventId: string
  leadId: string
  leadName: string
  scheduledAt: Date
  bookedAt: Date
  status: CallStatus
  /** Moved to another time: its successor stands for it. */
  replaced: boolean
  closerId: string | null
  closerName: string | null
  setterId: string | null
  setterName: string | null
  sourceId: string | null
  trafficTypeId: string | null
}

/** Whom a person credited a payment to; nulls are nobody, on purpose. */
export interface HandCredit {
  leadId: string | null
  closerId: string | null
  closerName: string | null
  setterId: string | null
  setterName: string | null
  sourceId: string | null
  trafficTypeId: string | null
}

/** All that the rules look at. */
export interface AttributionFacts {
  payment: { paidAt: Date; customerEmail: string | null; customerPhone: string | null; subscriptionRef: string | null }
  /** How many days before the payment an event may lie. */
  windowDays: number
  references: readonly { where: string; value: string; event: CandidateEvent | null }[]
  /** The first payment of the same subscription, if this is not it; with whom it is credited to where a person decided that. */
  first: { paymentId: string; paidAt: Date; event: CandidateEvent | null; byHand: HandCredit | null } | null
  match: { by: 'email' | 'alternate_email' | 'phone'; value: string; leadId: string; leadName: string } | null
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
}

export interface AttributionDecision {
  method: AttributionRule | 'none'
  leadId: string | null
  eventId: string | null
  closerId: string | null
  setterId: string | null
  sourceId: string | null
  trafficTypeId: string | null
  summary: string
  trail: AttributionStep[]
}
