import { addition, at, credit, everything, nothing, type TableSeed } from './table-seed.ts'

/** Tables of money, and the audit log, each after those that it refers to. */
export const moneyTables: Readonly<Record<string, TableSeed>> = {
  exchange_rates: {
    readers: 'members',
    columns: (_tenant, nth) => ({
      day: `2026-10-0${nth}`,
      base: 'EUR',
      quote: 'USD',
      rate: 1.1,
      origin: 'manual',
      set_by: 'user:x',
      set_by_name: 'Ada',
    }),
    appWrites: everything,
  },
  payment_deletions: {
    readers: 'admins',
    columns: () => ({ reason: 'Entered twice.', deleted_by: 'user:x', deleted_by_name: 'Ada' }),
  },
  payments: {
    readers: 'reps',
    columns: (tenant, nth) => ({
      ...credit(tenant),
      // The first is the processor's; the next is a report that turned out to be the first.
      ...(nth === 1
        ? { origin: 'processor', purchase_ref: 'pi_1' }
        : { origin: 'form', form_id: tenant.id('post_call_forms'), matched_payment_id: tenant.id('payments') }),
      deletion_id: nth === 1 ? null : tenant.id('payment_deletions'),
      package_id: tenant.id('packages'),
      for_package_id: tenant.id('packages'),
      connection_id: tenant.id('connections'),
      amount_minor: 100_000,
      refunded_minor: 0,
      currency: 'EUR',
      paid_at: at,
      status: 'succeeded',
      metadata: {},
      // The first was credited by hand: no rule takes it from its reps.
      attribution_method: nth === 1 ? 'manual' : 'matched_past',
      attribution_locked: nth === 1,
    }),
  },
  payment_shares: {
    readers: 'reps',
    columns: (tenant, nth) => ({
      payment_id: tenant.id('payments', nth === 1 ? 1 : 2),
      ...(nth < 3 ? { role: 'closer', closer_id: tenant.id('closers') } : { role: 'setter', setter_id: tenant.id('setters') }),
      percent: 100,
      percents: [100],
      position: 0,
    }),
    // Shares are replaced, never changed.
    appWrites: { insert: 'all', update: [], delete: true },
  },
  credit_disputes: {
    readers: 'reps',
    columns: (tenant, nth) => ({
      // One of each person and payment at a time is open; one that is missing is no payment of ours.
      payment_id: nth === 3 ? null : tenant.id('payments', nth === 1 ? 1 : 2),
      ...(nth === 2 ? { setter_id: tenant.id('setters') } : { closer_id: tenant.id('closers') }),
      lead_name: 'Dana',
      amount_minor: 100,
      currency: 'EUR',
      paid_on: '2026-10-06',
      comment: `Not mine ${nth}`,
      made_by: 'user:x',
      made_by_name: 'Cleo',
      due_on: '2026-10-13',
    }),
    // What was said stays; what becomes of it is written.
    appWrites: { insert: 'all', update: ['state', 'answer', 'settled_by', 'settled_by_name', 'settled_at'], delete: false },
  },
  payment_disputes: {
    readers: 'admins',
    appendOnly: true,
    columns: (tenant, nth) => ({
      connection_id: tenant.id('connections'),
      purchase_ref: 'pi_1',
      dispute_ref: `dp_${nth}`,
      state: 'open',
      amount_minor: 100,
      currency: 'EUR',
      opened_at: at,
      reported_at: at,
    }),
    appWrites: addition,
  },
  subscriptions: {
    readers: 'admins',
    columns: (tenant, nth) => ({
      connection_id: tenant.id('connections'),
      subscription_ref: `sub_${nth}`,
      state: 'active',
      reported_at: at,
    }),
  },
  report_decisions: {
    readers: 'admins',
    appendOnly: true,
    columns: (tenant) => ({
      payment_id: tenant.id('payments'),
      kind: 'matched',
      matched_payment_id: tenant.id('payments'),
      decided_by: 'user:x',
      decided_by_name: 'Ada',
    }),
    appWrites: addition,
  },
  payment_references: {
    readers: 'admins',
    withoutId: true,
    columns: (tenant, nth) => ({ payment_id: tenant.id('payments'), value: `ref_${nth}` }),
    appWrites: { insert: 'all', update: [], delete: true },
  },
  payment_invoices: {
    readers: 'admins',
    columns: (tenant, nth) => ({ connection_id: tenant.id('connections'), invoice_ref: `in_${nth}`, metadata: {} }),
  },
  payment_refunds: {
    readers: 'admins',
    appendOnly: true,
    columns: (tenant, nth) => ({
      // The second was entered by hand.
      ...(nth === 2
        ? { payment_id: tenant.id('payments'), entered_by_name: 'Ada' }
        : { connection_id: tenant.id('connections'), purchase_ref: 'pi_1' }),
      report: 'live',
      refund_ref: `re_${nth}`,
      amount_minor: 100,
      currency: 'EUR',
      made_at: at,
      reported_at: at,
    }),
  },
  attribution_decisions: {
    readers: 'reps',
    appendOnly: true,
    columns: (tenant) => ({
      ...credit(tenant),
      payment_id: tenant.id('payments'),
      method: 'matched_past',
      locked: false,
      summary: 'Credited.',
      trail: [],
      decided_by: 'job:attribution',
      decided_by_name: 'Clinch',
      decided_at: at,
    }),
  },
  audit_log: { readers: 'admins', appendOnly: true, columns: null, appWrites: nothing },
  audit_chain: { readers: 'admins', appendOnly: true, withoutId: true, columns: null, appWrites: nothing },
  audit_heads: { readers: 'admins', withoutId: true, columns: null, appWrites: nothing },
  audit_signatures: {
    readers: 'admins',
    appendOnly: true,
    withoutId: true,
    columns: (_tenant, nth) => ({ position: nth, hash: 'hash', key_version: 1, signature: 'signature' }),
    // The job that signs adds them; they are worth nothing without its key.
    appWrites: addition,
  },
}
