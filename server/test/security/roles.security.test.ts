import { afterAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../database.ts'
import { RawRole } from './attempt.ts'
import { readGrants, readTables } from './catalogue.ts'
import { seedTenants } from './seed-tenants.ts'
import { tenantNamed, tenantTables } from './tenant-rows.ts'

const data = await freshDatabase()
const own = tenantNamed('own')
await seedTenants(data.owner, [own])
const roles = {
  app_user: new RawRole(data.url('app_user')),
  auth_user: new RawRole(data.url('auth_user')),
  worker: new RawRole(data.url('worker')),
}
const tables = await readTables(data.owner)
afterAll(async () => {
  await Promise.all(Object.values(roles).map((role) => role.end()))
  await data.close()
})

const everything = ['DELETE', 'INSERT', 'SELECT', 'UPDATE']
const readOnly = ['audit_log', 'user_roles']

describe('the roles that processes log in as', () => {
  it.each(Object.keys(roles))('%s owns no table of ours, and bypasses nothing', async (role) => {
    const [facts] = await data.owner`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships,
        (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relowner = r.oid and n.nspname not in ('graphile_worker', 'pg_toast')) as owned,
        has_schema_privilege(r.oid, 'public', 'create') as creates
      from pg_roles r where rolname = ${role}`
    expect(facts).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      memberships: 0,
      owned: 0,
      creates: false,
    })
  })

  it('app_user may do with each table what is listed here, and nothing with any other', async () => {
    const granted = Object.fromEntries(
      (await readGrants(data.owner, 'app_user')).map(({ schema, name, privileges }) => [`${schema}.${name}`, privileges]),
    )
    const wanted = [...Object.keys(tenantTables), 'user_roles'].map((table) => [
      `public.${table}`,
      readOnly.includes(table) ? ['SELECT'] : everything,
    ])
    expect(granted).toEqual(Object.fromEntries(wanted))
  })

  it('auth_user may touch the sign-in tables, and nothing else', async () => {
    const granted = await readGrants(data.owner, 'auth_user')
    expect(granted.map(({ schema, name }) => `${schema}.${name}`)).toEqual(
      ['accounts', 'rate_limits', 'sessions', 'users', 'verifications'].map((name) => `auth.${name}`),
    )
    expect(granted.map(({ privileges }) => privileges)).toEqual(granted.map(() => everything))
  })

  it('worker may touch the job queue, and nothing else', async () => {
    const granted = await readGrants(data.owner, 'worker')
    expect([...new Set(granted.map(({ schema }) => schema))].toSorted()).toEqual(['graphile_worker', 'jobs_api'])
  })

  const isOf: Readonly<Record<string, readonly string[]>> = {
    app_user: ['public'],
    auth_user: ['auth'],
    worker: ['graphile_worker', 'jobs_api'],
  }
  const unreachable = Object.keys(roles).flatMap((role) =>
    tables
      .filter(({ schema }) => !isOf[role]?.includes(schema))
      .map(({ schema, name }) => [role as keyof typeof roles, `${schema}.${name}`] as const),
  )
  it.each(unreachable)('%s cannot reach %s, by any verb', async (role, table) => {
    const raw = roles[role]
    // As a caller who may do everything in the tenant, where there is one.
    const settings = { organization_id: own.organizationId, scope: 'organization' }
    for (const text of [`select 1 from ${table}`, `insert into ${table} default values`, `delete from ${table}`, `truncate ${table}`]) {
      expect([text, await raw.attempt(settings, text)]).toEqual([text, '42501'])
    }
  })

  it.each(Object.keys(tenantTables))('app_user can neither empty %s at once nor alter it', async (table) => {
    const settings = { organization_id: own.organizationId, scope: 'organization' }
    for (const text of [`truncate ${table} cascade`, `alter table ${table} disable row level security`, `drop table ${table} cascade`]) {
      expect([text, await roles.app_user.attempt(settings, text)]).toEqual([text, '42501'])
    }
  })
})

