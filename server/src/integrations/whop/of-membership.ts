import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import type { SubscriptionMessage } from '../../modules/payments/service/index.ts'
import { ignored, type Ignored } from '../ignored.ts'
import { readBody } from '../read-body.ts'
import { latest } from './latest.ts'
import { WhopMembership } from './payload.ts'

const states: ReadonlyMap<string, SubscriptionMessage['state']> = new Map([
  ['trialing', 'trialing'],
  ['active', 'active'],
  ['past_due', 'past_due'],
  ['unresolved', 'past_due'],
  ['canceling', 'canceling'],
  ['completed', 'completed'],
  ['canceled', 'ended'],
  ['expired', 'ended'],
])

/** A membership as a message tells of it. Older endpoints do not date their messages: there the period that it is in does. */
export function ofMembership(data: unknown, timestamp: Date | null): SubscriptionMessage | Ignored {
  const membership = readBody(WhopMembership, data)
  if (membership.status === 'drafted') return ignored('A membership that has not begun.')
  const state = stateOf(membership)
  const reportedAt = timestamp ?? latest(membership.created_at, membership.updated_at, membership.renewal_period_start)
  const endedAt = membership.canceled_at ?? membership.expires_at ?? membership.updated_at ?? reportedAt
  return {
    kind: 'subscription',
    subscriptionRef: membership.id,
    state,
    productName: membership.product?.title ?? null,
    customerRef: membership.user?.id ?? membership.user_id,
    startedAt: membership.joined_at ?? membership.created_at,
    endedAt: state === 'ended' || state === 'completed' ? endedAt : null,
    reportedAt,
  }
}

/** One that runs may be about to end, or be asked for no money for a while, which its status does not say. */
function stateOf(membership: WhopMembership): SubscriptionMessage['state'] {
  const state = states.get(membership.status)
  if (!state) throw new UnreadableMessage('data.status', 'is none that is known')
  if (state !== 'active' && state !== 'trialing') return state
  if (membership.cancel_at_period_end) return 'canceling'
  return membership.payment_collection_paused ? 'paused' : state
}
