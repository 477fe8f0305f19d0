import { afterAll, describe, expect, it } from 'vitest'
import { collectRules } from '../../src/app/graphql/permissions.ts'
import { scopes } from '../../src/kernel/actor.ts'
import type { Person } from '../person.ts'
import { idsIn, outcomeOf } from './answers.ts'
import { actors, argumentsWith, expectedOf, type RootField } from './expected.ts'
import { guardedElsewhere, guardedFields } from './guarded-fields.ts'
import { linksBetweenScopes } from './links.ts'
import { leftOut, leftOutBy, makeMatrix } from './matrix.ts'
import { idPathsOf, valueAt } from './operation.ts'
import { rootFields } from './root-field-table.ts'
import { subscriptions } from './subscription-table.ts'
import { allBut } from './world.ts'

const { world, schema, roots, both, isQuery, accept, restore, call, variablesOf } = await makeMatrix()
const { first, people } = world
afterAll(() => world.close())

describe('the table of root fields', () => {
  it('names every root field of the schema, and no other', () => {
    expect([...roots.keys()].toSorted()).toEqual(Object.keys(rootFields).toSorted())
    expect(Object.keys(schema.getSubscriptionType()?.getFields() ?? {})).toEqual(Object.keys(subscriptions))
  })

  it('names every field of an object that has a rule of its own, or leads to what another scope reads', () => {
    const ruled = Object.entries(collectRules()).flatMap(([type, fields]) =>
      ['Query', 'Mutation', 'Subscription'].includes(type) ? [] : Object.keys(fields).map((field) => `${type}.${field}`),
    )
    // Those that lead from a record to another ask for the other’s scope in their resolver.
    expect([...new Set([...ruled, ...linksBetweenScopes(schema)])].toSorted()).toEqual(
      [...Object.keys(guardedFields), ...guardedElsewhere].toSorted(),
    )
  })

  it('fills in every argument that takes an id', () => {
    for (const [name, field] of Object.entries(rootFields)) {
      for (const path of idPathsOf(schema, name)) {
        const value = valueAt(argumentsWith(field, path, first, 'x'), path)
        expect([name, path, idsIn({ value }).length]).toEqual([name, path, 1])
      }
    }
  })
})

describe.each(Object.entries(rootFields))('%s', (name, field: RootField) => {
  const { key, answersKeys = 'allowed' } = field
  afterAll(() => restore(name))
  it.each(actors.map((actor) => [actor, expectedOf(field, actor)] as const))('answers %s: %s', async (actor, wanted) => {
    await restore(name)
    const answer = await call(people[actor], name, variablesOf(name, first), leftOutBy(actor))
    expect(outcomeOf(answer, name)).toBe(wanted)
    if (isQuery(name) || wanted !== 'allowed') expect(await both.changed()).toEqual([])
    else await accept()
    if (wanted !== 'allowed') expect(answer.data?.[name] ?? null).toBeNull()
  })

  it(key === null ? 'refuses every API key, whatever its scopes' : `answers API keys with the scope ${key}, and none without`, async () => {
    const ask = async (person: Person) => {
      await restore(name)
      return outcomeOf(await call(person, name, variablesOf(name, first), leftOut.byKeys), name)
    }
    for (const scope of scopes) {
      const able = key === 'any' || key === scope
      expect([scope, await ask(await world.keyWith([scope]))]).toEqual([scope, able ? answersKeys : 'FORBIDDEN'])
      if (able && !isQuery(name)) await accept()
    }
    if (key === 'any') return
    const every = scopes.find((scope) => scope === key)
    expect(await ask(await world.keyWith(every ? allBut(every) : scopes))).toBe('FORBIDDEN')
    expect(await both.changed()).toEqual([])
  })
})

describe('fields that ask for more than their object', () => {
  it.each(Object.entries(guardedFields))('%s', async (_field, { document, expected, key, through, variables }) => {
    const ask = async (person: Person) => {
      const answer = await person.send<Record<string, unknown>>(document, variables(first))
      return outcomeOf(answer, Object.keys(answer.data ?? {})[0] ?? '')
    }
    for (const actor of actors) expect([actor, await ask(people[actor])]).toEqual([actor, expectedOf({ expected }, actor)])
    for (const scope of scopes) {
      const able = scope === key && scope === through
      expect([scope, await ask(await world.keyWith([scope]))]).toEqual([scope, able ? 'allowed' : 'FORBIDDEN'])
    }
    const needed = scopes.filter((scope) => scope === key || scope === through)
    expect(await ask(await world.keyWith(key === null ? scopes : allBut(key)))).toBe('FORBIDDEN')
    if (key !== null) expect(await ask(await world.keyWith(needed))).toBe('allowed')
  })
})
