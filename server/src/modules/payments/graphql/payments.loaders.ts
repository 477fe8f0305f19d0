import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import type { PackageRow } from '../../packages/service/index.ts'
import { type DeletionRow, type DisputeRow, loadDeletions, loadDisputes, loadRefunds, type RefundRow } from '../service/ledger-rows.ts'
import { countPaymentsForPackages, loadPackagesOfPayments } from '../service/payment-packages.ts'
import { loadPayments, loadPaymentsOfEvents, type PaymentRow } from '../service/payment-rows.ts'
import type { Candidate } from '../service/report-candidate.ts'
import { loadMatchCandidates, loadReportIdsOf } from '../service/report-candidates.ts'
import { loadReportDecisions, type ReportDecisionRow } from '../service/report-decisions.ts'
import { loadSubscriptions, type SubscriptionRow } from '../service/subscription-rows.ts'

export const paymentById = defineLoader<PaymentRow | null>(loadPayments, null)
export const paymentsOfEvent = defineLoader<readonly PaymentRow[]>(loadPaymentsOfEvents, [])
export const refundsOfPayment = defineLoader<readonly RefundRow[]>(loadRefunds, [])
export const disputesOfPayment = defineLoader<readonly DisputeRow[]>(loadDisputes, [])
export const subscriptionOfPayment = defineLoader<SubscriptionRow | null>(loadSubscriptions, null)
export const deletionById = defineLoader<DeletionRow | null>(loadDeletions, null)
export const reportIdOfPayment = defineLoader<string | null>(loadReportIdsOf, null)
export const candidatesOfPayment = defineLoader<readonly Candidate[]>(loadMatchCandidates, [])
export const decisionsOfReport = defineLoader<readonly ReportDecisionRow[]>(loadReportDecisions, [])
export const packageOfPayment = defineLoader<PackageRow | null>(loadPackagesOfPayments, null)
export const paymentsForPackage = defineLoader<number>(countPaymentsForPackages, 0)
