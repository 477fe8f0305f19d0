import { v7 as uuidv7 } from 'uuid'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { buildSchema } from '../../src/app/graphql/build-schema.ts'
import { scopes } from '../../src/kernel/actor.ts'
import type { GraphqlAnswer, Person } from '../person.ts'
import { idsHiddenFrom, idsIn, idsOf, outcomeOf, withoutRequestId } from './answers.ts'
import { Watch } from './checksum.ts'
import { documentOf, idPathsOf, rootFieldsOf, valueAt, withValueAt } from './operation.ts'
import { guardedFields, type Role, roles, type RootField, rootFields } from './root-field-table.ts'
import type { Tenant } from './tenant-rows.ts'
import { allBut, makeWorld } from './world.ts'

const world = await makeWorld()
const { app, first, rival } = world
const { owner: database } = app.data
const schema = buildSchema()
const roots = rootFieldsOf(schema)
const people: Readonly<Record<Role, Person>> = {
  anonymous: world.anonymous,
  trespasser: world.trespasser,
  rival: world.rivalAdmin,
  bystander: world.bystander,
  rep: world.rep,
  admin: world.admin,
  owner: world.owner,
}
afterAll(() => world.close())

/** All that was answered in this file, to be searched for secrets. */
const answered: string[] = []
afterEach(() => {
  for (const text of answered.splice(0)) expect(text).not.toMatch(/whsec_a_secret|v1\.|key_?hash|token_?hash|sealed/i)
})

let calls = 0
const unique = () => `matrix${(calls += 1)}`

type Variables = Record<string, unknown>
const variablesOf = (name: string, of: Tenant, text = unique()): Variables =>
  name === 'acceptInvitation' ? { input: { token: world.invitationOfSomebody } } : (rootFields[name]?.variables?.(of, text) ?? {})

const seenByAdmins = new Set<string>()
const seenByOthers = new Set(['Organization.members'])
const seenByKeys = new Set(Object.keys(guardedFields))

async function call(
  person: Person,
  name: string,
  variables: Variables,
  without = seenByOthers,
): Promise<GraphqlAnswer<Record<string, unknown>>> {
  const answer = await person.send<Record<string, unknown>>(documentOf(schema, name, without), variables)
  answered.push(JSON.stringify(answer))
  return answer
}

const both = await Watch.over(database, [first.organizationId, rival.organizationId])
const ofFirst = await Watch.over(database, [first.organizationId])
/** What changed until now was meant to. */
const accept = () => Promise.all([both.accept(), ofFirst.accept()])
const isQuery = (name: string) => roots.get(name)?.kind === 'query'
const queries = Object.keys(rootFields).filter(isQuery)

describe('the table of root fields', () => {
  it('names every root field of the schema, and no other', () => {
    expect([...roots.keys()].toSorted()).toEqual(Object.keys(rootFields).toSorted())
    expect(schema.getSubscriptionType()).toBeUndefined()
  })

  it('fills in every argument that takes an id', () => {
    for (const [name, { variables }] of Object.entries(rootFields)) {
      for (const path of idPathsOf(schema, name)) {
        const value = valueAt(variables?.(first, 'x') ?? {}, path)
        expect([name, path, idsIn({ value }).length]).toEqual([name, path, 1])
      }
    }
  })
})

describe.each(Object.entries(rootFields))('%s', (name, { expected, key }: RootField) => {
  it.each(roles.map((role) => [role, expected[role]] as const))('answers %s: %s', async (role, wanted) => {
    const variables = variablesOf(name, first)
    const answer = await call(people[role], name, variables, role === 'admin' || role === 'owner' ? seenByAdmins : seenByOthers)
    expect(outcomeOf(answer, name)).toBe(wanted)
    if (isQuery(name) || wanted !== 'allowed') expect(await both.changed()).toEqual([])
    else await accept()
    if (wanted !== 'allowed') expect(answer.data?.[name] ?? null).toBeNull()
  })

  it(key === null ? 'refuses every API key' : `answers API keys with the scope ${key}`, async () => {
    const scope = scopes.find((each) => each === key)
    if (key !== null) {
      const able = await world.keyWith([scope ?? 'metrics:read'])
      expect(outcomeOf(await call(able, name, variablesOf(name, first), seenByKeys), name)).toBe('allowed')
    }
    if (key === 'any') return
    if (!isQuery(name)) await accept()
    const unable = await world.keyWith(scope ? allBut(scope) : scopes)
    expect(outcomeOf(await call(unable, name, variablesOf(name, first), seenByKeys), name)).toBe('FORBIDDEN')
    expect(await both.changed()).toEqual([])
  })
})

