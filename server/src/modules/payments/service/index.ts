export { recordPaymentMessage, type RecordPaymentMessage } from './record-payment-message.ts'
export { paymentChanged } from './facts.ts'
export { matchReportsOfLead } from './match-reports-of-lead.ts'
export { countedPayments, type PaymentRow } from './payment-rows.ts'
