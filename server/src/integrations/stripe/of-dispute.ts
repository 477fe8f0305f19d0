import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import type { DisputeMessage } from '../../modules/payments/service/index.ts'
import { ignored, type Ignored } from '../ignored.ts'
import { readBody } from '../read-body.ts'
import { toMinorUnits } from './amounts.ts'
import { Dispute } from './payload.ts'

/**
 * Stripe's statuses in our words. `warning_*` are inquiries, for which no money moves. What is `prevented` took nothing by itself: where
 * it was given back, a refund tells so. An appeal opens an ended dispute again.
 */
const states: ReadonlyMap<string, DisputeMessage['state']> = new Map([
  ['warning_needs_response', 'inquiry'],
  ['warning_under_review', 'inquiry'],
  ['warning_closed', 'closed'],
  ['needs_response', 'open'],
  ['under_review', 'open'],
  ['appeal_needs_response', 'open'],
  ['appeal_under_review', 'open'],
  ['won', 'won'],
  ['lost', 'lost'],
  ['prevented', 'closed'],
])

/** A dispute as an event tells of it. Whether its money was taken or came back is said by the kind of event before the status follows. */
export function ofDispute(type: string, object: unknown, reportedAt: Date): DisputeMessage | Ignored {
  const dispute = readBody(Dispute, object)
  const purchaseRef = dispute.payment_intent ?? dispute.charge
  if (!purchaseRef) return ignored('A dispute that names no payment.')
  const told = states.get(dispute.status)
  if (!told) throw new UnreadableMessage('status', 'is none that is known')
  return {
    kind: 'dispute',
    disputeRef: dispute.id,
    purchaseRef,
    state: afterMoneyMoved(type, told),
    ...toMinorUnits(dispute.amount, dispute.currency),
    reason: dispute.reason,
    openedAt: dispute.created,
    dueBy: dispute.evidence_details?.due_by ?? null,
    reportedAt,
  }
}

function afterMoneyMoved(type: string, told: DisputeMessage['state']): DisputeMessage['state'] {
  if (type === 'charge.dispute.funds_withdrawn' && told === 'inquiry') return 'open'
  if (type === 'charge.dispute.funds_reinstated' && told === 'open') return 'inquiry'
  return told
}
