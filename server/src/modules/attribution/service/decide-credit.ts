import type { AttributionDecision, AttributionFacts, CandidateEvent, HandCredit } from './attribution-facts.ts'
import { decideAttribution, inWords } from './decide-attribution.ts'

/** What a person decided of the reported cash that a payment stands for. */
export interface HandedCredit {
  credit: HandCredit
  event: CandidateEvent | null
  /** Who filed the form that reports it, and who credited that. */
  reportedBy: string
  decidedBy: string
  /** Whether a person said that the two are the same money; else the rule did, which ties what is one lead's. */
  matchedByHand: boolean
}

/**
 * To whom a payment is credited: as the reported cash that it stands for, where a person credited that, for a decision by hand holds against
 * every rule; else by the rules. Where a rule tied the two, only if by its other facts it is the lead's to whom the cash was credited: so
 * whose a payment is never follows from what it is tied with, and both come out alike in whatever order they came.
 */
export function decideCredit(facts: AttributionFacts, handed: HandedCredit | null): AttributionDecision {
  const byRules = decideAttribution(facts)
  if (!handed || !(handed.matchedByHand || handed.credit.leadId === byRules.leadId)) return byRules
  const { credit, event, reportedBy, decidedBy } = handed
  const { names, ...credited } = credit
  const people = inWords(names) ?? 'nobody'
  return {
    method: 'inherited',
    confidence: 'certain',
    ...credited,
    eventId: event?.eventId ?? null,
    summary: `Credited to ${people}, as the cash that ${reportedBy} reported was by ${decidedBy}, by hand.`,
    trail: [
      {
        rule: 'inherited',
        result: 'found',
        question: 'Does it stand for reported cash that was credited by hand?',
        explanation: `Yes. It stands for the cash that ${reportedBy} reported, and ${decidedBy} credited that to ${people} by hand. That credit is locked, and holds for this payment for as long as it stands for that cash.`,
        candidates: [],
        confidenceReason: 'A person decided the reported cash that it stands for.',
      },
      ...byRules.trail
        .filter(({ rule }) => rule !== 'inherited')
        .map(({ rule, question }) => ({
          rule,
          result: 'not_needed' as const,
          question,
          explanation: 'Not asked: a person decided it.',
          candidates: [],
        })),
    ],
  }
}
