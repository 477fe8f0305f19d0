import type { Tenant } from './tenant-rows.ts'

/** An organization of nobody's, open and on trial, for operators to act on. */
export const spare = (of: Tenant) => [
  `insert into organizations (id, name, time_zone, currency) values ('${of.id('spare')}', 'Spare', 'UTC', 'USD') on conflict (id) do update
     set plan = 'trial', trial_ends_at = now() + interval '7 days', state = 'active', state_reason = null, delete_after = null`,
]
/** A member beside the people of the world, for others to change. */
export const spareMember = (of: Tenant) => [
  `insert into organization_members (organization_id, id, user_id, role, name, email)
     values ('${of.organizationId}', '${of.id('organization_members')}', '${of.id('users')}', 'admin', 'Ada', 'ada1@clinch.example')
     on conflict (organization_id, id) do update set role = 'admin'`,
]
/** An invitation that is still open. */
export const openInvitation = (of: Tenant) => [
  `update invitations set accepted_at = null, revoked_at = null, token_hash = id::text, closer_id = null, setter_id = null where id = '${of.id('invitations')}'`,
]
/** Whoever left is back, told by the owner’s e-mail domain: who they are in the organization and on its roster. */
export const everybodyBack = (of: Tenant) => {
  const people = `organization_members o join auth.users u on split_part(u.email, '@', 2) = split_part(o.email, '@', 2)
     where o.organization_id = '${of.organizationId}' and o.role = 'owner' and split_part(u.email, '@', 1)`
  const onRoster = (table: string, who: string) =>
    `update ${table} set user_id = (select u.id from ${people} = '${who}') where id = '${of.id(table)}' and user_id is null`
  return [
    `insert into organization_members (organization_id, id, user_id, role, name, email)
       select o.organization_id, gen_random_uuid(), u.id, case when u.email like 'admin@%' then 'admin' else 'sales_rep' end, u.name, u.email
       from ${people} in ('admin', 'rep', 'bystander', 'setter') on conflict (organization_id, user_id) do nothing`,
    onRoster('closers', 'rep'),
    onRoster('setters', 'setter'),
  ]
}
/** The ownership is back where it was; both in one transaction, since there is an owner whenever one ends. */
export const ownerAgain = (of: Tenant) => [
  `${spareMember(of).join('; ')}; update organization_members set role = 'owner'
     where organization_id = '${of.organizationId}' and split_part(email, '@', 1) like 'owner%'`,
]
/** The one field of payments is in use. */
export const fieldInUse = (of: Tenant) => [
  `update custom_field_definitions set retired_at = null where id = '${of.id('custom_field_definitions')}'`,
]
/** Leads have no fields of their own: there can be only so many. */
export const noFieldsOfLeads = (of: Tenant) => [
  `delete from custom_field_options where field_id in (
     select id from custom_field_definitions where organization_id = '${of.organizationId}' and subject = 'lead')`,
  `delete from custom_field_definitions where organization_id = '${of.organizationId}' and subject = 'lead'`,
]
/** A payment that was entered by hand and stands. */
export const enteredPayment = (of: Tenant) => [
  `insert into payments (organization_id, id, origin, off_platform_method, amount_minor, currency, paid_at, status, customer_name, entered_by_name, metadata)
     values ('${of.organizationId}', '${of.id('payments', 20)}', 'manual', 'wire', 100000, 'EUR', '2026-10-01T12:00:00Z', 'succeeded', 'Dana', 'Ada', '{}')
     on conflict (organization_id, id) do update set deletion_id = null`,
]
/** The same, deleted. */
export const deletedPayment = (of: Tenant) => [
  ...enteredPayment(of),
  `update payments set deletion_id = '${of.id('payment_deletions')}' where id = '${of.id('payments', 20)}'`,
]
/** A closer's report of which nothing is decided, beside a payment that was entered by hand. */
export const openReport = (of: Tenant) => [
  ...enteredPayment(of),
  `insert into payments (organization_id, id, origin, form_id, amount_minor, currency, paid_at, status, customer_name, metadata)
     values ('${of.organizationId}', '${of.id('payments', 21)}', 'form', '${of.id('post_call_forms', 5)}', 7777, 'EUR', '2020-10-01T12:00:00Z', 'reported', 'Erin', '{}')
     on conflict (organization_id, id) do update set reconciliation = null, matched_payment_id = null`,
]
/** The same, rejected, whatever was decided of it since. */
export const rejectedReport = (of: Tenant) => [
  ...openReport(of),
  `insert into report_decisions (organization_id, id, payment_id, kind, reason, decided_by, decided_by_name, decided_at)
     values ('${of.organizationId}', '${of.id('report_decisions', 20)}', '${of.id('payments', 21)}', 'rejected', 'It never came.', 'user:x', 'Ada',
       '2999-01-01T00:00:00Z') on conflict do nothing`,
  `update payments set reconciliation = 'rejected' where id = '${of.id('payments', 21)}'`,
]
/** A refund of it, and that it was taken back. */
export const refundTakenBack = (of: Tenant) => [
  ...enteredPayment(of),
  ...['live', 'failed'].map(
    (report, index) =>
      `insert into payment_refunds (organization_id, id, payment_id, report, refund_ref, amount_minor, currency, made_at, reported_at, entered_by_name)
         values ('${of.organizationId}', '${of.id('payment_refunds', 20 + index)}', '${of.id('payments', 20)}', '${report}', 'entered', 100, 'EUR',
           '2026-10-02T12:00:00Z', '2026-10-02T12:00:00Z', 'Ada') on conflict (organization_id, id) do nothing`,
  ),
]
const noOtherDispute = (of: Tenant) =>
  `delete from credit_disputes where payment_id = '${of.id('payments')}' and id <> '${of.id('credit_disputes')}'`
