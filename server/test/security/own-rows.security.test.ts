import { v7 as uuidv7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'
import type { Person } from '../person.ts'
import { idsHiddenFrom, idsIn, idsOf, outcomeOf, withoutRequestId } from './answers.ts'
import { leftOut, makeMatrix } from './matrix.ts'

const matrix = await makeMatrix()
const { world, database, queries, both, variablesOf } = matrix
const { app, first, rival, people } = world
afterAll(() => world.close())

const call = (person: Person, name: string, variables: Record<string, unknown>, without: ReadonlySet<string> = leftOut.byOthers) =>
  matrix.call(person, name, variables, without)

describe('a sales rep', () => {
  const [closer, setter] = [first.id('closers'), first.id('setters')]
  it.each([
    ['rep', [closer]],
    ['setter', [setter]],
    ['portalCloser', [closer]],
    ['portalSetter', [setter]],
    ['bystander', []],
  ] as const)('(the %s) is shown no row of others by any query, filtered or not', async (role, repIds) => {
    const hidden = await idsHiddenFrom(database, first.organizationId, repIds)
    expect(hidden.size).toBeGreaterThan(15)
    // Whoever came by a portal link is told that link’s own id.
    const { viewer } = await people[role].ask<{ viewer: { id: string } }>('{ viewer { id } }')
    hidden.delete(viewer.id)
    for (const name of queries) {
      const filtered = variablesOf(name, first)
      for (const variables of [filtered, { ...filtered, filter: undefined }]) {
        const shown = idsIn(await call(people[role], name, variables)).filter((id) => hidden.has(id))
        expect([name, ...shown]).toEqual([name])
      }
    }
  })

  const owned = ['rep', 'setter', 'portalCloser', 'portalSetter'] as const
  it.each(owned)('(the %s) sees their own calls, leads and payments, all of them', async (role) => {
    const shown = async (name: string) => idsIn(await call(people[role], name, { ...variablesOf(name, first), filter: undefined }))
    expect(await shown('events')).toEqual(expect.arrayContaining([first.id('events'), first.id('events', 2)]))
    expect(await shown('leads')).toContain(first.id('leads'))
    expect(await shown('payments')).toContain(first.id('payments'))
  })

  it.each(owned)('(the %s) is answered about another closer’s row as if it did not exist', async (role) => {
    for (const name of ['event', 'lead', 'payment'] as const) {
      const answer = await call(people[role], name, { id: first.id(`${name}s`, 5) })
      expect(answer).toEqual(await call(people[role], name, { id: uuidv7() }))
      expect(outcomeOf(answer, name)).toBe('null')
    }
    const file = (eventId: string) =>
      call(people[role], 'submitPostCallForm', { input: { eventId, callOccurred: true, leadShowed: true, notes: 'mine?' } })
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
    for (const role of owned)
      expect(await ask(people[role])).toEqual({ totals: { bookedCalls: 0, cashCollected: { amount: '0.00' } }, payments: [] })
    expect(await ask(people.owner)).toMatchObject({ totals: { bookedCalls: 1 }, payments: [{ payments: 1 }] })
  })
})

describe('credentials that are not good', () => {
  it('are refused: an altered key, another’s, and what is none', async () => {
    const { createApiKey: good } = await people.owner.ask<{ createApiKey: { secret: string } }>(
      `mutation { createApiKey(input: { name: "Good", scopes: [EVENTS_READ, ROSTER_WRITE] }) { secret } }`,
    )
    const rivalsTenant = Buffer.from(rival.organizationId.replaceAll('-', ''), 'hex').toString('base64url')
    const elsewhere = good.secret.replace(/^clinch_[\w-]{22}/, `clinch_${rivalsTenant}`)
    const altered = `${good.secret.slice(0, -1)}${good.secret.endsWith('A') ? 'B' : 'A'}`
    for (const secret of [altered, elsewhere, 'clinch', '', `${good.secret}' or true`]) {
      const person = app.withKey(secret)
      expect(outcomeOf(await call(person, 'events', variablesOf('events', first)), 'events')).toBe('UNAUTHENTICATED')
      expect(outcomeOf(await call(person, 'createCloser', variablesOf('createCloser', first)), 'createCloser')).toBe('UNAUTHENTICATED')
    }
    const keyAbroad = app.withKey(good.secret).actingIn(rival.organizationId)
    const shown = idsIn(await call(keyAbroad, 'events', { first: 3 }, leftOut.byKeys))
    const abroad = await idsOf(database, rival.organizationId)
    expect(shown.filter((id) => abroad.has(id))).toEqual([])
    expect(shown).toContain(first.id('events'))
  })
})
