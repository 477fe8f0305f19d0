export type {
  DisputeMessage,
  InvoiceMessage,
  PaymentMessage,
  PurchaseMessage,
  RefundMessage,
  SubscriptionMessage,
} from './payment-message.ts'
export { billingTurnOf } from './billing-turn.ts'
export { storeDeals } from './store-deals.ts'
export { paymentsOfMessage } from './payments-of-message.ts'
export { recordListed } from './record-listed.ts'
export { recordPaymentMessage } from './record-payment-message.ts'
export { paymentChanged } from './facts.ts'
export { matchReportsOfLead } from './match-reports-of-lead.ts'
export { countedPayments, loadPayments, type PaymentRow } from './payment-rows.ts'
export { buyerLockName } from './lock-buyer.ts'
