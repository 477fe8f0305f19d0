import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSchema } from '../../src/app/graphql/build-schema.ts'
import { protectSchema } from '../../src/app/graphql/permissions.ts'
import { registerReactions } from '../../src/app/modules.ts'
import { type Scope, scopes } from '../../src/kernel/actor.ts'
import { anonymous, type Caller, keptOut } from '../../src/kernel/caller.ts'
import { createCallerResolver } from '../../src/modules/identity/module.ts'
import { freshDatabase } from '../database.ts'
import { idsHiddenFrom, idsIn, idsOf, outcomeOf } from './answers.ts'
import { Watch } from './checksum.ts'
import { accountOf, callersOf, execute, keyOf, memberOf, mistaking, operatorOf, portalOf } from './direct.ts'
import { argumentsWith, strangerAnswer } from './expected.ts'
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
const places = Object.entries(rootFields).flatMap(([name, field]) => idPathsOf(open, name).map((path) => [name, path, field] as const))
afterAll(() => data.close())

let calls = 0
const unique = () => `layer${(calls += 1)}`
const variablesOf = (name: string, of: Tenant, text = unique()): Record<string, unknown> =>
  name === 'acceptInvitation' ? { input: { token: 'invite_of_nobody' } } : (rootFields[name]?.variables?.(of, text) ?? {})
const ofFirst = await Watch.over(data.owner, [first.organizationId])
const ofRival = await Watch.over(data.owner, [rival.organizationId])

const allBut = (scope: Scope): Scope[] => scopes.filter((each) => each !== scope)

type Server = Parameters<typeof execute>[0]
const call = (server: Server, caller: Caller, name: string, variables: Record<string, unknown>) =>
  execute(server, caller, documentOf(open, name), variables)

/** Everybody of another tenant, the more they may do there the better. */
const rivals: Readonly<Record<string, Caller>> = {
  admin: memberOf(rival, 'admin'),
  operator: operatorOf(rival),
  key: keyOf(rival, scopes),
  closer: portalOf(rival, 'closers'),
  setter: portalOf(rival, 'setters'),
}
/** The reps of the first tenant, each with the id of theirs on its roster. */
const [closerId, setterId] = [first.id('closers'), first.id('setters')]
const reps: readonly (readonly [Caller, string])[] = [
  [memberOf(first, 'sales_rep', { closerId }), closerId],
  [memberOf(first, 'sales_rep', { setterId }), setterId],
  [portalOf(first, 'closers'), closerId],
  [portalOf(first, 'setters'), setterId],
]

/** What of the first tenant an answer to somebody of the rival’s holds. Nothing of it may have changed either. */
async function lootOf(server: Server, name: string, variables: Record<string, unknown>, caller = memberOf(rival, 'admin')) {
  const foreign = await idsOf(data.owner, first.organizationId)
  const answer = await call(server, caller, name, variables)
  expect(await ofFirst.changed()).toEqual([])
  return { outcome: outcomeOf(answer, name), loot: idsIn(answer).filter((id) => foreign.has(id)) }
}

/** Puts back whoever and whatever an allowed call of a root field took away. */
async function restore(name: string): Promise<void> {
  const statements = [first, rival].flatMap((of) => [...callersOf(of), ...(rootFields[name]?.before?.(of) ?? [])])
  await data.owner.begin(async (sql) => {
    for (const statement of statements) await sql.unsafe(statement)
  })
  await Promise.all([ofFirst.accept(), ofRival.accept()])
}

/** What everybody of the rival’s gets of the first tenant by a root field: nothing, and the admin the answer that the table says. */
async function expectNoLoot(server: Server, name: string): Promise<void> {
  for (const [who, caller] of Object.entries(rivals)) {
    // The platform's console is an operator's, whichever organization they act in.
    if (who === 'operator' && rootFields[name]?.asks === 'operator') continue
    await restore(name)
    const { outcome, loot } = await lootOf(server, name, variablesOf(name, first), caller)
    expect([who, loot]).toEqual([who, []])
    if (who === 'admin') expect(outcome).toBe(rootFields[name]?.expected.rival)
  }
}

