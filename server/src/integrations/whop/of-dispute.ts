import type { DisputeMessage } from '../../modules/payments/service/index.ts'
import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import { ignored, type Ignored } from '../ignored.ts'
import { readBody } from '../read-body.ts'
import { toMinorUnits } from './amounts.ts'
import { WhopDispute } from './payload.ts'

/** Whop's statuses in our words; `warning_*` are inquiries, for which no money moves. */
const states: ReadonlyMap<string, DisputeMessage['state']> = new Map([
  ['warning_needs_response', 'inquiry'],
  ['warning_under_review', 'inquiry'],
  ['warning_closed', 'closed'],
  ['needs_response', 'open'],
  ['under_review', 'open'],
  ['won', 'won'],
  ['lost', 'lost'],
  ['closed', 'closed'],
])

/** A dispute as a message tells of it. Older endpoints do not date their messages: there each state is told of the dispute's beginning. */
export function ofDispute(data: unknown, timestamp: Date | null): DisputeMessage | Ignored {
  const dispute = readBody(WhopDispute, data)
  const purchaseRef = dispute.payment?.id ?? dispute.payment_id
  if (!purchaseRef) return ignored('A dispute that names no payment.')
  if (dispute.status === 'other') return ignored('A dispute in a state that Whop does not name.')
  const state = states.get(dispute.status)
  if (!state) throw new UnreadableMessage('data.status', 'is none that is known')
  const openedAt = dispute.created_at ?? timestamp
  if (!openedAt) throw new UnreadableMessage('data.created_at', 'is missing')
  return {
    kind: 'dispute',
    disputeRef: dispute.id,
    purchaseRef,
    state,
    ...toMinorUnits(dispute.amount, dispute.currency),
    reason: dispute.reason,
    openedAt,
    dueBy: dispute.needs_response_by ?? null,
    reportedAt: timestamp ?? openedAt,
  }
}