describe('another tenant’s admin', () => {
  it.each(Object.keys(rootFields))('learns nothing of the first tenant by %s, and changes nothing there', async (name) => {
    const foreign = await idsOf(database, first.organizationId)
    const filtered = variablesOf(name, first)
    for (const variables of [filtered, { ...filtered, filter: undefined }]) {
      const answer = await call(people.rival, name, variables, seenByAdmins)
      expect(idsIn(answer).filter((id) => foreign.has(id))).toEqual([])
    }
    expect(await ofFirst.changed()).toEqual([])
    if (!isQuery(name)) await accept()
  })

  const places = Object.keys(rootFields).flatMap((name) => idPathsOf(schema, name).map((path) => [name, path] as const))
  it.each(places)('is answered by %s as if the first tenant’s %s did not exist', async (name, path) => {
    const [text, foreign] = [unique(), await idsOf(database, first.organizationId)]
    const own = variablesOf(name, rival, text)
    const stolen = valueAt(variablesOf(name, first, text), path)
    const invented = Array.isArray(stolen) ? [uuidv7()] : uuidv7()
    const [ofStolen, ofInvented] = [
      await call(people.rival, name, withValueAt(own, path, stolen), seenByAdmins),
      await call(people.rival, name, withValueAt(own, path, invented), seenByAdmins),
    ]
    expect(withoutRequestId(ofStolen)).toEqual(withoutRequestId(ofInvented))
    expect(outcomeOf(ofStolen, name)).toMatch(isQuery(name) ? /^(null|allowed)$/ : /^NOT_FOUND$/)
    expect(idsIn(ofStolen).filter((id) => foreign.has(id))).toEqual([])
    expect(await both.changed()).toEqual([])
    // With their own ids alone it works: nothing but the stolen one was in the way.
    expect(outcomeOf(await call(people.rival, name, own, seenByAdmins), name)).toBe('allowed')
    if (!isQuery(name)) await accept()
  })

  it.each(places)('is told by %s, where %s is no id at all, that it is none, and meets no mistake of ours', async (name, path) => {
    const own = variablesOf(name, rival)
    const broken = "' or true --"
    const answer = await call(
      people.rival,
      name,
      withValueAt(own, path, Array.isArray(valueAt(own, path)) ? [broken] : broken),
      seenByAdmins,
    )
    expect(outcomeOf(answer, name)).toMatch(/^(null|BAD_USER_INPUT)$/)
    expect(await both.changed()).toEqual([])
  })

  it('gets nothing of an answer that is kept for a retry, whoever’s id of it they send', async () => {
    const input = { name: unique(), clientMutationId: 'the very same' }
    const made = async (person: Person) => idsIn(await call(person, 'createCloser', { input }, seenByAdmins))
    const byOwner = await made(people.owner)
    expect(await made(people.owner)).toEqual(byOwner)
    expect(await made(people.rival)).not.toEqual(byOwner)
    expect(outcomeOf(await call(people.rep, 'createCloser', { input }), 'createCloser')).toBe('FORBIDDEN')
    await accept()
  })

  it('is told the same figures and lists whatever happens in the first tenant', async () => {
    const ask = async () => {
      const answers: object[] = []
      for (const name of queries) {
        const variables = { ...variablesOf(name, rival), filter: undefined }
        answers.push({ name, ...withoutRequestId(await call(people.rival, name, variables, seenByAdmins)) })
      }
      return answers
    }
    const before = await ask()
    await database`update payments set amount_minor = amount_minor * 7 where organization_id = ${first.organizationId}`
    await database`update events set status = 'completed', outcome = 'closed' where organization_id = ${first.organizationId}`
    await database`update deliveries set state = 'parked', error = 'no' where organization_id = ${first.organizationId}`
    expect(await ask()).toEqual(before)
    await accept()
  })
})