describe('platform roles', () => {
  it('are shown to the user who has them, and to nobody else, and given by nobody through the app', async () => {
    const user = own.id('users')
    await data.owner`insert into user_roles (user_id, role) values (${user}, 'super_admin')`
    const read = (settings: object) => roles.app_user.attempt({ ...settings }, 'select 1 from user_roles')
    expect(await read({ user_id: user })).toBe(1)
    expect(await read({ user_id: own.id('users', 2) })).toBe(0)
    expect(await read({ organization_id: own.organizationId, scope: 'organization' })).toBe(0)
    expect(await read({})).toBe(0)
    const settings = { user_id: user, organization_id: own.organizationId, scope: 'organization' }
    for (const text of [
      `insert into user_roles values ('${user}', 'super_admin')`,
      'update user_roles set user_id = user_id',
      'delete from user_roles',
    ])
      expect([text, await roles.app_user.attempt(settings, text)]).toEqual([text, '42501'])
  })

  it('do not widen what a user sees of tenants', async () => {
    const settings = { user_id: own.id('users') }
    for (const table of Object.keys(tenantTables)) {
      // A membership names its user, who sees it from outside of any organization.
      expect([table, await roles.app_user.attempt(settings, `select 1 from ${table}`)]).toEqual([
        table,
        table === 'organization_members' ? 1 : 0,
      ])
    }
  })
})

describe('what acts with other rights than its caller’s', () => {
  it('are the functions of this list, each with a fixed search path, and called by nobody but who is named', async () => {
    const definers = await data.owner<{ name: string; owner: string; config: string[]; open: boolean; trigger: boolean; app: boolean }[]>`
      select n.nspname || '.' || p.proname as name, p.proowner::regrole::text as owner, coalesce(p.proconfig, '{}') as config,
        p.prorettype = 'trigger'::regtype as trigger, has_function_privilege('auth_user', p.oid, 'execute') as open,
        has_function_privilege('app_user', p.oid, 'execute') as app
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`
    expect(definers.map(({ name, owner }) => [name, owner])).toEqual([
      ['intake.consume', 'clinch_guard'],
      ['intake.find_connection', 'clinch_guard'],
      ['jobs_api.enqueue', 'worker'],
      ['public.record_audit', 'clinch_guard'],
    ])
    for (const { name, config, open, trigger, app } of definers) {
      expect([name, config.some((setting) => setting.startsWith('search_path='))]).toEqual([name, true])
      // A trigger function cannot be called by itself, whoever may execute it.
      expect([name, open || app]).toEqual([name, true])
      expect([name, open]).toEqual([name, trigger])
    }
  })

  it('is a role that cannot log in, and whose own policies are those of this list', async () => {
    const [guard] = await data.owner`select rolcanlogin, rolsuper, rolbypassrls from pg_roles where rolname = 'clinch_guard'`
    expect(guard).toEqual({ rolcanlogin: false, rolsuper: false, rolbypassrls: false })
    const beyond = tables.flatMap(({ policies }) => policies.filter(({ roles: of }) => !of.includes('app_user')))
    expect(beyond.map(({ name, roles: of, command }) => [name, ...of, command]).toSorted()).toEqual([
      ['audit_log_by_trigger', 'clinch_guard', 'INSERT'],
      ['connection_secrets_of_webhooks', 'clinch_guard', 'SELECT'],
      ['connections_of_webhooks', 'clinch_guard', 'SELECT'],
    ])
    const grants = await readGrants(data.owner, 'clinch_guard')
    expect(grants.map(({ schema, name, privileges }) => [`${schema}.${name}`, privileges])).toEqual([
      ['intake.rate_limits', everything],
      ['public.audit_log', ['INSERT']],
      ['public.connection_secrets', ['SELECT']],
      ['public.connections', ['SELECT']],
    ])
  })

  it('finds a webhook’s connection by its id and provider, and gives away nothing that is not sealed', async () => {
    const found = await data.owner`select * from intake.find_connection('stripe', ${own.id('connections')})`
    expect(found).toEqual([{ organization_id: own.organizationId, name: 'Main', state: 'active', secrets: ['v1.sealed'] }])
    expect(await data.owner`select * from intake.find_connection('calendly', ${own.id('connections')})`).toEqual([])
  })
})
