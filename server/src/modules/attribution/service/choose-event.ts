import type { AttributionFacts, CandidateEvent, StepCandidate } from './attribution-facts.ts'

const dayMs = 86_400_000

/** As much as choosing looks at. */
export type TimedFacts = Pick<AttributionFacts, 'windowDays' | 'events'> & { payment: { paidAt: Date } }

type MatchRule = 'matched_past' | 'matched_coming'

/**
 * Which of a lead's events a payment is for: the most recent at or before it inside the window, else the nearest coming one that was
 * booked before it. One that was moved is passed over, since its successor stands for it; a canceled one is taken only where no
 * other qualifies at all.
 */
export function chooseEvent(facts: TimedFacts): { method: MatchRule; event: CandidateEvent } | null {
  const standing = facts.events.filter((event) => !event.moved)
  for (const group of [standing.filter((event) => event.status !== 'canceled'), standing.filter((event) => event.status === 'canceled')]) {
    const past = [...group].filter((event) => isPast(event, facts) && isInWindow(event, facts)).sort(mostRecentFirst)[0]
    if (past) return { method: 'matched_past', event: past }
    const coming = [...group].filter((event) => !isPast(event, facts) && event.bookedAt <= facts.payment.paidAt).sort(nearestFirst)[0]
    if (coming) return { method: 'matched_coming', event: coming }
  }
  return null
}

/** How many events a rule tells of at most. */
const mostTold = 10

/** The events that a rule looked at, the most recent first, each with why it was taken or passed over; the chosen one is always told. */
export function candidatesOfMatch(facts: AttributionFacts, rule: MatchRule, chosen: CandidateEvent | null): StepCandidate[] {
  const looked = facts.events.filter((event) => isPast(event, facts) === (rule === 'matched_past')).sort(mostRecentFirst)
  const told = looked.slice(0, mostTold)
  if (chosen && !told.some((event) => event.eventId === chosen.eventId)) told.splice(-1, 1, chosen)
  return told.map((event) => ({
    eventId: event.eventId,
    scheduledAt: event.scheduledAt.toISOString(),
    ...judge(event, facts, rule, chosen),
  }))
}

function judge(
  event: CandidateEvent,
  facts: AttributionFacts,
  rule: MatchRule,
  chosen: CandidateEvent | null,
): Pick<StepCandidate, 'verdict' | 'note'> {
  if (event.eventId === chosen?.eventId) {
    return {
      verdict: 'chosen',
      note: rule === 'matched_past' ? 'Most recent before the payment' : 'Next after the payment, booked before it',
    }
  }
  if (event.moved) return { verdict: 'moved', note: 'Moved to another time' }
  if (rule === 'matched_past' && !isInWindow(event, facts))
    return { verdict: 'outside_window', note: `More than ${facts.windowDays} days before the payment` }
  if (rule === 'matched_coming' && event.bookedAt > facts.payment.paidAt)
    return { verdict: 'booked_after_payment', note: 'Booked only after the payment' }
  if (event.status === 'canceled') return { verdict: 'canceled', note: 'Canceled' }
  return rule === 'matched_past' ? { verdict: 'older', note: 'Older' } : { verdict: 'later', note: 'Later' }
}

const isPast = (event: CandidateEvent, { payment }: TimedFacts): boolean => event.scheduledAt <= payment.paidAt

const isInWindow = (event: CandidateEvent, { payment, windowDays }: TimedFacts): boolean =>
  payment.paidAt.getTime() - event.scheduledAt.getTime() <= windowDays * dayMs

/** By the booking tool's names, which do not depend on what came first, as our own ids do. */
const byName = (a: CandidateEvent, b: CandidateEvent): number => (a.bookingRef < b.bookingRef ? 1 : a.bookingRef > b.bookingRef ? -1 : 0)

const mostRecentFirst = (a: CandidateEvent, b: CandidateEvent): number =>
  b.scheduledAt.getTime() - a.scheduledAt.getTime() || b.bookedAt.getTime() - a.bookedAt.getTime() || byName(a, b)

const nearestFirst = (a: CandidateEvent, b: CandidateEvent): number =>
  a.scheduledAt.getTime() - b.scheduledAt.getTime() || b.bookedAt.getTime() - a.bookedAt.getTime() || byName(a, b)
