import type {
  AttributionDecision,
  AttributionFacts,
  AttributionRule,
  AttributionStep,
  CandidateEvent,
  HandCredit,
  StepCandidate,
} from './attribution-facts.ts'
import { candidatesOfMatch, chooseEvent } from './choose-event.ts'
import { judgeConfidence, type Sureness } from './confidence.ts'
import { explainMatch, instantInWords } from './explain.ts'

const questions: Readonly<Record<AttributionRule, string>> = {
  reference: 'Is a call named in the payment?',
  inherited: 'Does it follow an earlier payment?',
  matched_past: 'Who paid it, and which call came before it?',
  matched_coming: 'Is there a coming call that was booked before it?',
}

interface Finding {
  event: CandidateEvent | null
  /** Inherited from a person's decision, which may name people without a call, or nobody. */
  byHand?: HandCredit | null
  explanation: string
  candidates?: StepCandidate[]
}

/**
 * To whom a payment is credited. The rules are asked in order, and the first that finds an event wins: an explicit reference; the
 * first payment of its subscription; the customer's most recent event at or before the payment, inside the window; else their nearest
 * coming event that was booked before it. What each rule looked at is kept, for whoever asks why.
 */
export function decideAttribution(facts: AttributionFacts): AttributionDecision {
  const chosen = chooseEvent(facts)
  const rules: readonly [AttributionRule, () => Finding][] = [
    ['reference', () => byReference(facts)],
    ['inherited', () => byInheritance(facts)],
    ['matched_past', () => byMatch(facts, chosen, 'matched_past')],
    ['matched_coming', () => byMatch(facts, chosen, 'matched_coming')],
  ]
  const trail: AttributionStep[] = []
  let decision: AttributionDecision | null = null
  for (const [rule, ask] of rules) {
    const question = questions[rule]
    if (decision) {
      trail.push({ rule, result: 'not_needed', question, explanation: 'Not asked: the call was found already.', candidates: [] })
      continue
    }
    const { event, byHand = null, explanation, candidates = [] } = ask()
    if (!event && !byHand) {
      trail.push({ rule, result: 'nothing', question, explanation, candidates })
      continue
    }
    const sureness = judgeConfidence(facts, rule, event, byHand)
    trail.push({ rule, result: 'found', question, explanation, candidates, confidenceReason: sureness.reason })
    if (byHand) decision = creditAsByHand(byHand, event, sureness, trail)
    else if (event) decision = credit(rule, event, facts, sureness, trail)
  }
  return decision ?? uncredited(facts, trail)
}

function byReference({ references, report }: AttributionFacts): Finding {
  if (report) {
    const { event, reportedBy } = report
    return {
      event,
      explanation: `Yes. A person matched it with the cash that ${reportedBy} reported on ${callInWords(event)}.`,
    }
  }
  if (references.length === 0) return { event: null, explanation: 'No. It names no event, invitee or checkout of ours.' }
  for (const { where, value, event } of references) {
    if (event)
      return {
        event,
        explanation: `Yes. Its ${where} names ${callInWords(event)} (${value}).`,
      }
  }
  return {
    event: null,
    explanation: `No. It says ${references.map(({ where, value }) => `${where} “${value}”`).join(' and ')}, which is no call that is known.`,
  }
}

const callInWords = ({ leadName, scheduledAt }: CandidateEvent): string => `the call with ${leadName} of ${instantInWords(scheduledAt)}`

function byInheritance({ payment, first }: AttributionFacts): Finding {
  if (!payment.subscriptionRef) return { event: null, explanation: 'No. It belongs to no subscription.' }
  if (!first) return { event: null, explanation: 'No. It is the first payment of its subscription, so there is nothing to inherit.' }
  const when = instantInWords(first.paidAt)
  if (first.byHand) {
    const explanation = `Yes. The first payment of its subscription, of ${when}, was credited to ${inWords(first.byHand.names) ?? 'nobody'} by hand.`
    return { event: first.event, byHand: first.byHand, explanation }
  }
  if (!first.event) return { event: null, explanation: `The first payment of its subscription, of ${when}, is credited to no call itself.` }
  return {
    event: first.event,
    explanation: `Yes. The first payment of its subscription, of ${when}, is credited to the call with ${first.event.leadName}.`,
  }
}

function byMatch(facts: AttributionFacts, chosen: ReturnType<typeof chooseEvent>, rule: 'matched_past' | 'matched_coming'): Finding {
  const event = chosen?.method === rule ? chosen.event : null
  const candidates = facts.match ? candidatesOfMatch(facts, rule, event) : []
  return { event, explanation: explainMatch(facts, rule, event), candidates }
}

/** Names as a sentence has them: "Priya and Marcus"; null for none. */
export const inWords = (names: readonly string[]): string | null =>
  names.length < 2 ? (names[0] ?? null) : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

function creditAsByHand(
  byHand: HandCredit,
  event: CandidateEvent | null,
  { confidence }: Sureness,
  trail: AttributionStep[],
): AttributionDecision {
  const { leadId, closerId, setterId, sourceId, trafficTypeId, shares, names } = byHand
  return {
    method: 'inherited',
    confidence,
    leadId,
    eventId: event?.eventId ?? null,
    closerId,
    setterId,
    sourceId,
    trafficTypeId,
    shares,
    summary: `Credited to ${inWords(names) ?? 'nobody'}, as the first payment of its subscription was by hand.`,
    trail,
  }
}

function credit(
  method: AttributionRule,
  event: CandidateEvent,
  { payment, report }: AttributionFacts,
  { confidence }: Sureness,
  trail: AttributionStep[],
): AttributionDecision {
  const people = inWords([event.closerName, event.setterName].filter((name) => name !== null))
  const to = people === null ? 'Credited to a call without closer or setter' : `Credited to ${people}`
  const call = callInWords(event)
  const because = {
    reference: report ? `because a person matched it with the cash reported on ${call}` : `because the payment names ${call}`,
    inherited: `as the first payment of its subscription, for ${call}`,
    matched_past: `because ${call} is the customer’s most recent one before the payment`,
    matched_coming: `because ${call} is the customer’s next one, booked before the payment of ${instantInWords(payment.paidAt)}`,
  }[method]
  const { eventId, leadId, closerId, setterId, sourceId, trafficTypeId } = event
  return {
    method,
    confidence,
    leadId,
    eventId,
    closerId,
    setterId,
    sourceId,
    trafficTypeId,
    shares: [],
    summary: `${to}, ${because}.`,
    trail,
  }
}

function uncredited({ payment, match, contradictory }: AttributionFacts, trail: AttributionStep[]): AttributionDecision {
  const nobody =
    contradictory.length > 0
      ? 'its customer is known under several leads'
      : payment.customerEmail === null && payment.customerPhone === null
        ? 'nothing in it says who paid'
        : 'nobody on file has this email or phone'
  return {
    method: 'none',
    confidence: null,
    leadId: match?.leadId ?? null,
    eventId: null,
    closerId: null,
    setterId: null,
    sourceId: null,
    trafficTypeId: null,
    shares: [],
    summary: `Not credited: ${match ? `${match.leadName} has no call that it could be for` : nobody}.`,
    trail,
  }
}
