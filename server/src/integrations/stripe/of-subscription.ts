import type { z } from 'zod'
import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import type { SubscriptionMessage } from '../../modules/payments/service/index.ts'
import { readBody } from '../read-body.ts'
import { Subscription } from './payload.ts'

const states: ReadonlyMap<string, SubscriptionMessage['state']> = new Map([
  ['incomplete', 'past_due'],
  ['incomplete_expired', 'ended'],
  ['trialing', 'trialing'],
  ['active', 'active'],
  ['past_due', 'past_due'],
  ['unpaid', 'past_due'],
  ['paused', 'paused'],
  ['canceled', 'ended'],
])

/** A subscription or plan as an event tells of it. */
export function ofSubscription(object: unknown, reportedAt: Date): SubscriptionMessage {
  const subscription = readBody(Subscription, object)
  return {
    kind: 'subscription',
    subscriptionRef: subscription.id,
    state: stateOf(subscription),
    productName: subscription.description ?? subscription.items?.data[0]?.price?.nickname ?? null,
    customerRef: subscription.customer,
    startedAt: subscription.start_date ?? null,
    endedAt: subscription.ended_at ?? null,
    reportedAt,
  }
}

/** One that runs may be about to end, or be asked for no money for a while, which its status does not say. */
function stateOf(subscription: z.output<typeof Subscription>): SubscriptionMessage['state'] {
  const state = states.get(subscription.status)
  if (!state) throw new UnreadableMessage('status', 'is none that is known')
  if (state !== 'active' && state !== 'trialing') return state
  if (subscription.cancel_at_period_end || subscription.cancel_at) return 'canceling'
  return subscription.pause_collection ? 'paused' : state
}