describe('without the rules before the schema', () => {
  const server = { schema: open, database: data.database }

  it.each(names)('row-level security and the verbs keep everybody of the other tenant out of %s', (name) => expectNoLoot(server, name))

  it.each(names)('row-level security alone keeps the other tenant out of %s, where every condition names the wrong one', async (name) => {
    const mistaken = { schema: open, database: mistaking(data.database, first) }
    await restore(name)
    expect((await lootOf(mistaken, name, variablesOf(name, first))).loot).toEqual([])
    expect((await lootOf(mistaken, name, { ...variablesOf(name, first), filter: undefined })).loot).toEqual([])
  })

  it.each(queries)('a rep, signed in or by portal link, is shown no row of others by %s', async (name) => {
    for (const [rep, repId] of reps) {
      const hidden = await idsHiddenFrom(data.owner, first.organizationId, [repId])
      // Whoever came by a portal link is told that link’s own id.
      if (rep.actor?.kind === 'portal') hidden.delete(rep.actor.linkId)
      const answer = await call(server, rep, name, { ...variablesOf(name, first), filter: undefined })
      expect([rep.actor?.kind, ...idsIn(answer).filter((id) => hidden.has(id))]).toEqual([rep.actor?.kind])
    }
  })

  const forAdmins = mutations.filter((name) => rootFields[name]?.expected.rep === 'FORBIDDEN')
  it.each(forAdmins)('the verb itself refuses %s to every rep, and to a key without the scope', async (name) => {
    const key = rootFields[name]?.key
    const without = keyOf(first, key && key !== 'any' ? allBut(key) : scopes)
    await restore(name)
    // An operator’s verb asks for a person first.
    const refused = rootFields[name]?.asks === 'operator' ? /^(FORBIDDEN|UNAUTHENTICATED)$/ : /^FORBIDDEN$/
    for (const caller of [...reps.map(([rep]) => rep), without]) {
      expect(outcomeOf(await call(server, caller, name, variablesOf(name, first)), name)).toMatch(refused)
    }
    expect(await ofFirst.changed()).toEqual([])
  })

  const forOwners = mutations.filter((name) => rootFields[name]?.expected.admin === 'FORBIDDEN')
  it.each(forOwners)('the verb itself refuses %s to admins too', async (name) => {
    expect(outcomeOf(await call(server, memberOf(first, 'admin'), name, variablesOf(name, first)), name)).toBe('FORBIDDEN')
    expect(await ofFirst.changed()).toEqual([])
  })

  const forOperators = mutations.filter((name) => rootFields[name]?.asks === 'operator')
  it.each(forOperators)('the verb itself refuses %s to the owner of an organization', async (name) => {
    expect(outcomeOf(await call(server, memberOf(first, 'owner'), name, variablesOf(name, first)), name)).toBe('FORBIDDEN')
    expect(await ofFirst.changed()).toEqual([])
  })

  it('the form of another’s call is not there for a rep, and refused to a key without the scope', async () => {
    const variables = { input: { eventId: first.id('events', 5), callOccurred: true } }
    await restore('submitPostCallForm')
    const ask = async (caller: Caller) => outcomeOf(await call(server, caller, 'submitPostCallForm', variables), 'submitPostCallForm')
    for (const [rep] of reps) expect(await ask(rep)).toBe('NOT_FOUND')
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

  it.each(names)('rules and conditions keep everybody of the other tenant out of %s', (name) => expectNoLoot(server, name))

  it.each(places)('%s takes the first tenant’s %s for one that does not exist', async (name, path, field) => {
    await restore(name)
    const text = unique()
    const own = argumentsWith(field, path, rival, text)
    const stolen = valueAt(argumentsWith(field, path, first, text), path)
    const { outcome, loot } = await lootOf(server, name, withValueAt(own, path, stolen))
    expect(loot).toEqual([])
    const invented = Array.isArray(stolen) ? [uuidv7()] : uuidv7()
    expect(outcomeOf(await call(server, rivalAdmin, name, withValueAt(own, path, invented)), name)).toBe(outcome)
    expect(outcome).toMatch(strangerAnswer(field, queries.includes(name)))
    expect(await ofRival.changed()).toEqual([])
  })

  it.each(names)('%s is refused to whoever acts in no organization: signed in, or with the key of one that is shut', async (name) => {
    const wanted = rootFields[name]?.expected.trespasser
    if (wanted === 'allowed') return
    const trespasser: Caller = { ...rivalAdmin, actor: null, why: 'You are not a member of this organization.' }
    expect(outcomeOf(await call(server, trespasser, name, variablesOf(name, first)), name)).toBe(wanted)
    const shut = keptOut(null, 'This organization is suspended.')
    expect(outcomeOf(await call(server, shut, name, variablesOf(name, first)), name)).toMatch(/^(FORBIDDEN|null)$/)
  })

  it('nobody is taken for a member of an organization that they do not belong to', async () => {
    const { isOperator, ...person } = accountOf(rival, rival.id('callers', 2))
    const signIn = { personOf: () => Promise.resolve(person), whyEnded: () => Promise.resolve('') }
    const callers = createCallerResolver({ database: data.database, auth: signIn, publicUrl: 'http://localhost' })
    const cookie = 'clinch.session_token=good'
    const abroad = await callers.resolve({ cookie, 'x-organization-id': first.organizationId })
    expect(abroad).toEqual(keptOut({ ...person, isOperator }, 'You are not a member of this organization.'))
    expect((await callers.resolve({ cookie, 'x-organization-id': rival.organizationId })).actor).toMatchObject({
      organizationId: rival.organizationId,
      role: 'admin',
    })
  })
})
