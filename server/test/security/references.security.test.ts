import { afterAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../database.ts'
import { RawRole } from './attempt.ts'
import { readReferences, readTables, readUniques } from './catalogue.ts'
import { seedTenants } from './seed-tenants.ts'
import { insertOf, platformAppendOnly, rowOf, tenantColumnOf, tenantNamed, tenantTables } from './tenant-rows.ts'

const data = await freshDatabase()
const owner = new RawRole(data.url('owner'))
const [own, other] = [tenantNamed('own'), tenantNamed('other')]
await seedTenants(data.owner, [own, other])
await data.owner`insert into operator_acts (id, user_id, operator_name, act, subject, reason, request_id, address)
  values (${own.id('operator_acts')}, ${own.id('operators')}, 'Op Erator', 'suspended', 'Northlight', 'They asked.', 'r', '203.0.113.7')`
const references = await readReferences(data.owner)
const uniques = await readUniques(data.owner)
const tables = (await readTables(data.owner)).filter(({ hasOrganizationId }) => hasOrganizationId)
afterAll(async () => {
  await owner.end()
  await data.close()
})

/** Columns that name somebody outside of every tenant: a user of the platform. */
const namesNoTenantRow = ['user_id']

describe('what a row may refer to', () => {
  it('is a row of its own tenant, for every foreign key there is', () => {
    expect(references.length).toBeGreaterThan(20)
    for (const { name, columns, refersTo, referredColumns, onDelete } of references) {
      expect([name, columns[0], referredColumns[0]]).toEqual([name, 'organization_id', tenantColumnOf(refersTo)])
      // A deletion never reaches over into other tables by itself.
      expect([name, onDelete]).toEqual([name, 'a'])
    }
  })

  it('is held by a foreign key, for every column that holds an id', async () => {
    const columns = await data.owner<{ table: string; column: string }[]>`
      select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'uuid'::regtype and a.attname like '%\\_id' order by 1, 2`
    const inTenants = columns.filter(({ table, column }) => table in tenantTables && column !== 'organization_id')
    const held = new Set(references.flatMap(({ table, columns: [, ...of] }) => of.map((column) => `${table}.${column}`)))
    expect(inTenants.filter(({ table, column }) => !held.has(`${table}.${column}`) && !namesNoTenantRow.includes(column))).toEqual([])
  })

  const between = references
    .filter(({ columns, table }) => columns.length > 1 && tenantTables[table]?.columns)
    .map((each) => [each.table, each.refersTo, each] as const)
  it.each(between)(
    '%s cannot name another tenant’s row of %s, whoever writes',
    async (table, refersTo, { name, columns, referredColumns }) => {
      // A link is for a closer or for a setter: the row that names what is to be stolen.
      const nth = [3, 2].find((each) => columns.slice(1).every((column) => column in rowOf(table, own, each))) ?? 3
      const row = rowOf(table, own, nth)
      const keys: Record<string, unknown> = { ...rowOf(refersTo, other, 1), id: other.id(refersTo) }
      const foreign = Object.fromEntries(columns.slice(1).map((column, index) => [column, keys[referredColumns[index + 1] ?? 'id']]))
      const broken = await owner.attempt({}, insertOf(table, row), [JSON.stringify({ ...row, ...foreign })])
      expect([name, broken]).toEqual([name, '23503'])
      // The same row with its own tenant's ids is taken: nothing but the reference was wrong.
      expect(await owner.attempt({}, insertOf(table, row), [JSON.stringify(row)], true)).toBe(1)
    },
  )

  it('is, in the audit chain, a row of its own tenant’s log, though only a trigger writes it', async () => {
    const text = `insert into audit_chain (organization_id, position, audit_id, hash)
      select '${own.organizationId}', 4711, id, 'hash' from audit_log where organization_id = '${other.organizationId}' limit 1`
    expect(await owner.attempt({}, text)).toBe('23503')
  })
})

describe('what is unique', () => {
  it('is so within a tenant, so that nobody learns of another by a conflict', () => {
    for (const { name, columns, table } of uniques.filter((unique) => unique.table in tenantTables)) {
      expect([name, columns[0]]).toEqual([name, tenantColumnOf(table)])
    }
  })

  it('begins the primary key with the tenant, in every tenant table', async () => {
    const keys = await data.owner<{ table: string; leading: string }[]>`
      select t.relname as table, a.attname as leading from pg_index x join pg_class t on t.oid = x.indrelid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0] where x.indisprimary and t.relnamespace = 'public'::regnamespace`
    for (const { name } of tables) expect(keys).toContainEqual({ table: name, leading: 'organization_id' })
  })
})

describe('append-only tables', () => {
  const appendOnly = Object.entries(tenantTables)
    .flatMap(([table, seed]) => (seed.appendOnly ? [table] : []))
    .concat(platformAppendOnly)

  it('are those of the list', async () => {
    const guarded = await data.owner<{ table: string }[]>`
      select distinct c.relname as table from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgfoid = 'refuse_change'::regproc order by 1`
    expect(guarded.map(({ table }) => table)).toEqual(appendOnly.toSorted())
  })

  it.each(appendOnly)('%s refuses every change, even to the owner of the database', async (table) => {
    const columns = await data.owner<{ column: string; type: string }[]>`
      select attname as column, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and attgenerated = '' and attname <> 'rep_ids' order by attnum`
    for (const { column, type } of columns) {
      const changed = changeOf(type)
      expect([column, await owner.attempt({}, `update ${table} set ${column} = ${changed}`)]).toEqual([column, '23001'])
    }
    expect(await owner.attempt({}, `delete from ${table}`)).toBe('23001')
    // What others refer to is not emptied by itself anyway.
    expect(await owner.attempt({}, `truncate ${table}`)).toEqual(expect.stringMatching(/^(23001|0A000)$/))
    expect(await owner.attempt({}, `truncate ${table} cascade`)).toBe('23001')
  })

  it('let only who may see a row change, which follows its event', async () => {
    expect(await owner.attempt({}, `update event_history set rep_ids = '{}'`, [], true)).toBe(2)
  })
})

/** Some value of a type that no row of the matrix has. */
function changeOf(type: string): string {
  if (type === 'date') return `'2000-01-01'`
  if (type === 'uuid') return `'00000000-0000-7000-8000-000000000000'`
  if (type === 'jsonb') return `'{"changed": true}'`
  if (type === 'boolean') return 'true'
  if (type === 'bigint' || type === 'integer') return '4711'
  if (type.startsWith('timestamp')) return `'2001-01-01'`
  return `'changed'`
}
