import { createHash } from 'node:crypto'
import { admins, owners, type RootField } from '../expected.ts'
import {
  creditDisputed,
  creditedByHand,
  creditUndisputed,
  deletedPayment,
  enteredPayment,
  openReport,
  refundTakenBack,
  rejectedReport,
} from '../put-back.ts'
import type { Tenant } from '../tenant-rows.ts'
import { cent, period, input } from './variables.ts'

/** Whose money it is, and for what. */
const paidFor = (of: Tenant) => ({ leadId: of.id('leads'), eventId: of.id('events'), packageId: of.id('packages') })

/** What is changed of money: payments, reports, credit and rates: what each actor is answered. */
export const moneyMutations: Readonly<Record<string, RootField>> = {
  // Of a credit of their own: whoever is nobody on the roster has none.
  disputeCredit: {
    expected: { ...owners, owner: 'FORBIDDEN', rep: 'allowed' },
    key: null,
    variables: (of, unique) => input({ paymentId: of.id('payments'), comment: unique }),
    before: creditUndisputed,
  },
  withdrawCreditDispute: {
    expected: { ...owners, owner: 'FORBIDDEN', bystander: 'NOT_FOUND', rep: 'allowed' },
    // It is the closer's.
    also: { setter: 'NOT_FOUND', portalSetter: 'NOT_FOUND' },
    key: null,
    variables: (of) => input({ id: of.id('credit_disputes') }),
    before: creditDisputed,
  },
  answerCreditDispute: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) => input({ id: of.id('credit_disputes'), verdict: 'PARTLY_ACCEPTED', answer: unique }),
    before: creditDisputed,
  },
  setPaymentCustomFields: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of) => input({ id: of.id('payments', 20), values: [] }),
    before: enteredPayment,
  },
  recordPayment: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) => input({ amount: cent, method: 'WIRE', paidOn: '2026-10-01', customerName: unique, ...paidFor(of) }),
  },
  updateRecordedPayment: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) => input({ paymentId: of.id('payments', 20), customerName: unique, note: unique, ...paidFor(of) }),
    before: enteredPayment,
  },
  recordRefund: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) => input({ paymentId: of.id('payments', 20), amount: cent, refundedOn: '2026-10-02', reason: unique }),
    before: enteredPayment,
  },
  takeBackRefund: {
    // Entries of refunds are kept for ever, so the one that is named was taken back before.
    expected: { ...admins('NOT_FOUND'), admin: 'CONFLICT', owner: 'CONFLICT' },
    key: 'payments:write',
    answersKeys: 'CONFLICT',
    variables: (of, unique) => input({ refundId: of.id('payment_refunds', 20), reason: unique }),
    before: refundTakenBack,
  },
  deletePayments: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) => input({ ids: [of.id('payments', 20)], reason: unique }),
    before: enteredPayment,
  },
  restorePayments: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of) => input({ ids: [of.id('payments', 20)] }),
    before: deletedPayment,
  },
  restoreDeletion: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of) => input({ deletionId: of.id('payment_deletions') }),
    before: deletedPayment,
  },
  matchReport: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) => input({ reportId: of.id('payments', 21), paymentId: of.id('payments', 20), reason: unique }),
    before: openReport,
  },
  keepReportApart: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) => input({ reportId: of.id('payments', 21), reason: unique }),
    before: openReport,
  },
  confirmReport: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) => input({ reportId: of.id('payments', 21), method: 'CHECK', reason: unique }),
    before: openReport,
  },
  rejectReport: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) => input({ reportId: of.id('payments', 21), reason: unique }),
    before: openReport,
  },
  reopenReport: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) => input({ reportId: of.id('payments', 21), reason: unique }),
    before: rejectedReport,
  },
  attributePayment: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) =>
      input({
        paymentId: of.id('payments', 6),
        eventId: of.id('events'),
        closerId: of.id('closers'),
        setterId: of.id('setters'),
        reason: unique,
      }),
    // A split excludes one closer and one setter alone.
    instead: (of) =>
      input({
        paymentId: of.id('payments', 6),
        closers: [
          { closerId: of.id('closers'), percent: 60 },
          { closerId: of.id('closers', 2), percent: 40 },
        ],
        setters: [
          { setterId: of.id('setters'), percent: 60 },
          { setterId: of.id('setters', 2), percent: 40 },
        ],
      }),
  },
  undoAttribution: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of) => input({ paymentId: of.id('payments', 6), decisionId: of.id('attribution_decisions', 6) }),
    before: creditedByHand,
  },
  previewAttribution: {
    expected: admins('allowed'),
    key: 'payments:write',
    variables: (of) => input({ period, filter: { closerIds: [of.id('closers')], setterIds: [of.id('setters')] } }),
  },
  // Of days without payments, whose preview is always the same.
  rerunAttribution: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of) =>
      input({
        period: { from: '2001-01-01', to: '2001-01-02' },
        filter: { closerIds: [of.id('closers')], setterIds: [of.id('setters')] },
        fingerprint: createHash('sha256').update('["2001-01-01","2001-01-02",[]]').digest('hex'),
      }),
  },
  unlockAttribution: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of) => input({ paymentId: of.id('payments', 6) }),
  },

  setExchangeRate: {
    expected: admins('allowed'),
    key: null,
    variables: () => input({ day: '2026-11-18', base: 'GBP', quote: 'USD', rate: '1.25' }),
  },
  removeExchangeRate: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input({ id: of.id('exchange_rates') }),
    before: (of) => [
      `insert into exchange_rates (organization_id, id, day, base, quote, rate, origin, set_by, set_by_name)
         values ('${of.organizationId}', '${of.id('exchange_rates')}', '2026-10-01', 'EUR', 'USD', 1.1, 'manual', 'user:x', 'Ada') on conflict do nothing`,
    ],
  },
  importRates: {
    expected: admins('allowed'),
    key: null,
    variables: () => input({ fileName: 'eurofxref.csv', content: 'Date, USD, \n18 November 2026, 1.0842, \n' }),
  },
}
