import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../../../test/intake.ts'
import { within } from '../../../database/tenant-transaction.ts'
import type { Actor } from '../../../kernel/actor.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())

/** Tenant tables that a read-only organization still writes, or that only triggers and the platform's functions write. */
const unguarded = [
  'audit_chain',
  'audit_heads',
  'audit_log',
  'audit_signatures',
  'availability_readings',
  'connection_health',
  'connection_webhooks',
  'deliveries',
  'idempotency_keys',
  'operator_sessions',
  'portal_sessions',
  'runs',
]

const end = (organizationId: string) =>
  test.owner`update organizations set trial_ends_at = now() - interval '1 second' where id = ${organizationId}`
const extend = (organizationId: string) =>
  test.owner`update organizations set trial_ends_at = now() + interval '1 day' where id = ${organizationId}`

const run = (organizationId: string, ...statements: string[]) =>
  as(test.database, adminOf(organizationId), async (tx) => {
    for (const statement of statements) await tx.query(statement)
  })

const readOnly = { constraint_name: 'organization_read_only' }

describe('a trial that is over', () => {
  it('is looked at by a trigger of every tenant table but those of this list', async () => {
    const tables = await test.owner<{ name: string; guarded: boolean }[]>`
      select c.relname as name, exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
        where t.tgrelid = c.oid and p.proname = 'refuse_while_read_only') as guarded
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
        and (c.relname = 'organizations' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id'))
      order by 1`
    expect(tables.filter(({ guarded }) => !guarded).map(({ name }) => name)).toEqual(unguarded)
    expect(tables.length).toBeGreaterThan(25)
  })

  it('is looked at before each change of an organization that is a tenant’s own to make', async () => {
    const columns = await test.owner<{ name: string; guarded: boolean }[]>`
      select a.attname as name, exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
        where t.tgrelid = a.attrelid and p.proname = 'refuse_while_read_only' and a.attnum = any(t.tgattr)) as guarded
      from pg_attribute a where a.attrelid = 'organizations'::regclass and a.attnum > 0 and not a.attisdropped
        and has_column_privilege('app_user', a.attrelid, a.attnum, 'UPDATE') order by 1`
    expect(columns.filter(({ guarded }) => !guarded)).toEqual([])
    expect(columns.length).toBeGreaterThan(5)
  })

  it('refuses every kind of write of the business, from the moment at which it ends', async () => {
    const organizationId = await makeOrganization(test)
    const id = uuidv7()
    const insert = `insert into closers (organization_id, id, name) values ('${organizationId}', '${id}', 'Cleo')`
    await run(organizationId, insert)
    await end(organizationId)
    for (const statement of [
      insert,
      `update closers set name = 'Cleopatra' where organization_id = '${organizationId}'`,
      `delete from setter_names where organization_id = '${organizationId}'`,
      `update organizations set name = 'Another' where id = '${organizationId}'`,
      `update organizations set delivery_body_days = 7 where id = '${organizationId}'`,
      `insert into leads (organization_id, id, name) values ('${organizationId}', '${id}', 'Lea')`,
      `update leads set name = 'Nobody' where organization_id = '${organizationId}'`,
      `insert into api_keys (organization_id, id, name, key_hash, last_four, scopes, created_by) values ('${organizationId}', '${id}', 'K', 'h', 'abcd', '{}', 'Ada')`,
    ])
      await expect(run(organizationId, statement), statement).rejects.toMatchObject(readOnly)
    await extend(organizationId)
    await run(organizationId, `update closers set name = 'Cleopatra' where organization_id = '${organizationId}'`)
  })

  it('lets go whoever leaves, and takes access away', async () => {
    const organizationId = await makeOrganization(test)
    const [closer, key, user] = [uuidv7(), uuidv7(), uuidv7()]
    await run(
      organizationId,
      `insert into closers (organization_id, id, name, user_id) values ('${organizationId}', '${closer}', 'Cleo', '${user}')`,
      `insert into organization_members (organization_id, id, user_id, role, name, email) values ('${organizationId}', '${uuidv7()}', '${user}', 'admin', 'A', 'a@b.example')`,
      `insert into api_keys (organization_id, id, name, key_hash, last_four, scopes, created_by) values ('${organizationId}', '${key}', 'K', 'h', 'abcd', '{}', 'Ada')`,
    )
    await end(organizationId)
    await run(
      organizationId,
      `update closers set user_id = null where organization_id = '${organizationId}'`,
      `update organization_members set role = 'sales_rep' where organization_id = '${organizationId}'`,
      `delete from organization_members where organization_id = '${organizationId}'`,
      `update api_keys set revoked_at = now() where organization_id = '${organizationId}'`,
    )
    await expect(
      run(organizationId, `update closers set user_id = '${user}' where organization_id = '${organizationId}'`),
    ).rejects.toMatchObject(readOnly)
    await expect(
      run(organizationId, `update closers set user_id = null, name = 'X' where organization_id = '${organizationId}'`),
    ).rejects.toMatchObject(readOnly)
    await expect(
      run(organizationId, `update api_keys set scopes = '{events:read}' where organization_id = '${organizationId}'`),
    ).rejects.toMatchObject(readOnly)
  })

  it('is remembered for one transaction only, and no longer than the savepoint that looked', async () => {
    const organizationId = await makeOrganization(test)
    const other = await makeOrganization(test)
    const insert = `insert into traffic_types (organization_id, id, name, name_key) values ('${organizationId}', '${uuidv7()}', 'Paid', 'paid')`
    await run(organizationId, insert)
    await end(organizationId)
    await run(other, `update organizations set name = 'Other' where id = '${other}'`)
    await expect(run(organizationId, insert)).rejects.toMatchObject(readOnly)
    await extend(organizationId)
    const afterRollback = as(test.database, adminOf(organizationId), async (tx) => {
      const undone = within(tx, async () => {
        await tx.query(`update traffic_types set name = 'Organic' where organization_id = $1`, [organizationId])
        throw new Error('back')
      })
      await expect(undone).rejects.toThrow('back')
      // Nothing is held any more, so the change goes through.
      await end(organizationId)
      await tx.query(`update traffic_types set name = 'Cold' where organization_id = $1`, [organizationId])
    })
    await expect(afterRollback).rejects.toMatchObject(readOnly)
  })

  it('does not bind a plan that is paid for, nor what the platform does outside of any tenant', async () => {
    const organizationId = await makeOrganization(test)
    await end(organizationId)
    await test.owner`insert into traffic_types (organization_id, id, name, name_key) values (${organizationId}, ${uuidv7()}, 'Paid', 'paid')`
    await test.owner`update organizations set plan = 'starter', trial_ends_at = null where id = ${organizationId}`
    await run(organizationId, `update traffic_types set name = 'Cold' where organization_id = '${organizationId}'`)
  })
})