describe('a sales rep', () => {
  const closer = first.id('closers')
  it.each([
    ['rep', [closer]],
    ['bystander', []],
  ] as const)('(the %s) is shown no row of others by any query, filtered or not', async (role, repIds) => {
    const hidden = await idsHiddenFrom(database, first.organizationId, repIds)
    expect(hidden.size).toBeGreaterThan(15)
    for (const name of queries) {
      const filtered = variablesOf(name, first)
      for (const variables of [filtered, { ...filtered, filter: undefined }]) {
        const shown = idsIn(await call(people[role], name, variables)).filter((id) => hidden.has(id))
        expect([name, ...shown]).toEqual([name])
      }
    }
  })

  it('sees their own calls, leads and payments, all of them', async () => {
    const shown = async (name: string) => idsIn(await call(people.rep, name, { ...variablesOf(name, first), filter: undefined }))
    expect(await shown('events')).toEqual(expect.arrayContaining([first.id('events'), first.id('events', 2)]))
    expect(await shown('leads')).toContain(first.id('leads'))
    expect(await shown('payments')).toContain(first.id('payments'))
  })

  it('is answered about another closer’s row as if it did not exist', async () => {
    for (const name of ['event', 'lead', 'payment'] as const) {
      const answer = await call(people.rep, name, { id: first.id(`${name}s`, 5) })
      expect(answer).toEqual(await call(people.rep, name, { id: uuidv7() }))
      expect(outcomeOf(answer, name)).toBe('null')
    }
    const file = (eventId: string) =>
      call(people.rep, 'submitPostCallForm', { input: { eventId, callOccurred: true, leadShowed: true, notes: 'mine?' } })
    const refused = await file(first.id('events', 5))
    expect(outcomeOf(refused, 'submitPostCallForm')).toBe('NOT_FOUND')
    expect(withoutRequestId(refused)).toEqual(withoutRequestId(await file(uuidv7())))
    expect(await both.changed()).toEqual([])
  })

  it('is told figures of their own calls and money alone', async () => {
    const filter = { closerIds: [first.id('closers', 2)] }
    const period = { from: '2026-10-01', to: '2026-10-31' }
    const ask = async (person: Person) => {
      const answer = await person.ask<{ metrics: { totals: object; groups: { keys: { id: string }[] }[] }; paymentTotals: object[] }>(
        `query ($period: PeriodInput!, $filter: MetricFilter, $of: PaymentFilter) { paymentTotals(filter: $of) { payments }
          metrics(period: $period, filter: $filter, groupBy: [CLOSER]) { totals { bookedCalls cashCollected { amount } } groups { keys { id } } } }`,
        { period, filter, of: filter },
      )
      return { totals: answer.metrics.totals, payments: answer.paymentTotals }
    }
    expect(await ask(people.rep)).toEqual({ totals: { bookedCalls: 0, cashCollected: { amount: '0.00' } }, payments: [] })
    expect(await ask(people.owner)).toMatchObject({ totals: { bookedCalls: 1 }, payments: [{ payments: 1 }] })
  })
})

describe('fields that ask for more than their object', () => {
  it.each(Object.entries(guardedFields))('%s', async (_field, { document, expected, key, through, variables }) => {
    const ask = async (person: Person) => {
      const answer = await person.send<Record<string, unknown>>(document, variables(first))
      return outcomeOf(answer, Object.keys(answer.data ?? {})[0] ?? '')
    }
    for (const role of ['bystander', 'rep', 'admin', 'owner'] as const)
      if (expected) expect([role, await ask(people[role])]).toEqual([role, expected[role]])
    if (!expected) expect(await ask(people.rep)).toBe('allowed')
    const needed = scopes.filter((scope) => scope === key || scope === through)
    expect(await ask(await world.keyWith(key === null ? scopes : allBut(key)))).toBe('FORBIDDEN')
    if (key !== null) expect(await ask(await world.keyWith(needed))).toBe('allowed')
  })
})

describe('credentials that are not good', () => {
  it('are refused at every root field that asks for any: a revoked, an expired, an altered and another’s key', async () => {
    const secretOf = async () => {
      const { createApiKey } = await world.owner.ask<{ createApiKey: { secret: string; apiKey: { id: string } } }>(
        `mutation { createApiKey(input: { name: "Bad", scopes: [EVENTS_READ, ROSTER_WRITE] }) { secret apiKey { id } } }`,
      )
      return createApiKey
    }
    const [revoked, expired, good] = [await secretOf(), await secretOf(), await secretOf()]
    await world.owner.ask(`mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }`, { id: revoked.apiKey.id })
    await database`update api_keys set expires_at = now() - interval '1 second' where id = ${expired.apiKey.id}`
    const rivalsTenant = Buffer.from(rival.organizationId.replaceAll('-', ''), 'hex').toString('base64url')
    const elsewhere = good.secret.replace(/^clinch_[\w-]{22}/, `clinch_${rivalsTenant}`)
    const altered = `${good.secret.slice(0, -1)}${good.secret.endsWith('A') ? 'B' : 'A'}`
    for (const secret of [revoked.secret, expired.secret, altered, elsewhere, 'clinch', '', `${good.secret}' or true`]) {
      const person = app.withKey(secret)
      expect(outcomeOf(await call(person, 'events', variablesOf('events', first)), 'events')).toBe('UNAUTHENTICATED')
      expect(outcomeOf(await call(person, 'createCloser', variablesOf('createCloser', first)), 'createCloser')).toBe('UNAUTHENTICATED')
    }
    const keyAbroad = app.withKey(good.secret).actingIn(rival.organizationId)
    const shown = idsIn(await call(keyAbroad, 'events', { first: 3 }, seenByKeys))
    const abroad = await idsOf(database, rival.organizationId)
    expect(shown.filter((id) => abroad.has(id))).toEqual([])
    expect(shown).toContain(first.id('events'))
  })
})
