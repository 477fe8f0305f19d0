import type { BillingTurn } from './billing-turn.ts'
import { compareTurns, type Turn } from './in-turn.ts'

export type DealType = 'new_deal' | 'upsell' | 'renewal'
export type PaymentType = 'pif' | 'payment_plan' | 'deposit'

/** A payment, with what tells of its deal. */
export interface PaymentOfDeal extends Turn {
  leadId: string | null
  /** Whether it counts as money in; a report that a processor's payment stands for does not. */
  counts: boolean
  /** What names its subscription, if it is of one. */
  subscription: string | null
  /** As the processor told it. */
  billingTurn: BillingTurn | null
  /** The event that it is credited to. */
  eventId: string | null
  /** What that event's form says of how the deal is paid, and whether this is the very payment that the form reports. */
  form: { paymentType: PaymentType | null; isReported: boolean } | null
}

export interface Deal {
  dealType: DealType
  paymentType: PaymentType | null
}

/**
 * What kind of deal each payment belongs to, as far as these payments and the forms of their events tell. A later turn of a subscription
 * renews it, unless the form says that the deal is paid by plan: then it is an instalment of that deal. Payments credited to one event
 * are of one deal. A deal is an upsell where the same lead had another one before it; a deposit alone is no deal yet.
 */
export function decideDeals(payments: readonly PaymentOfDeal[]): Map<string, Deal> {
  const inOrder = [...payments].sort(compareTurns)
  const placeOf = new Map(inOrder.map((payment, place) => [payment.id, place]))
  const firstOfSubscription = new Map<string, string>()
  for (const { id, subscription, counts } of inOrder) {
    if (counts && subscription !== null && !firstOfSubscription.has(subscription)) firstOfSubscription.set(subscription, id)
  }
  const isLater = ({ id, billingTurn, subscription }: PaymentOfDeal): boolean =>
    billingTurn === null ? subscription !== null && (firstOfSubscription.get(subscription) ?? id) !== id : billingTurn === 'later'
  const renews = (payment: PaymentOfDeal): boolean => isLater(payment) && typeOf(payment) !== 'payment_plan'

  const starts = new Map<string, number>()
  const agreed = new Map<string, { leadId: string; place: number }>()
  for (const payment of inOrder) {
    if (!payment.counts || renews(payment)) continue
    const [deal, place] = [dealOf(payment), placeOf.get(payment.id) ?? 0]
    if (!starts.has(deal)) starts.set(deal, place)
    const isDeposit = typeOf(payment) === 'deposit'
    if (payment.leadId !== null && !isDeposit && !agreed.has(deal)) agreed.set(deal, { leadId: payment.leadId, place })
  }
  const dealTypeOf = (payment: PaymentOfDeal): DealType => {
    if (renews(payment)) return 'renewal'
    const mine = dealOf(payment)
    const start = starts.get(mine) ?? placeOf.get(payment.id) ?? 0
    const had = [...agreed].some(([deal, { leadId, place }]) => deal !== mine && leadId === payment.leadId && place < start)
    return had ? 'upsell' : 'new_deal'
  }
  return new Map(payments.map((payment) => [payment.id, { dealType: dealTypeOf(payment), paymentType: typeOf(payment) }]))
}

/** A deposit is only the payment that the form reports; what is paid after it is none. */
const typeOf = ({ form }: PaymentOfDeal): PaymentType | null =>
  !form || (form.paymentType === 'deposit' && !form.isReported) ? null : form.paymentType

const dealOf = ({ id, eventId, subscription }: PaymentOfDeal): string =>
  eventId !== null ? `event ${eventId}` : subscription !== null ? `subscription ${subscription}` : `payment ${id}`
