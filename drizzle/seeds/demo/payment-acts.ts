import { later, latest, minuteMs, secondMs } from './clock.ts'
import type { Post } from './post.ts'
import { disputeObject } from './dispute-object.ts'
import { charge, checkoutSession, declinedIntent, paymentIntent, refundObject, seconds, type StripeIds } from './stripe-objects.ts'
import { invoice, invoicePayment, isOfPlan, type PlanPurchase, subscriptionObject } from './stripe-plan-objects.ts'
import type { Purchase, World } from './truth.ts'

/** The version that the demo's endpoint is made with. */
const apiVersion = '2026-10-28.endive'

interface Told {
  type: string
  object: object
  /** What it was before; sent with changes only. */
  previous?: object
  /** Whether a person or the merchant's own system asked for it, rather than a schedule. */
  isAsked: boolean
}

/** Writes what the processor sends of every purchase: several messages each, in any order, and its refunds. */
export function sendPayments(world: World, post: Post): void {
  for (const purchase of world.purchases) {
    const ids = idsOf(world)
    if (purchase.declinedFirst) {
      const declined = { type: 'payment_intent.payment_failed', object: declinedIntent(purchase, ids), isAsked: true }
      send(world, post, declined, later(purchase.paidAt, -2 * secondMs))
    }
    for (const told of world.random.shuffle(messagesOf(purchase, ids))) {
      const sentAt = later(purchase.paidAt, world.random.integer(1, 3) * secondMs)
      send(world, post, told, sentAt, purchase.heldUpUntil ?? undefined)
    }
    sendRefunds(world, post, purchase, ids)
    sendDispute(world, post, purchase)
    if (isOfPlan(purchase) && purchase.told === 'first_instalment') sendEnd(world, post, purchase)
  }
}

const idsOf = ({ random }: World): StripeIds => ({
  end: random.token(24),
  brand: random.weighted([
    ['visa', 6],
    ['mastercard', 3],
    ['amex', 1],
  ]),
  last4: String(random.integer(0, 9_999)).padStart(4, '0'),
  riskScore: random.integer(2, 48),
})

function messagesOf(purchase: Purchase, ids: StripeIds): Told[] {
  const isAsked = purchase.told !== 'renewal'
  const messages: Told[] = [
    { type: 'payment_intent.succeeded', object: paymentIntent(purchase), isAsked },
    { type: 'charge.succeeded', object: charge(purchase, ids), isAsked },
  ]
  if (isAsked && purchase.told !== 'terminal') {
    messages.push({ type: 'checkout.session.completed', object: checkoutSession(purchase, ids), isAsked })
  }
  if (!isOfPlan(purchase)) return messages
  messages.push({ type: 'invoice.paid', object: invoice(purchase), isAsked: false })
  messages.push({ type: 'invoice_payment.paid', object: invoicePayment(purchase), isAsked: false })
  if (isAsked) messages.push({ type: 'customer.subscription.created', object: subscriptionObject(purchase, null), isAsked })
  return messages
}

function sendRefunds(world: World, post: Post, purchase: Purchase, ids: StripeIds): void {
  let totalMinor = 0
  for (const refund of purchase.refunds) {
    const before = totalMinor
    totalMinor += refund.amountMinor
    if (refund.told !== 'total')
      send(world, post, { type: 'refund.created', object: refundObject(purchase, refund), isAsked: true }, refund.at)
    if (refund.told !== 'refund') {
      const object = charge(purchase, ids, totalMinor)
      const previous = { amount_refunded: before, ...(totalMinor === purchase.amountMinor ? { refunded: false } : {}) }
      send(world, post, { type: 'charge.refunded', object, previous, isAsked: true }, later(refund.at, secondMs))
    }
    if (!refund.failedAt || refund.failedAt > later(world.now, -minuteMs)) continue
    totalMinor -= refund.amountMinor
    const failed = {
      type: 'refund.failed',
      object: refundObject(purchase, refund, true),
      previous: { status: 'succeeded' },
      isAsked: false,
    }
    send(world, post, failed, refund.failedAt)
  }
}

/** Opened and taken at once; at its end both are told again, the money where it came back. */
function sendDispute(world: World, post: Post, purchase: Purchase): void {
  const { dispute } = purchase
  if (!dispute) return
  const opened = disputeObject(purchase, dispute, 'needs_response')
  send(world, post, { type: 'charge.dispute.created', object: opened, isAsked: false }, dispute.openedAt)
  send(world, post, { type: 'charge.dispute.funds_withdrawn', object: opened, isAsked: false }, dispute.openedAt)
  if (!dispute.end) return
  const { at, result } = dispute.end
  const ended = disputeObject(purchase, dispute, result)
  send(world, post, { type: 'charge.dispute.closed', object: ended, isAsked: false }, at)
  if (result === 'won') send(world, post, { type: 'charge.dispute.funds_reinstated', object: ended, isAsked: false }, at)
}

function sendEnd(world: World, post: Post, purchase: PlanPurchase): void {
  const { endedAt } = purchase.subscription
  if (endedAt)
    send(world, post, { type: 'customer.subscription.deleted', object: subscriptionObject(purchase, endedAt), isAsked: false }, endedAt)
}

function send({ random }: World, post: Post, { type, object, previous, isAsked }: Told, sentAt: Date, heldUpUntil?: Date): void {
  const body = {
    id: `evt_${type.startsWith('checkout') || type.includes('invoice') || type.includes('subscription') ? 1 : 3}${random.token(23)}`,
    object: 'event',
    api_version: apiVersion,
    created: seconds(sentAt),
    data: previous ? { object, previous_attributes: previous } : { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: isAsked ? `req_${random.token(14)}` : null, idempotency_key: null },
    type,
  }
  const soon = later(sentAt, random.integer(400, 6_000))
  post.deliver('stripe', body, heldUpUntil ? latest(soon, later(heldUpUntil, random.integer(0, 5_000))) : soon)
}
