import { dayMs } from './clock.ts'
import { dig, phoneKey, type ReadCall, readLeads, text, textOrNull, webhooksOf } from './read-back.ts'
import type { Story } from './story.ts'
import type { CreditMethod } from './truth.ts'

/** One purchase as the processor's messages alone tell it. */
export interface ReadPurchase {
  ref: string
  amountMinor: number
  paidAt: number
  email: string
  phone: string | null
  reference: string | null
  subscriptionRef: string | null
  refundedMinor: number
  lostMinor: number
  disputedMinor: number
}

function number(value: unknown, ...path: string[]): number {
  const found = dig(value, ...path)
  if (typeof found !== 'number') throw new TypeError(`${path.join('.')} is no number`)
  return found
}

/** Puts the purchases together from charges, invoices and refunds. */
export function readPurchases(story: Story): Map<string, ReadPurchase> {
  const purchases = new Map<string, ReadPurchase>()
  const invoices = new Map<string, { subscriptionRef?: string; purchaseRef?: string }>()
  const refunds = new Map<string, { purchaseRef: string; amountMinor: number; hasFailed: boolean }>()
  const totals = new Map<string, number>()
  const disputes = new Map<string, ReadDispute>()
  for (const { body } of webhooksOf(story, 'stripe')) {
    const object = dig(body, 'data', 'object')
    const kind = text(object, 'object')
    if (kind === 'charge') {
      const ref = text(object, 'payment_intent')
      purchases.set(ref, purchases.get(ref) ?? readCharge(object, ref))
      totals.set(ref, Math.max(totals.get(ref) ?? 0, number(object, 'amount_refunded')))
    }
    if (kind === 'dispute') {
      const told = readDispute(object, number(body, 'created'))
      const known = disputes.get(told.ref)
      if (!known || told.at > known.at) disputes.set(told.ref, told)
    }
    if (kind === 'invoice')
      invoices.set(text(object, 'id'), {
        ...invoices.get(text(object, 'id')),
        subscriptionRef: text(object, 'parent', 'subscription_details', 'subscription'),
      })
    if (kind === 'invoice_payment')
      invoices.set(text(object, 'invoice'), {
        ...invoices.get(text(object, 'invoice')),
        purchaseRef: text(object, 'payment', 'payment_intent'),
      })
    if (kind === 'refund') {
      const hasFailed = text(object, 'status') === 'failed' || refunds.get(text(object, 'id'))?.hasFailed === true
      refunds.set(text(object, 'id'), {
        purchaseRef: text(object, 'payment_intent'),
        amountMinor: number(object, 'amount'),
        hasFailed,
      })
    }
  }
  for (const { subscriptionRef, purchaseRef } of invoices.values()) {
    const purchase = purchaseRef ? purchases.get(purchaseRef) : undefined
    if (purchase && subscriptionRef) purchase.subscriptionRef = subscriptionRef
  }
  for (const [ref, purchase] of purchases) purchase.refundedMinor = refundedOf(ref, totals.get(ref) ?? 0, [...refunds.values()])
  for (const { purchaseRef, status, amountMinor } of disputes.values()) {
    const purchase = purchases.get(purchaseRef)
    if (purchase && status === 'lost') purchase.lostMinor = Math.min(amountMinor, purchase.amountMinor - purchase.refundedMinor)
    if (purchase && status === 'needs_response')
      purchase.disputedMinor = Math.min(amountMinor, purchase.amountMinor - purchase.refundedMinor)
  }
  return purchases
}

/** A dispute as the message of some second told it. */
interface ReadDispute {
  ref: string
  purchaseRef: string
  status: string
  amountMinor: number
  at: number
}

const readDispute = (object: unknown, at: number): ReadDispute => ({
  ref: text(object, 'id'),
  purchaseRef: text(object, 'payment_intent'),
  status: text(object, 'status'),
  amountMinor: number(object, 'amount'),
  at,
})

/** The larger of both accounts: the refunds that stand, and the total told less what failed of it. */
function refundedOf(
  ref: string,
  totalMinor: number,
  refunds: readonly { purchaseRef: string; amountMinor: number; hasFailed: boolean }[],
): number {
  const mine = refunds.filter(({ purchaseRef }) => purchaseRef === ref)
  const sum = (hasFailed: boolean) =>
    mine.filter((refund) => refund.hasFailed === hasFailed).reduce((total, { amountMinor }) => total + amountMinor, 0)
  return Math.max(sum(false), totalMinor - sum(true))
}

const readCharge = (object: unknown, ref: string): ReadPurchase => ({
  ref,
  amountMinor: number(object, 'amount'),
  paidAt: number(object, 'created') * 1000,
  email: text(object, 'billing_details', 'email').toLowerCase(),
  phone: textOrNull(object, 'billing_details', 'phone'),
  reference: dig(object, 'metadata', 'invitee_id') === undefined ? null : text(object, 'metadata', 'invitee_id'),
  subscriptionRef: null,
  refundedMinor: 0,
  lostMinor: 0,
  disputedMinor: 0,
})

/** Credits a purchase by the four rules, from the messages alone. */
export function creditOf(
  purchase: ReadPurchase,
  purchases: ReadonlyMap<string, ReadPurchase>,
  calls: ReadonlyMap<string, ReadCall>,
  leads = readLeads(calls),
): { method: CreditMethod; call: ReadCall | null } {
  const named = purchase.reference ? calls.get(purchase.reference) : undefined
  if (named) return { method: 'reference', call: named }
  const [first] = [...purchases.values()]
    .filter(({ subscriptionRef }) => subscriptionRef !== null && subscriptionRef === purchase.subscriptionRef)
    .sort((a, b) => a.paidAt - b.paidAt)
  if (first && first !== purchase) {
    const { call } = creditOf(first, purchases, calls, leads)
    if (call) return { method: 'inherited', call }
  }
  const mine = leads.byEmail.get(purchase.email) ?? (purchase.phone ? leads.byPhone.get(phoneKey(purchase.phone)) : undefined) ?? []
  const standing = mine.filter(({ isMoved }) => !isMoved)
  for (const group of [standing.filter(({ isCanceled }) => !isCanceled), standing.filter(({ isCanceled }) => isCanceled)]) {
    const [past] = group
      .filter(({ scheduledAt }) => scheduledAt <= purchase.paidAt && purchase.paidAt - scheduledAt <= 60 * dayMs)
      .sort((a, b) => b.scheduledAt - a.scheduledAt)
    if (past) return { method: 'matched_past', call: past }
    const [coming] = group
      .filter(({ scheduledAt, bookedAt }) => scheduledAt > purchase.paidAt && bookedAt <= purchase.paidAt)
      .sort((a, b) => a.scheduledAt - b.scheduledAt)
    if (coming) return { method: 'matched_coming', call: coming }
  }
  return { method: 'none', call: null }
}
