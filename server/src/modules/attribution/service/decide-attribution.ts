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
import { explainMatch, instantInWords } from './explain.ts'

const questions: Readonly<Record<AttributionRule, string>> = {
  reference: 'Is a call named in the payment?',
  inherited: 'Does it follow an earlier payment?',
  matched_past: 'Whose email or phone is it, and which call came before it?',
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
    trail.push({ rule, result: event || byHand ? 'found' : 'nothing', question, explanation, candidates })
    if (byHand) decision = creditAsByHand(byHand, event, trail)
    else if (event) decision = credit(rule, event, facts, trail)
  }
  return decision ?? uncredited(facts, trail)
}

function byReference({ references }: AttributionFacts): Finding {
  if (references.length === 0) return { event: null, explanation: 'No. It names no event, invitee or checkout of ours.' }
  for (const { where, value, event } of references) {
    if (event)
      return {
        event,
        explanation: `Yes. Its ${where} names the call with ${event.leadName} of ${instantInWords(event.scheduledAt)} (${value}).`,
      }
  }
  return {
    event: null,
    explanation: `No. It says ${references.map(({ where, value }) => `${where} “${value}”`).join(' and ')}, which is no call that is known.`,
  }
}

function byInheritance({ payment, first }: AttributionFacts): Finding {
  if (!payment.subscriptionRef) return { event: null, explanation: 'No. It belongs to no subscription.' }
  if (!first) return { event: null, explanation: 'No. It is the first payment of its subscription, so there is nothing to inherit.' }
  const when = instantInWords(first.paidAt)
  if (first.byHand) {
    const explanation = `Yes. The first payment of its subscription, of ${when}, was credited to ${namesOf(first.byHand) ?? 'nobody'} by hand.`
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

const namesOf = ({ closerName, setterName }: Pick<HandCredit, 'closerName' | 'setterName'>): string | null =>
  [closerName, setterName].filter((name) => name !== null).join(' and ') || null

function creditAsByHand(byHand: HandCredit, event: CandidateEvent | null, trail: AttributionStep[]): AttributionDecision {
  const { leadId, closerId, setterId, sourceId, trafficTypeId } = byHand
  return {
    method: 'inherited',
    leadId,
    eventId: event?.eventId ?? null,
    closerId,
    setterId,
    sourceId,
    trafficTypeId,
    summary: `Credited to ${namesOf(byHand) ?? 'nobody'}, as the first payment of its subscription was by hand.`,
    trail,
  }
}

function credit(
  method: AttributionRule,
  event: CandidateEvent,
  { payment }: AttributionFacts,
  trail: AttributionStep[],
): AttributionDecision {
  const people = namesOf(event)
  const to = people === null ? 'Credited to a call without closer or setter' : `Credited to ${people}`
  const call = `the call with ${event.leadName} of ${instantInWords(event.scheduledAt)}`
  const because = {
    reference: `because the payment names ${call}`,
    inherited: `as the first payment of its subscription, for ${call}`,
    matched_past: `because ${call} is the customer’s most recent one before the payment`,
    matched_coming: `because ${call} is the customer’s next one, booked before the payment of ${instantInWords(payment.paidAt)}`,
  }[method]
  const { eventId, leadId, closerId, setterId, sourceId, trafficTypeId } = event
  return { method, leadId, eventId, closerId, setterId, sourceId, trafficTypeId, summary: `${to}, ${because}.`, trail }
}

function uncredited({ match }: AttributionFacts, trail: AttributionStep[]): AttributionDecision {
  const summary = match
    ? `Not credited: ${match.leadName} has no call that it could be for.`
    : 'Not credited: nobody on file has this email or phone.'
  return {
    method: 'none',
    leadId: match?.leadId ?? null,
    eventId: null,
    closerId: null,
    setterId: null,
    sourceId: null,
    trafficTypeId: null,
    summary,
    trail,
  }
}
