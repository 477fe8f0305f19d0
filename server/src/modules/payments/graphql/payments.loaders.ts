import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { loadPayments, loadPaymentsOfEvents, loadRefunds, type PaymentRow, type RefundRow } from '../service/payment-rows.ts'

export const paymentById = defineLoader<PaymentRow | null>(loadPayments, null)
export const paymentsOfEvent = defineLoader<readonly PaymentRow[]>(loadPaymentsOfEvents, [])
export const refundsOfPayment = defineLoader<readonly RefundRow[]>(loadRefunds, [])
