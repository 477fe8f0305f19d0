import type { AttributionFacts, AttributionRule, CandidateEvent, Confidence, HandCredit } from './attribution-facts.ts'

/** How sure a credit is, and why, in a sentence. */
export interface Sureness {
  confidence: Confidence
  reason: string
}

/** What a person decided is sure. */
export const byHandReason = 'A person decided it.'

/**
 * How sure a credit by a rule is. Certain: the payment itself names the call, or a person matched it with the cash reported on it. High:
 * the customer's e-mail address is on file and they came to the call, or the closer reported this very amount on its form. Less where
 * only a phone number or the processor's customer id ties it to the lead, and where the call is not known to have taken place. What is
 * inherited is as sure as what it is inherited from.
 */
export function judgeConfidence(
  facts: AttributionFacts,
  rule: AttributionRule,
  event: CandidateEvent | null,
  byHand: HandCredit | null,
): Sureness {
  if (rule === 'reference')
    return {
      confidence: 'certain',
      reason: facts.report ? 'A person matched it with the cash reported on that call.' : 'The payment itself names the call.',
    }
  if (rule === 'inherited') {
    if (byHand) return { confidence: 'certain', reason: 'A person decided the first payment of its subscription.' }
    const confidence = facts.first?.confidence ?? 'medium'
    return { confidence, reason: `As sure as the first payment of its subscription: ${confidence}.` }
  }
  const call = judgeCall(facts, rule, event)
  const identity = identities[facts.match?.by ?? 'customer']
  return { confidence: levels[identity.strong ? 'strong' : 'weak'][call.is], reason: `${identity.words}, and ${call.words}.` }
}

type CallIs = 'reported' | 'held' | 'unknown' | 'not_held'

const levels: Readonly<Record<'strong' | 'weak', Readonly<Record<CallIs, Confidence>>>> = {
  strong: { reported: 'high', held: 'high', unknown: 'medium', not_held: 'low' },
  weak: { reported: 'high', held: 'medium', unknown: 'low', not_held: 'low' },
}

const identities = {
  email: { strong: true, words: 'The email is the lead’s' },
  alternate_email: { strong: true, words: 'The email is one of the lead’s' },
  phone: { strong: false, words: 'Only the phone number ties it to the lead' },
  customer: { strong: false, words: 'Only the processor’s customer id ties it to the lead' },
} as const

function judgeCall({ payment }: AttributionFacts, rule: AttributionRule, event: CandidateEvent | null): { is: CallIs; words: string } {
  const reported = event?.reported
  if (reported && reported.amountMinor === payment.amountMinor && reported.currency === payment.currency)
    return { is: 'reported', words: 'the closer reported this very amount on the form of the call' }
  if (event?.status === 'canceled') return { is: 'not_held', words: 'the call was called off' }
  if (rule === 'matched_coming') return { is: 'unknown', words: 'the call came only after the payment' }
  if (event?.outcome === 'closed') return { is: 'held', words: 'the call before the payment closed' }
  if (event?.outcome === 'offer_made' || event?.outcome === 'no_offer')
    return { is: 'held', words: 'the lead came to the call before the payment' }
  if (event?.outcome === 'no_show') return { is: 'not_held', words: 'the lead did not come to the call' }
  return { is: 'unknown', words: 'what became of the call is not known' }
}
