import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSchema } from '../../src/app/graphql/build-schema.ts'
import { protectSchema } from '../../src/app/graphql/permissions.ts'
import { registerReactions } from '../../src/app/modules.ts'
import { anonymous, type Caller, keptOut } from '../../src/kernel/caller.ts'
import { createCallerResolver } from '../../src/modules/identity/module.ts'
import { freshDatabase } from '../database.ts'
import { idsHiddenFrom, idsIn, idsOf, outcomeOf } from './answers.ts'
import { Watch } from './checksum.ts'
import { execute, keyOf, memberOf, mistaking } from './direct.ts'
import { documentOf, idPathsOf, rootFieldsOf, valueAt, withValueAt } from './operation.ts'
import { rootFields } from './root-field-table.ts'
import { seedCalls } from './seed-tenants.ts'
import { insertOf, rowOf, type Tenant, tenantNamed, tenantTables } from './tenant-rows.ts'

registerReactions()
const data = await freshDatabase()
const [first, rival] = [tenantNamed('first'), tenantNamed('rival')]
for (const tenant of [first, rival]) {
  const row = rowOf('organizations', tenant, 1)
  await data.owner.unsafe(insertOf('organizations', row), [JSON.stringify(row)])
  await seedCalls(data.owner, tenant)
}
const open = buildSchema()
const roots = rootFieldsOf(open)
const names = Object.keys(rootFields)
const queries = names.filter((name) => roots.get(name)?.kind === 'query')
const mutations = names.filter((name) => roots.get(name)?.kind === 'mutation')
const places = names.flatMap((name) => idPathsOf(open, name).map((path) => [name, path] as const))
afterAll(() => data.close())

let calls = 0
const unique = () => `layer${(calls += 1)}`
const variablesOf = (name: string, of: Tenant, text = unique()): Record<string, unknown> =>
  name === 'acceptInvitation' ? { input: { token: 'invite_of_nobody' } } : (rootFields[name]?.variables?.(of, text) ?? {})
const ofFirst = await Watch.over(data.owner, [first.organizationId])
const ofRival = await Watch.over(data.owner, [rival.organizationId])

type Server = Parameters<typeof execute>[0]
const call = (server: Server, caller: Caller, name: string, variables: Record<string, unknown>) =>
  execute(server, caller, documentOf(open, name), variables)

/** What of the first tenant an answer to the rival's admin holds. Nothing of it may have changed either. */
async function lootOf(server: Server, name: string, variables: Record<string, unknown>) {
  const foreign = await idsOf(data.owner, first.organizationId)
  const answer = await call(server, memberOf(rival, 'admin'), name, variables)
  expect(await ofFirst.changed()).toEqual([])
  return { outcome: outcomeOf(answer, name), loot: idsIn(answer).filter((id) => foreign.has(id)) }
}

describe('without the rules before the schema', () => {
  const server = { schema: open, database: data.database }

  it.each(names)('row-level security and the verbs keep the other tenant out of %s', async (name) => {
    const { outcome, loot } = await lootOf(server, name, variablesOf(name, first))
    expect(loot).toEqual([])
    expect(outcome).toBe(rootFields[name]?.expected.rival)
  })

  it.each(names)('row-level security alone keeps the other tenant out of %s, where every condition names the wrong one', async (name) => {
    const mistaken = { schema: open, database: mistaking(data.database, first) }
    expect((await lootOf(mistaken, name, variablesOf(name, first))).loot).toEqual([])
    expect((await lootOf(mistaken, name, { ...variablesOf(name, first), filter: undefined })).loot).toEqual([])
  })

  it.each(queries)('a sales rep is shown no row of others by %s', async (name) => {
    const closerId = first.id('closers')
    const hidden = await idsHiddenFrom(data.owner, first.organizationId, [closerId])
    const answer = await call(server, memberOf(first, 'sales_rep', closerId), name, { ...variablesOf(name, first), filter: undefined })
    expect(idsIn(answer).filter((id) => hidden.has(id))).toEqual([])
  })

  const forAnybody = ['createOrganization', 'acceptInvitation']
  const forAdmins = mutations.filter((name) => !forAnybody.includes(name) && name !== 'submitPostCallForm')
  it.each(forAdmins)('the verb itself refuses %s to a sales rep, and to a key without the scope', async (name) => {
    for (const caller of [memberOf(first, 'sales_rep', first.id('closers')), keyOf(first, ['events:read', 'metrics:read'])]) {
      expect(outcomeOf(await call(server, caller, name, variablesOf(name, first)), name)).toBe('FORBIDDEN')
    }
    expect(await ofFirst.changed()).toEqual([])
  })

  it('the form of another closer’s call is not there for a sales rep, and refused to a key without the scope', async () => {
    const variables = { input: { eventId: first.id('events', 5), callOccurred: true } }
    const ask = async (caller: Caller) => outcomeOf(await call(server, caller, 'submitPostCallForm', variables), 'submitPostCallForm')
    expect(await ask(memberOf(first, 'sales_rep', first.id('closers')))).toBe('NOT_FOUND')
    expect(await ask(keyOf(first, ['events:read']))).toBe('FORBIDDEN')
    expect(await ofFirst.changed()).toEqual([])
  })

  it.each(names.filter((name) => rootFields[name]?.expected.anonymous === 'UNAUTHENTICATED'))(
    'nobody gets anything of %s',
    async (name) => {
      const answer = await call(server, anonymous, name, variablesOf(name, first))
      expect(outcomeOf(answer, name)).toBe('UNAUTHENTICATED')
      expect(await ofFirst.changed()).toEqual([])
    },
  )
})

