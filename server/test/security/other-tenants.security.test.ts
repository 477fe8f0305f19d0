import { v7 as uuidv7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'
import type { Person } from '../person.ts'
import { idsIn, idsOf, outcomeOf, withoutRequestId } from './answers.ts'
import { argumentsWith, strangerAnswer } from './expected.ts'
import { leftOut, makeMatrix } from './matrix.ts'
import { idPathsOf, valueAt, withValueAt } from './operation.ts'
import { rootFields } from './root-field-table.ts'

const { world, schema, database, names, queries, unique, both, ofFirst, isQuery, accept, restore, call, variablesOf } = await makeMatrix()
const { first, rival, people } = world
afterAll(() => world.close())

describe('another tenant’s admin', () => {
  it.each(names)('learns nothing of the first tenant by %s, and changes nothing there', async (name) => {
    await restore(name)
    const foreign = await idsOf(database, first.organizationId)
    const filtered = variablesOf(name, first)
    for (const variables of [filtered, { ...filtered, filter: undefined }]) {
      const answer = await call(people.rival, name, variables, leftOut.byAdmins)
      expect(idsIn(answer).filter((id) => foreign.has(id))).toEqual([])
    }
    expect(await ofFirst.changed()).toEqual([])
    if (!isQuery(name)) await accept()
    await restore(name)
  })

  const places = Object.entries(rootFields).flatMap(([name, field]) => idPathsOf(schema, name).map((path) => [name, path, field] as const))
  it.each(places)('is answered by %s as if the first tenant’s %s did not exist', async (name, path, field) => {
    await restore(name)
    const [text, foreign] = [unique(), await idsOf(database, first.organizationId)]
    const own = argumentsWith(field, path, rival, text)
    const stolen = valueAt(argumentsWith(field, path, first, text), path)
    const invented = Array.isArray(stolen) ? [uuidv7()] : uuidv7()
    const [ofStolen, ofInvented] = [
      await call(people.rival, name, withValueAt(own, path, stolen), leftOut.byAdmins),
      await call(people.rival, name, withValueAt(own, path, invented), leftOut.byAdmins),
    ]
    expect(withoutRequestId(ofStolen)).toEqual(withoutRequestId(ofInvented))
    expect(outcomeOf(ofStolen, name)).toMatch(strangerAnswer(field, isQuery(name)))
    expect(idsIn(ofStolen).filter((id) => foreign.has(id))).toEqual([])
    expect(await both.changed()).toEqual([])
    // With their own ids alone it works: nothing but the stolen one was in the way.
    expect(outcomeOf(await call(people.rival, name, own, leftOut.byAdmins), name)).toBe(field.expected.admin)
    if (!isQuery(name)) await accept()
  })

  it.each(places)('is told by %s, where %s is no id at all, that it is none, and meets no mistake of ours', async (name, path, field) => {
    const own = argumentsWith(field, path, rival, unique())
    const broken = "' or true --"
    const answer = await call(
      people.rival,
      name,
      withValueAt(own, path, Array.isArray(valueAt(own, path)) ? [broken] : broken),
      leftOut.byAdmins,
    )
    expect(outcomeOf(answer, name)).toMatch(field.expected.rival === 'FORBIDDEN' ? /^FORBIDDEN$/ : /^(null|BAD_USER_INPUT)$/)
    expect(await both.changed()).toEqual([])
  })

  it('gets nothing of an answer that is kept for a retry, whoever’s id of it they send', async () => {
    const input = { name: unique(), clientMutationId: 'the very same' }
    const made = async (person: Person) => idsIn(await call(person, 'createCloser', { input }, leftOut.byAdmins))
    const byOwner = await made(people.owner)
    expect(await made(people.owner)).toEqual(byOwner)
    expect(await made(people.rival)).not.toEqual(byOwner)
    expect(outcomeOf(await call(people.rep, 'createCloser', { input }, leftOut.byOthers), 'createCloser')).toBe('FORBIDDEN')
    await accept()
  })

  it('is told the same figures and lists whatever happens in the first tenant', async () => {
    const ask = async () => {
      const answers: object[] = []
      for (const name of queries) {
        const variables = { ...variablesOf(name, rival), filter: undefined }
        answers.push({ name, ...withoutRequestId(await call(people.rival, name, variables, leftOut.byAdmins)) })
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
