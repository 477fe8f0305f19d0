import type { Tx } from '../../../database/tx.ts'
import { authorize } from '../../../kernel/actor.ts'
import type { Verb } from '../../../kernel/verb.ts'
import { formatDecimal } from '../../../lib/money.ts'
import type { DisputeState } from './dispute-effect.ts'
import { keptBy } from './kept-by.ts'
import { lockTurnsOf } from './hold-purchases.ts'
import type { PaymentMessage } from './payment-message.ts'
import { recordDispute } from './record-dispute.ts'
import { recordInvoice } from './record-invoice.ts'
import { recordPurchase } from './record-purchase.ts'
import { recordRefund, recordRefundTotal } from './record-refund.ts'
import { recordSubscription } from './record-subscription.ts'
import { settleTurnsOf } from './settle-turns.ts'

/** A processor's message, and the connection that it came by. */
export interface RecordPaymentMessage {
  message: PaymentMessage
  connectionId: string
}

/**
 * Records what a payment processor tells. One purchase is one payment, however many messages tell of it, in whatever order and by which of
 * the connections of one account. Answers what was told, and the connection that it is kept by.
 */
export async function recordPaymentMessage({
  actor,
  input: { message, connectionId: toldBy },
  tx,
}: Verb<RecordPaymentMessage>): Promise<{ summary: string; connectionId: string }> {
  authorize(actor, 'payments:write')
  const connectionId = await keptBy(tx, toldBy, [message])
  return { ...(await keepMessage(tx, connectionId, message)), connectionId }
}

/** Keeps one message by a connection: that which has told of the same before, if any has. */
export async function keepMessage(tx: Tx, connectionId: string, message: PaymentMessage): Promise<{ summary: string }> {
  switch (message.kind) {
    case 'purchase': {
      await lockTurnsOf(tx, connectionId, message)
      const { isNew } = await recordPurchase(tx, connectionId, message)
      await settleTurnsOf(tx, connectionId, message.purchaseRef)
      const from = message.customer.name ?? message.customer.email ?? 'an unknown customer'
      return { summary: `${isNew ? 'Payment' : 'More about the payment'} of ${money(message)} from ${from}` }
    }
    case 'refund': {
      const { otherCurrency } = await recordRefund(tx, connectionId, message)
      if (otherCurrency) return { summary: `Refund of ${money(message)} is not counted: the payment is in ${otherCurrency}` }
      return { summary: `Refund of ${money(message)}${message.state === 'failed' ? ' failed: the money stays' : ''}` }
    }
    case 'refund_total':
      await lockTurnsOf(tx, connectionId, message.purchase)
      await recordRefundTotal(tx, connectionId, message)
      await settleTurnsOf(tx, connectionId, message.purchase.purchaseRef)
      return { summary: `Refunded in all: ${money({ amountMinor: message.refundedTotalMinor, currency: message.purchase.currency })}` }
    case 'dispute':
      await recordDispute(tx, connectionId, message)
      return { summary: `Dispute of ${money(message)}: ${disputeWords[message.state]}` }
    case 'subscription':
      await recordSubscription(tx, connectionId, message)
      return { summary: `Subscription ${message.subscriptionRef}: ${message.state.replaceAll('_', ' ')}` }
    case 'invoice':
      await recordInvoice(tx, connectionId, message)
      return { summary: `Invoice ${message.invoiceRef}${message.subscriptionRef ? ` of subscription ${message.subscriptionRef}` : ''}` }
  }
}

const disputeWords: Readonly<Record<DisputeState, string>> = {
  inquiry: 'asked about, nothing is held',
  open: 'the amount is held',
  won: 'won, the money stays',
  lost: 'lost, the money is gone',
  closed: 'closed, nothing was taken',
}

const money = (amount: { amountMinor: bigint; currency: string }): string => `${formatDecimal(amount)} ${amount.currency}`
