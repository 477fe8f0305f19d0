import { isAdmin, isMember } from '../../../graphql-kit/rules.ts'

export const paymentRules = {
  Query: {
    payments: isMember('payments:read'),
    payment: isMember('payments:read'),
    paymentTotals: isMember('payments:read'),
    currenciesInUse: isAdmin('payments:read'),
    differingReports: isAdmin('payments:read'),
    reconciliationTotals: isAdmin('payments:read'),
  },
  Mutation: {
    setPaymentCustomFields: isAdmin('payments:write'),
    recordPayment: isAdmin('payments:write'),
    updateRecordedPayment: isAdmin('payments:write'),
    recordRefund: isAdmin('payments:write'),
    takeBackRefund: isAdmin('payments:write'),
    deletePayments: isAdmin('payments:write'),
    restorePayments: isAdmin('payments:write'),
    restoreDeletion: isAdmin('payments:write'),
    matchReport: isAdmin('payments:write'),
    keepReportApart: isAdmin('payments:write'),
    confirmReport: isAdmin('payments:write'),
    rejectReport: isAdmin('payments:write'),
    reopenReport: isAdmin('payments:write'),
  },
}
