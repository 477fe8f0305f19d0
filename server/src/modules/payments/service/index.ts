export type {
  DisputeMessage,
  InvoiceMessage,
  PaymentMessage,
  PurchaseMessage,
  RefundMessage,
  SubscriptionMessage,
} from './payment-message.ts'
export { billingTurnOf } from './billing-turn.ts'
export { sharesOf } from './share-sql.ts'
export { storeDeals } from './store-deals.ts'
export { paymentsOfMessage } from './payments-of-message.ts'
export { recordListed } from './record-listed.ts'
export { recordPaymentMessage } from './record-payment-message.ts'
export { paymentChanged, reportsMatched } from './facts.ts'
export { matchReportsOfLead, matchReportsOfLeads } from './match-reports-of-leads.ts'
export { countedPayments, loadPayments, type PaymentRow } from './payment-rows.ts'
export { holdPayer, holdPayments } from './hold-payments.ts'
export { lockNamed } from './hold-payers.ts'
export { buyerLockName } from './lock-buyer.ts'
export { inTurn } from './in-turn.ts'
export { extractReferences, namesOfEvent } from './references.ts'
