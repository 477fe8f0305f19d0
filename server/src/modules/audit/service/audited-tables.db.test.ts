import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../../../test/intake.ts'
import { sessionOf } from '../../../kernel/actor.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())

/** Who belongs to an organization, with which credentials, what it is told of customers, and its money. */
const audited = [
  'api_keys',
  'call_outcomes',
  'call_types',
  'closer_names',
  'closers',
  'connection_secrets',
  'connections',
  'credit_disputes',
  'custom_field_definitions',
  'custom_field_options',
  'events',
  'events_kept_apart',
  'exchange_rates',
  'form_versions',
  'goals',
  'imports',
  'invitations',
  'lead_emails',
  'lead_merges',
  'lead_phones',
  'leads',
  'leads_kept_apart',
  'operator_sessions',
  'opportunity_statuses',
  'organization_members',
  'organizations',
  'packages',
  'payment_deletions',
  'payment_disputes',
  'payment_refunds',
  'payment_shares',
  'payments',
  'portal_links',
  'portal_sessions',
  'portal_settings',
  'post_call_forms',
  'reminder_settings',
  'report_decisions',
  'setter_names',
  'setters',
  'source_names',
  'sources',
  'traffic_type_names',
  'traffic_types',
]

/** Every other table, and why it needs no entry of its own. */
const unaudited: Readonly<Record<string, string>> = {
  'public.attribution_decisions': 'keeps every decision with who made it and why, unchangeable; the payment that it credits is audited',
  'public.form_reminders': 'keeps each reminder that was sent, unchangeable',
  'public.reminder_days': 'keeps the days on which the clock reminded, unchangeable',
  'public.audit_chain': 'is the audit log itself',
  'public.audit_heads': 'is the audit log itself',
  'public.audit_log': 'is the audit log itself',
  'public.audit_signatures': 'is the audit log itself',
  'public.deliveries': 'is a record of its own, written by the intake, which nothing may hold up; what a delivery changes is audited',
  'public.event_history': 'keeps what happened to an event, unchangeable; the event is audited',
  'public.idempotency_keys': 'is what a retry is answered, for a day',
  'public.operator_acts': 'is the operators’ own record, unchangeable, and of no organization; what they do to one is audited there',
  'public.payment_invoices': 'ties messages of a processor together; the payments are audited',
  'public.payment_references': 'repeats what a payment’s own words name, kept by a trigger; the payment is audited',
  'public.runs': 'tells how far long work has come; what it takes in is audited, and that it is started, stopped or taken up',
  'public.post_call_form_versions': 'keeps every version of a form with who filed it, unchangeable; the form is audited',
  'public.user_roles': 'is of no organization, and changed by the owner of the database alone',
  'auth.accounts': 'is of a person and no organization; the sign-in library’s own',
  'auth.ended_sessions': 'is of a person and no organization; the sign-in library’s own',
  'auth.sessions': 'is of a person and no organization; the sign-in library’s own',
  'auth.two_factors': 'is of a person and no organization; the sign-in library’s own',
  'auth.users': 'is of a person and no organization; what a person is in one is audited there',
  'auth.verifications': 'is of a person and no organization; the sign-in library’s own',
  'intake.rate_limits': 'counts requests',
  'jobs_api.living_workers': 'says that a worker lives',
  'vault.master_key_marks': 'marks which master keys there were',
  'public.connection_health': 'tells how calls to a provider went lately; nobody decides it',
  'public.connection_webhooks': 'tells how a webhook stands at its provider; that it is to be there is decided in the connection',
  'public.closer_availability': 'repeats what a booking tool has open; nobody decides it, and days that are over are unchangeable',
  'public.availability_readings': 'tells how asking a booking tool went lately; nobody decides it',
  'public.subscriptions': 'repeats what a processor told last; the deliveries keep every word of it',
  'public.reference_rates': 'is of no organization; an operator’s import is written down, and what payments come to by it is audited',
  'public.booking_sightings': 'keeps how a booking tool’s appointment looked each time, unchangeable; the events that follow are audited',
  'public.lead_refs': 'ties a contact of a provider to a lead; the lead is audited',
  'public.operator_idempotency_keys': 'is what a retry is answered, for a day',
  'intake.provider_calls': 'counts calls to providers',
}