describe('without row-level security', () => {
  const server = { schema: protectSchema(buildSchema()), database: data.database }
  const rivalAdmin = memberOf(rival, 'admin')
  const answersOfRival = async () => {
    const answers: [string, object][] = []
    for (const name of queries)
      answers.push([name, await call(server, rivalAdmin, name, { ...variablesOf(name, rival), filter: undefined })])
    return answers
  }
  let answersUnderRowSecurity: [string, object][]

  beforeAll(async () => {
    answersUnderRowSecurity = await answersOfRival()
    for (const table of Object.keys(tenantTables)) await data.owner.unsafe(`alter table ${table} disable row level security`)
  })

  it('is how these tests run: the database itself shows every row to everybody', async () => {
    const nobody = { organizationId: null, userId: null, scope: 'none', repIds: [], actor: 'system', requestId: '' } as const
    const rows = await data.database.flight(nobody, [{ text: 'select 1 from organizations' }, { text: 'select 1 from payments' }], {
      readOnly: true,
    })
    expect(rows[0]?.length).toBeGreaterThanOrEqual(2)
    expect(rows[1]?.length).toBeGreaterThanOrEqual(6)
  })

  it('a condition that names the wrong tenant would show its rows, which nothing but row-level security kept back before', async () => {
    const mistaken = { schema: open, database: mistaking(data.database, first) }
    const { loot } = await lootOf(mistaken, 'events', { first: 3 })
    expect(loot).toContain(first.id('events'))
  })

  it('every query answers another tenant exactly the same', async () => {
    expect(await answersOfRival()).toEqual(answersUnderRowSecurity)
  })

  it.each(names)('rules and conditions keep the other tenant out of %s', async (name) => {
    const { outcome, loot } = await lootOf(server, name, variablesOf(name, first))
    expect(loot).toEqual([])
    expect(outcome).toBe(rootFields[name]?.expected.rival)
  })

  it.each(places)('%s takes the first tenant’s %s for one that does not exist', async (name, path) => {
    const text = unique()
    const own = variablesOf(name, rival, text)
    const stolen = valueAt(variablesOf(name, first, text), path)
    await ofRival.accept()
    const { outcome, loot } = await lootOf(server, name, withValueAt(own, path, stolen))
    expect(loot).toEqual([])
    const invented = Array.isArray(stolen) ? [uuidv7()] : uuidv7()
    expect(outcomeOf(await call(server, rivalAdmin, name, withValueAt(own, path, invented)), name)).toBe(outcome)
    expect(outcome).toMatch(queries.includes(name) ? /^(null|allowed)$/ : /^NOT_FOUND$/)
    expect(await ofRival.changed()).toEqual([])
  })

  it.each(names)('%s is refused to whoever is signed in and acts in no organization', async (name) => {
    const wanted = rootFields[name]?.expected.trespasser
    if (wanted === 'allowed') return
    const trespasser: Caller = { ...rivalAdmin, actor: null, why: 'You are not a member of this organization.' }
    expect(outcomeOf(await call(server, trespasser, name, variablesOf(name, first)), name)).toBe(wanted)
  })

  it('nobody is taken for a member of an organization that they do not belong to', async () => {
    const account = { userId: rival.id('users'), name: 'Some Body', email: 'some.body@clinch.example' }
    const callers = createCallerResolver(data.database, { personOf: () => Promise.resolve(account) })
    const cookie = 'clinch.session_token=good'
    const abroad = await callers.resolve({ cookie, 'x-organization-id': first.organizationId })
    expect(abroad).toEqual(keptOut({ ...account, isOperator: false }, 'You are not a member of this organization.'))
    expect((await callers.resolve({ cookie, 'x-organization-id': rival.organizationId })).actor).toMatchObject({
      organizationId: rival.organizationId,
      role: 'admin',
    })
  })
})
