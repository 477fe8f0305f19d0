import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import { billingTurnOf, type PaymentMessage, type PurchaseMessage, type RefundMessage } from '../../modules/payments/service/index.ts'
import { ignored, type Ignored } from '../ignored.ts'
import { idOrBytes, textAt } from '../message-text.ts'
import { readBody } from '../read-body.ts'
import { toMinorUnits } from './amounts.ts'
import { ofDispute } from './of-dispute.ts'
import { ofMembership } from './of-membership.ts'
import { WhopMessage, WhopPayment, WhopRefund } from './payload.ts'

const ignoredKinds: ReadonlyMap<string, string> = new Map([
  ['payment.created', 'A payment that has not gone through yet.'],
  ['payment.pending', 'A payment that has not gone through yet.'],
  ['payment.failed', 'A payment that did not go through: no money came in.'],
  ['dispute_alert.created', 'A warning that a dispute may come: no money moved.'],
])

/** Refunds in these states gave nothing back. */
const deadRefunds = new Set(['failed', 'canceled'])

/** What kind of message Whop sent; `unknown` where it does not say. */
export const deliveryKind = (body: unknown): string => textAt(body, 'type') ?? textAt(body, 'action') ?? 'unknown'

/** Whop's own message id, which older endpoints do not give: there the same bytes are the same delivery. */
export const deliveryKey = idOrBytes

/** A Whop message in our own words. Throws UnreadableMessage where a known kind has not its documented shape. */
export function toDomain(body: unknown): PaymentMessage | Ignored {
  const { type, action, timestamp, data } = readBody(WhopMessage, body)
  const kind = type ?? action ?? 'unknown'
  switch (kind) {
    case 'payment.succeeded':
      return ofPayment(readBody(WhopPayment, data))
    case 'refund.created':
    case 'refund.updated':
      return ofRefund(data, timestamp ?? null)
    case 'dispute.created':
    case 'dispute.updated':
      return ofDispute(data, timestamp ?? null)
    case 'membership.activated':
    case 'membership.deactivated':
    case 'membership.cancel_at_period_end_changed':
    case 'membership.trial_ending_soon':
    case 'membership.went_valid':
    case 'membership.went_invalid':
    case 'membership.metadata_updated':
      return ofMembership(data, timestamp ?? null)
    default:
      return ignored(ignoredKinds.get(kind) ?? `Nothing is done with ${kind}.`)
  }
}

function ofPayment(payment: WhopPayment): PurchaseMessage | Ignored {
  const total = payment.total ?? payment.final_amount
  if (total === null || total === undefined) throw new UnreadableMessage('data.total', 'is missing')
  const money = toMinorUnits(total, payment.currency)
  if (money.amountMinor === 0n) return ignored('A payment of nothing: no money came in.')
  return {
    kind: 'purchase',
    purchaseRef: payment.id,
    chargeRef: null,
    ...money,
    paidAt: payment.paid_at ?? payment.created_at,
    customer: {
      ref: payment.user?.id ?? payment.user_id,
      email: payment.user?.email ?? null,
      name: payment.user?.name ?? payment.billing_address?.name ?? null,
      phone: payment.member?.phone ?? null,
      country: payment.billing_address?.country ?? null,
    },
    description: payment.product?.title ?? null,
    metadata: payment.metadata,
    clientReference: null,
    // Renewals are payments of the same membership.
    subscriptionRef: payment.membership?.id ?? payment.membership_id,
    billingTurn: billingTurnOf(payment.billing_reason),
  }
}

function ofRefund(data: unknown, reportedAt: Date | null): RefundMessage | Ignored {
  const refund = readBody(WhopRefund, data)
  const purchaseRef = refund.payment?.id ?? refund.payment_id
  if (!purchaseRef) return ignored('A refund that names no payment.')
  return {
    kind: 'refund',
    refundRef: refund.id,
    purchaseRef,
    ...toMinorUnits(refund.amount, refund.currency),
    state: refund.status !== null && deadRefunds.has(refund.status) ? 'failed' : 'live',
    createdAt: refund.created_at,
    reportedAt: reportedAt ?? refund.created_at,
    reason: null,
  }
}