/** Nobody disputes the first payment any more. */
export const creditUndisputed = (of: Tenant) => [
  noOtherDispute(of),
  `update credit_disputes set state = 'withdrawn', answer = null, settled_by = 'user:x', settled_by_name = 'Cleo', settled_at = now()
     where id = '${of.id('credit_disputes')}'`,
]
/** The first closer disputes it. */
export const creditDisputed = (of: Tenant) => [
  noOtherDispute(of),
  `update credit_disputes set state = 'open', answer = null, settled_by = null, settled_by_name = null, settled_at = null
     where id = '${of.id('credit_disputes')}'`,
]
/** The first closer’s goal. */
export const goalAgain = (of: Tenant) => [
  `insert into goals (organization_id, id, closer_id, metric, span, starts_on, ends_on, target, set_by)
     values ('${of.organizationId}', '${of.id('goals')}', '${of.id('closers')}', 'shows', 'month', '2026-10-01', '2026-10-31', 20, 'Ada')
     on conflict (organization_id, id) do nothing`,
]
/** An address and a number beside those that the lead goes by, to be taken off. */
export const spareAddresses = (of: Tenant) => [
  `insert into lead_emails (organization_id, id, lead_id, email, learned_from)
     values ('${of.organizationId}', gen_random_uuid(), '${of.id('leads')}', 'spare@lead.example', 'Ada') on conflict do nothing`,
  `insert into lead_phones (organization_id, id, lead_id, phone, learned_from)
     values ('${of.organizationId}', gen_random_uuid(), '${of.id('leads')}', '+12025550199', 'Ada') on conflict do nothing`,
]
/** The second closer's lead stands by itself, with their own calls and payments. */
export const twoLeadsAgain = (of: Tenant) => [
  `update leads set merged_into_id = null where id in ('${of.id('leads')}', '${of.id('leads', 5)}')`,
  `update events set lead_id = '${of.id('leads', 5)}' where id = '${of.id('events', 5)}'`,
  `update payments set lead_id = '${of.id('leads', 5)}' where id = '${of.id('payments', 5)}'`,
  `update lead_merges set undone_at = coalesce(undone_at, now()) where organization_id = '${of.organizationId}'`,
  `delete from leads_kept_apart where organization_id = '${of.organizationId}'`,
]
/** The merge of the first lead stands, and no other. */
export const mergedAgain = (of: Tenant) => [
  ...twoLeadsAgain(of),
  `update lead_merges set undone_at = null where id = '${of.id('lead_merges')}'`,
  `update leads set merged_into_id = '${of.id('leads')}' where id = '${of.id('leads', 2)}'`,
]
/** A person said of the two that they are two. */
export const keptApartAgain = (of: Tenant) => [
  ...twoLeadsAgain(of),
  `insert into leads_kept_apart (organization_id, id, one_id, other_id, said_by, said_by_name)
     values ('${of.organizationId}', gen_random_uuid(), '${of.id('leads')}', '${of.id('leads', 5)}', 'user:x', 'Ada')`,
]
/** A payment that stands credited by hand, whatever was decided of it since. */
export const creditedByHand = (of: Tenant) => [
  `insert into attribution_decisions (organization_id, id, payment_id, method, locked, summary, trail, decided_by, decided_by_name, decided_at)
     values ('${of.organizationId}', '${of.id('attribution_decisions', 6)}', '${of.id('payments', 6)}', 'manual', true, 'Credited to nobody by Ada, by hand.', '[]',
       'user:x', 'Ada', '2999-01-01T00:00:00Z') on conflict do nothing`,
  `update payments set attribution_method = 'manual', attribution_locked = true where id = '${of.id('payments', 6)}'`,
]
/** A call beside the first, of the same lead and at the same time, that is no copy and of which nobody said that it is another. */
export const twoCallsAgain = (of: Tenant) => [
  `insert into events (organization_id, id, booking_ref, lead_id, lead_name, scheduled_at, booked_at, status, answers)
     values ('${of.organizationId}', '${of.id('events', 20)}', 'booking 20', '${of.id('leads')}', 'Dana', '2026-10-01T12:00:00Z', '2026-10-01T12:00:00Z', 'scheduled', '[]')
     on conflict (organization_id, id) do update set duplicate_of_id = null`,
  `delete from events_kept_apart where organization_id = '${of.organizationId}'`,
]
/** It is a copy of the first. */
export const copyAgain = (of: Tenant) => [
  ...twoCallsAgain(of),
  `update events set duplicate_of_id = '${of.id('events')}' where id = '${of.id('events', 20)}'`,
]
/** A connection with a key to ask with, of which no sync is under way. */
export const readyToSync = (of: Tenant) => [
  `insert into connection_secrets (organization_id, id, connection_id, field, sealed, last_four)
     values ('${of.organizationId}', '${of.id('connection_secrets', 20)}', '${of.id('connections')}', 'api_key', 'v1.sealed', 'cret') on conflict do nothing`,
  `update runs set state = 'canceled', finished_at = coalesce(finished_at, now()), error = null where organization_id = '${of.organizationId}'`,
]
/** It has no key: nothing is there to be tried at its provider. */
export const keyless = (of: Tenant) => [`delete from connection_secrets where id = '${of.id('connection_secrets', 20)}'`]
/** Its first sync is under way. */
export const syncUnderWay = (of: Tenant) => [
  ...readyToSync(of),
  `update runs set state = 'queued', finished_at = null where id = '${of.id('runs')}'`,
]