describe('an organization', () => {
  const withOwner = async () => {
    const organizationId = await makeOrganization(test)
    const [owner, admin] = [uuidv7(), uuidv7()]
    const row = (id: string, role: string) =>
      `insert into organization_members (organization_id, id, user_id, role, name, email) values ('${organizationId}', '${id}', '${id}', '${role}', '${role}', '${role}@x.example')`
    await run(organizationId, row(owner, 'owner'), row(admin, 'admin'))
    return { organizationId, owner, admin }
  }
  const noOwner = { constraint_name: 'organization_members_keep_an_owner' }

  it('cannot lose its owner, whoever writes its members', async () => {
    const { organizationId, owner } = await withOwner()
    for (const statement of [
      `delete from organization_members where id = '${owner}'`,
      `update organization_members set role = 'admin' where id = '${owner}'`,
    ]) {
      await expect(run(organizationId, statement)).rejects.toMatchObject(noOwner)
      await expect(test.owner.unsafe(statement)).rejects.toMatchObject(noOwner)
    }
  })

  it('changes hands in one transaction, and goes as a whole', async () => {
    const { organizationId, owner, admin } = await withOwner()
    await run(
      organizationId,
      `update organization_members set role = 'admin' where id = '${owner}'`,
      `update organization_members set role = 'owner' where id = '${admin}'`,
    )
    await test.owner.begin(async (sql) => {
      await sql`delete from organization_members where organization_id = ${organizationId}`
      await sql`delete from organizations where id = ${organizationId}`
    })
    expect(await test.owner`select 1 from organizations where id = ${organizationId}`).toEqual([])
  })

  it('is shut by its owner alone, and opened by its owner alone', async () => {
    const { organizationId, owner, admin } = await withOwner()
    const ask = (userId: string, text: string) => {
      const actor: Actor = { kind: 'user', organizationId, userId, name: 'Ada', role: 'admin', closerId: null, setterId: null }
      return as(test.database, actor, (tx) => tx.query<Record<string, unknown>>(text))
    }
    await expect(ask(admin, 'select request_organization_deletion()')).rejects.toMatchObject({ code: '42501' })
    expect(await ask(owner, `select keep_organization() as kept`)).toEqual([{ kept: false }])
    expect(await ask(owner, `select round(date_part('epoch', request_organization_deletion() - now()) / 86400)::int as days`)).toEqual([
      { days: 30 },
    ])
    expect(await ask(owner, `select request_organization_deletion() as again`)).toEqual([{ again: null }])
    expect(await ask(admin, `select keep_organization() as kept`)).toEqual([{ kept: false }])
    expect(await ask(owner, `select keep_organization() as kept`)).toEqual([{ kept: true }])
    await test.owner`update organizations set state = 'deleting', delete_after = now(), state_reason = 'Abuse' where id = ${organizationId}`
    expect(await ask(owner, `select keep_organization() as kept`)).toEqual([{ kept: false }])
  })
})
