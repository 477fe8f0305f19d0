export type SubscriptionState = 'trialing' | 'active' | 'past_due' | 'paused' | 'canceling' | 'completed' | 'ended'

/** A subscription as it was told at some moment. */
export interface SubscriptionReport {
  state: SubscriptionState
  productName: string | null
  customerRef: string | null
  startedAt: Date | null
  endedAt: Date | null
  reportedAt: Date
}

/** Told of one moment, the one further along is the later. Its first payment is open before a subscription is active. */
const states: readonly SubscriptionState[] = ['past_due', 'trialing', 'active', 'paused', 'canceling', 'completed', 'ended']

/** Of two reports of one subscription the later by the processor's clock, whichever came first. */
export function laterOf(a: SubscriptionReport, b: SubscriptionReport): SubscriptionReport {
  const difference = a.reportedAt.getTime() - b.reportedAt.getTime() || states.indexOf(a.state) - states.indexOf(b.state)
  if (difference !== 0) return difference > 0 ? a : b
  return wordsOf(a) >= wordsOf(b) ? a : b
}

/** All else that a report says, as one text: so that two of one moment and state are told apart the same way every time. */
const wordsOf = ({ productName, customerRef, startedAt, endedAt }: SubscriptionReport): string =>
  [productName, customerRef, startedAt?.toISOString(), endedAt?.toISOString()].map((value) => value ?? '').join('\n')