describe('the audit trigger', () => {
  it('is on every sensitive table; every other has a reason why not', async () => {
    const tables = await test.owner<{ name: string; isAudited: boolean }[]>`
      select n.nspname || '.' || c.relname as name,
        exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'record_audit()'::regprocedure and t.tgtype & 28 = 28) as "isAudited"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker', 'drizzle')`
    expect(
      tables
        .filter(({ isAudited }) => isAudited)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(audited.map((name) => `public.${name}`))
    expect(
      tables
        .filter(({ isAudited }) => !isAudited)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(unaudited).sort())
  })

  it('keeps nothing of a column that holds a secret or a hash of one', async () => {
    const columns = await test.owner<{ column: string }[]>`
      select distinct column_name as column from information_schema.columns
      where table_schema = 'public' and table_name = any(${audited}) and column_name ~ '(secret|sealed|plain|token|hash|password|signature|cipher)' order by 1`
    const [definition] = await test.owner<
      { source: string }[]
    >`select prosrc as source from pg_proc where oid = 'record_audit()'::regprocedure`
    const [, list = ''] = /masked CONSTANT text\[\] := ARRAY\[([^\]]*)\]/.exec(definition?.source ?? '') ?? []
    const masked = list.split(',').map((each) => each.trim().replaceAll(`'`, ''))
    expect(columns.map(({ column }) => column)).toEqual([...masked].sort())
  })
})

describe('an entry', () => {
  it('says who, in which request, from which address, and of an update only what changed', async () => {
    const admin = adminOf(await makeOrganization(test))
    const settings = sessionOf(admin, { requestId: 'request-7', address: '2001:db8::7' })
    await test.database.transaction(settings, (tx) =>
      tx.query(`update organizations set name = 'Southlight' where id = $1`, [admin.organizationId]),
    )
    const [entry] = await test.owner`
      select actor, request_id, address, table_name, row_id, operation, before, after from audit_log
      where organization_id = ${admin.organizationId} and operation = 'update'`
    expect(entry).toEqual({
      actor: `user:${admin.kind === 'user' ? admin.userId : ''}`,
      request_id: 'request-7',
      address: '2001:db8::7',
      table_name: 'organizations',
      row_id: admin.organizationId,
      operation: 'update',
      before: { name: 'Northlight' },
      after: { name: 'Southlight' },
    })
  })

  it('of a secret shows that it changed, and nothing else, not even whether it came back', async () => {
    const admin = adminOf(await makeOrganization(test))
    const { organizationId } = admin
    const id = uuidv7()
    await as(test.database, admin, async (tx) => {
      await tx.query(
        `insert into api_keys (organization_id, id, name, key_hash, last_four, scopes, created_by) values ($1, $2, 'Key', 'hash-one', 'abcd', '{}', 'Ada')`,
        [organizationId, id],
      )
      for (const hash of ['hash-two', 'hash-one']) await tx.query('update api_keys set key_hash = $2 where id = $1', [id, hash])
    })
    const entries = await test.owner<{ before: Record<string, unknown> | null; after: Record<string, unknown> }[]>`
      select before, after from audit_log where organization_id = ${organizationId} and table_name = 'api_keys' order by at, id`
    expect(entries.map(({ before, after }) => [before?.key_hash, after.key_hash])).toEqual([
      [undefined, '••••'],
      ['••••', '••••'],
      ['••••', '••••'],
    ])
    expect(entries.slice(1).map(({ after }) => Object.keys(after))).toEqual([['key_hash'], ['key_hash']])
  })

  it('is not made of a mark that a key was used', async () => {
    const admin = adminOf(await makeOrganization(test))
    const { organizationId } = admin
    await as(test.database, admin, async (tx) => {
      await tx.query(
        `insert into api_keys (organization_id, id, name, key_hash, last_four, scopes, created_by) values ($1, new_id(), 'Key', 'hash', 'abcd', '{}', 'Ada')`,
        [organizationId],
      )
      await tx.query('update api_keys set last_used_at = now() where organization_id = $1', [organizationId])
      await tx.query(`update api_keys set last_used_at = now(), revoked_at = now() where organization_id = $1`, [organizationId])
    })
    const entries = await test.owner<{ operation: string }[]>`
      select operation from audit_log where organization_id = ${organizationId} and table_name = 'api_keys' order by at, id`
    expect(entries.map(({ operation }) => operation)).toEqual(['insert', 'update'])
  })
})
