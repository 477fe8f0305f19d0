import { afterAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../database.ts'
import { type Outcome, RawRole, type RawSettings } from './attempt.ts'
import { readReferences, readTables } from './catalogue.ts'
import { Watch } from './checksum.ts'
import { seedTenants } from './seed-tenants.ts'
import { insertOf, rowOf, tenantColumnOf, tenantNamed, tenantTables, writesOf } from './tenant-rows.ts'

/** The matrix is made from the catalogue, so the database stands before its tests are named. */
const data = await freshDatabase()
const app = new RawRole(data.url('app_user'))
const [own, other] = [tenantNamed('own'), tenantNamed('other')]
await seedTenants(data.owner, [own, other])
const watch = await Watch.over(data.owner, [own.organizationId, other.organizationId])
const catalogue = await readTables(data.owner)
const references = await readReferences(data.owner)
afterAll(async () => {
  await app.end()
  await data.close()
})

const tables = catalogue.filter(
  ({ schema, name, hasOrganizationId }) => hasOrganizationId || (schema === 'public' && name === 'organizations'),
)
const names = tables.map(({ name }) => name)

const whole = (organizationId: string): RawSettings => ({ organization_id: organizationId, scope: 'organization' })
const strangers: Readonly<Record<string, RawSettings>> = {
  'the other tenant': whole(other.organizationId),
  'no setting at all': {},
  'empty settings': { organization_id: '', scope: '', rep_ids: '', user_id: '' },
  'a scope without a tenant': { scope: 'organization' },
  'the tenant without a scope': { organization_id: own.organizationId },
  'the tenant with a scope that is none': { organization_id: own.organizationId, scope: 'none' },
  'a malformed tenant': whole('own'),
  'a tenant with SQL in it': whole(`${own.organizationId}' or true --`),
  'two tenants at once': whole(`${own.organizationId},${other.organizationId}`),
  'only the ids of its reps': { scope: 'own', rep_ids: `{${own.id('closers')},${own.id('setters')}}` },
  'the other tenant, with the ids of its reps': {
    organization_id: other.organizationId,
    scope: 'own',
    rep_ids: `{${own.id('closers')},${own.id('setters')}}`,
  },
}

const refused = expect.stringMatching(/^(42501|22P02)$/)
const ofOwn = (table: string) => `where ${tenantColumnOf(table)} = '${own.organizationId}'`
const insert = (table: string, settings: RawSettings, undo = false, tenant = own): Promise<Outcome> => {
  const row = rowOf(table, tenant, 3)
  return app.attempt(settings, insertOf(table, row), [JSON.stringify(row)], undo)
}

describe('the list of the matrix', () => {
  it('names every table that belongs to tenants, and no other', () => {
    expect(names.toSorted()).toEqual(Object.keys(tenantTables).toSorted())
    expect(tables.map(({ schema }) => schema)).toEqual(tables.map(() => 'public'))
  })
})

describe.each(tables.map((table) => [table.name, table] as const))('the table %s', (name, { rowSecurity, forcedRowSecurity, policies }) => {
  const seed = tenantTables[name]
  const column = tenantColumnOf(name)
  const writes = writesOf(name)
  /** A column that the app may change, where there is one. */
  const changing = writes.update === 'all' ? column : writes.update[0]
  const change = `update ${name} set ${changing ?? column} = ${changing ?? column}`

  it('forces row-level security, and has policies of the tenant for every verb', () => {
    expect([rowSecurity, forcedRowSecurity]).toEqual([true, true])
    const commands = policies.filter(({ roles }) => roles.includes('app_user')).map(({ command }) => command)
    expect(commands.includes('ALL') ? ['ALL'] : commands.toSorted()).toEqual(
      commands.includes('ALL') ? ['ALL'] : ['DELETE', 'INSERT', 'SELECT', 'UPDATE'],
    )
    for (const { roles, using, check } of policies.filter(({ roles }) => roles.includes('app_user'))) {
      expect(roles).toEqual(['app_user'])
      expect(`${using ?? ''} ${check ?? ''}`).toContain(`${column} = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true)`)
    }
  })

  it('lets its own tenant do what it may, and only with its own rows', async () => {
    const settings = whole(own.organizationId)
    const mine = await data.owner.unsafe(`select 1 from ${name} ${ofOwn(name)}`)
    expect(mine.length).toBeGreaterThan(0)
    expect(await app.attempt(settings, `select 1 from ${name}`)).toBe(mine.length)
    expect(await app.attempt(settings, change, [], true)).toBe(changing ? mine.length : '42501')
    // Where there is one already, getting so far means that row-level security let it through.
    const inserted = writes.insert.length === 0 ? '42501' : name === 'organizations' || seed?.single ? '23505' : 1
    if (seed?.columns) expect(await insert(name, settings, true)).toBe(inserted)
    const isReferredTo = references.some(({ refersTo }) => refersTo === name)
    const deletion = !writes.delete ? '42501' : seed?.appendOnly ? '23001' : isReferredTo ? '23503' : mine.length
    expect(await app.attempt(settings, `delete from ${name}`, [], true)).toBe(deletion)
  })

  it('keeps its rows from being handed to the other tenant', async () => {
    const text = `update ${name} set ${column} = '${other.organizationId}'`
    expect(await app.attempt(whole(own.organizationId), text)).toEqual(expect.stringMatching(/^(42501|23001)$/))
  })

  it.each(Object.keys(strangers))('shows nothing to %s, and takes nothing from it', async (who) => {
    const settings = strangers[who] ?? {}
    const nothing = expect.toSatisfy((outcome: Outcome) => outcome === 0 || outcome === '42501' || outcome === '22P02')
    expect(await app.attempt(settings, `select 1 from ${name} ${ofOwn(name)}`)).toEqual(nothing)
    expect(await app.attempt(settings, `${change} ${ofOwn(name)}`)).toEqual(nothing)
    expect(await app.attempt(settings, `delete from ${name} ${ofOwn(name)}`)).toEqual(nothing)
    if (seed?.columns) expect(await insert(name, settings)).toEqual(refused)
    expect(await watch.changed()).toEqual([])
  })

  it('shows a rep what is theirs, and nobody else’s', async () => {
    const rep = (id: string): RawSettings => ({ organization_id: own.organizationId, scope: 'own', rep_ids: id === '' ? '' : `{${id}}` })
    const all = (await data.owner.unsafe(`select 1 from ${name} ${ofOwn(name)}`)).length
    const seen = { members: [all, all, all], anyone: [all, all, all], reps: [all, 0, 0], admins: [0, 0, 0] }[seed?.readers ?? 'admins']
    const reps = [rep(own.id('closers')), rep(own.id('closers', 9)), rep('')]
    expect(await Promise.all(reps.map((settings) => app.attempt(settings, `select 1 from ${name}`)))).toEqual(seen)
    for (const settings of reps.slice(1)) {
      if (seed?.readers === 'anyone') continue
      expect(await app.attempt(settings, change)).toBe(changing ? 0 : '42501')
      expect(await app.attempt(settings, `delete from ${name}`)).toBe(writes.delete ? 0 : '42501')
      if (seed?.columns) expect(await insert(name, settings)).toBe('42501')
    }
    if (seed?.readers === 'reps') expect(await app.attempt(rep(own.id('closers')), `delete from ${name}`)).toBe(writes.delete ? 0 : '42501')
    expect(await watch.changed()).toEqual([])
  })
})

describe('the columns that the app may not write', () => {
  it.each(names)('of %s are those of the list', async (name) => {
    const columns = await data.owner<{ column: string; inserts: boolean; updates: boolean }[]>`
      select attname as column, has_column_privilege('app_user', attrelid, attnum, 'insert') as inserts,
        has_column_privilege('app_user', attrelid, attnum, 'update') as updates
      from pg_attribute where attrelid = ${name}::regclass and attnum > 0 and not attisdropped`
    const { insert: inserts, update: updates } = writesOf(name)
    for (const { column, ...granted } of columns) {
      const wanted = { inserts: inserts === 'all' || inserts.includes(column), updates: updates === 'all' || updates.includes(column) }
      expect([column, granted]).toEqual([column, wanted])
    }
  })

  it('are the plan of an organization, its trial, seats and state, and the day on which it is deleted', async () => {
    for (const change of [
      `plan = 'enterprise', trial_ends_at = null`,
      `trial_ends_at = now() + interval '9 years'`,
      `extra_seats = 100`,
      `state = 'suspended'`,
      `state = 'deleting', delete_after = now()`,
      `state_reason = 'no reason'`,
      `delete_after = null`,
    ])
      expect([change, await app.attempt(whole(own.organizationId), `update organizations set ${change}`)]).toEqual([change, '42501'])
    expect(await watch.changed()).toEqual([])
  })
})

describe('a membership', () => {
  const [me, them] = [own.id('users'), own.id('users', 2)]
  const rep = (user: string, tenant = own): RawSettings => ({ organization_id: tenant.organizationId, scope: 'own', user_id: user })
  const leave = (settings: RawSettings) => app.attempt(settings, 'delete from organization_members', [], true)

  it('is given up by its own user alone, in the organization where they act', async () => {
    expect(await leave(rep(me))).toBe(1)
    expect(await leave(rep(them))).toBe(0)
    expect(await leave(rep(me, other))).toBe(0)
    expect(await leave({ user_id: me })).toBe(0)
  })

  it('is changed by no rep, their own neither', async () => {
    expect(await app.attempt(rep(me), `update organization_members set role = 'owner'`)).toBe(0)
    expect(await watch.changed()).toEqual([])
  })
})
