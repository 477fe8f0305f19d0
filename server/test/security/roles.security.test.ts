import { afterAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../database.ts'
import { RawRole } from './attempt.ts'
import { readGrants, readTables } from './catalogue.ts'
import { definers, forNoOperator, guardGrants, guardPolicies } from './definers.ts'
import { seedTenants } from './seed-tenants.ts'
import { tenantNamed, tenantTables, writesOf } from './tenant-rows.ts'

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
/** Tables of no tenant that the app reads: each user their own rows, and everybody the reference rates. */
const ofThePlatform = ['operator_acts', 'reference_rates', 'user_roles']
/** One that each user also writes, their own rows. */
const writtenByUsers = ['operator_idempotency_keys']

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
    const verbsOf = (table: string): string[] => {
      const { insert, update, delete: deletes } = writesOf(table)
      return [...(deletes ? ['DELETE'] : []), ...(insert.length > 0 ? ['INSERT'] : []), 'SELECT', ...(update.length > 0 ? ['UPDATE'] : [])]
    }
    const wanted = [
      ...Object.keys(tenantTables).map((table) => [`public.${table}`, verbsOf(table)]),
      ...ofThePlatform.map((table) => [`public.${table}`, ['SELECT']]),
      ...writtenByUsers.map((table) => [`public.${table}`, everything]),
    ]
    expect(granted).toEqual(Object.fromEntries(wanted))
  })

  it('auth_user may touch the sign-in tables, and nothing else', async () => {
    const granted = await readGrants(data.owner, 'auth_user')
    expect(granted.map(({ schema, name }) => `${schema}.${name}`)).toEqual(
      ['accounts', 'ended_sessions', 'sessions', 'two_factors', 'users', 'verifications'].map((name) => `auth.${name}`),
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
    const found = await data.owner<{ name: string; owner: string; config: string[]; callers: string[]; trigger: boolean }[]>`
      select n.nspname || '.' || p.proname as name, p.proowner::regrole::text as owner, coalesce(p.proconfig, '{}') as config,
        p.prorettype = 'trigger'::regtype as trigger,
        array(select r from unnest(array['app_user', 'auth_user', 'worker']) r where has_function_privilege(r, p.oid, 'execute')) as callers
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`
    // A trigger function cannot be called by itself, whoever may execute it.
    expect(
      Object.fromEntries(found.map(({ name, owner, callers, trigger }) => [name, { owner, callers: trigger ? [] : callers }])),
    ).toEqual(definers)
    for (const { name, config } of found) expect([name, config.some((setting) => setting.startsWith('search_path='))]).toEqual([name, true])
  })

  it('asks, where it is the platform’s, first of all for an operator', async () => {
    const functions = await data.owner<{ name: string; call: string }[]>`
      select n.nspname || '.' || p.proname as name,
        format('select * from %I.%I(%s)', n.nspname, p.proname,
          (select string_agg('null::' || format_type(t, null), ', ' order by i) from unnest(p.proargtypes::oid[]) with ordinality a(t, i))) as call
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'platform' and p.prosecdef order by 1`
    const platform = Object.keys(definers).filter((name) => name.startsWith('platform.'))
    expect(functions.map(({ name }) => name)).toEqual(platform)
    const admin = { organization_id: own.organizationId, user_id: own.id('users', 2), scope: 'organization' }
    for (const { name, call } of functions.filter((each) => !forNoOperator.includes(each.name)))
      for (const settings of [{}, admin, { user_id: own.id('users', 9) }])
        expect([name, await roles.app_user.attempt(settings, call)]).toEqual([name, '42501'])
  })

  it('is a role that cannot log in, and whose own policies are those of this list', async () => {
    const [guards] = await data.owner<{ able: number }[]>`
      select count(*)::int as able from pg_roles where rolname in ('clinch_guard', 'clinch_purge') and (rolcanlogin or rolsuper or rolbypassrls)`
    expect(guards).toEqual({ able: 0 })
    const beyond = tables.flatMap(({ policies }) => policies.filter(({ roles: of }) => !of.includes('app_user')))
    const of = (role: string) => beyond.filter((each) => each.roles.includes(role)).map(({ name, command }) => [name, command])
    expect(of('clinch_guard').toSorted()).toEqual(guardPolicies)
    // What is due to be deleted goes from every table of the tenant, which the acts of operators tell of.
    const purged = Object.keys(tenantTables).map((table) => [`${table}_of_purge`, 'ALL'])
    expect(of('clinch_purge').toSorted()).toEqual([...purged, ['operator_acts_of_purge', 'INSERT']].toSorted())
    expect(
      beyond.filter((each) => !each.roles.some((role) => role.startsWith('clinch_'))).map(({ name, roles: [role] }) => [name, role]),
    ).toEqual([['user_roles_of_owner', 'postgres']])
    const grants = await readGrants(data.owner, 'clinch_guard')
    expect(Object.fromEntries(grants.map(({ schema, name, privileges }) => [`${schema}.${name}`, privileges]))).toEqual(guardGrants)
  })

  it('finds a webhook’s connection by its id and provider, with the secrets that verify it', async () => {
    const id = own.id('connections')
    const [found, other] = await data.owner.begin(async (sql) => {
      await sql`set local app.actor = 'webhook:intake'`
      return sql`select * from intake.admit(array['stripe', 'calendly'], array[${id}, ${id}]::uuid[], array['a', 'a'], array[null, null]::int[]) order by place`
    })
    const secret = { id: own.id('connection_secrets'), sealed: 'v1.sealed', plain: null }
    expect(found).toEqual({ place: 1, wait: 0, organization_id: own.organizationId, state: 'active', secrets: [secret] })
    expect(other).toEqual({ place: 2, wait: 0, organization_id: null, state: null, secrets: null })
  })
})
