import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeCursor } from '../src/lib/cursor.ts'
import type { Person } from './person.ts'
import { type RunningApp, startApp } from './running-app.ts'

let app: RunningApp
let owner: Person
beforeAll(async () => {
  app = await startApp()
  owner = await app.organize()
})
afterAll(() => app.close())

const lists = ['events', 'payments', 'closers', 'setters', 'leads', 'deliveries']
const someId = '01a1fd02-c2cc-731e-ab89-c0b857ddc95b'

describe('a list that is asked for wrongly', () => {
  it.each(lists)('%s: a page of a wrong size or in both directions is refused, naming the argument', async (list) => {
    for (const [page, path] of [
      ['first: 0', 'first'],
      ['first: 201', 'first'],
      ['last: -1', 'last'],
      ['first: 1, last: 1', 'last'],
    ]) {
      const problem = await owner.refused(`{ ${list}(${page}) { nodes { id } } }`)
      expect(problem.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] })
    }
  })

  it.each(lists)('%s: what is no cursor of the list is refused', async (list) => {
    const forged = [
      'nonsense',
      encodeCursor(['2026-01-01 00:00:00+00']),
      encodeCursor(['2026-01-01 00:00:00+00', "' or true --"]),
      encodeCursor(['2026-01-01 00:00:00+00', '------------------------------------']),
    ]
    if (!['closers', 'setters'].includes(list))
      forged.push(encodeCursor(['not a time', someId]), encodeCursor(['2026-99-01 00:00:00+00', someId]))
    for (const cursor of forged) {
      const problem = await owner.refused(`query ($cursor: String) { ${list}(after: $cursor) { nodes { id } } }`, { cursor })
      expect(problem.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'after' }] })
    }
  })

  it.each([
    ['events', 'closerIds'],
    ['events', 'leadIds'],
    ['payments', 'sourceIds'],
    ['payments', 'eventIds'],
    ['deliveries', 'connectionIds'],
  ])('%s: what is no id in %s is refused, and one that nobody has finds nothing', async (list, field) => {
    const ask = `query ($ids: [ID!]) { ${list}(filter: { ${field}: $ids }) { nodes { id } } }`
    expect((await owner.refused(ask, { ids: ['nobody'] })).extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: `filter.${field}`, message: '"nobody" is not an id.' }],
    })
    expect(await owner.ask(ask, { ids: [someId] })).toEqual({ [list]: { nodes: [] } })
    expect(await owner.ask(ask, { ids: [] })).toEqual({ [list]: { nodes: [] } })
    expect(await owner.ask(ask, { ids: null })).toEqual({ [list]: { nodes: [] } })
  })

  it('a period that ends before it begins, is too long, or is of days that do not exist is refused', async () => {
    const periods: [string, string, string][] = [
      ['{ events(filter: { scheduled: $period }) { nodes { id } } }', 'filter.scheduled.to', 'filter.scheduled'],
      ['{ events(filter: { booked: $period }) { nodes { id } } }', 'filter.booked.to', 'filter.booked'],
      ['{ payments(filter: { paid: $period }) { nodes { id } } }', 'filter.paid.to', 'filter.paid'],
      ['{ deliveries(filter: { received: $period }) { nodes { id } } }', 'filter.received.to', 'filter.received'],
      ['{ metrics(period: $period) { totals { bookedCalls } } }', 'period.to', 'period'],
    ]
    for (const [query, reversed, tooLong] of periods) {
      const ask = `query ($period: PeriodInput!) ${query}`
      const backwards = await owner.refused(ask, { period: { from: '2026-02-02', to: '2026-02-01' } })
      expect(backwards.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: reversed }] })
      const long = await owner.refused(ask, { period: { from: '1990-01-01', to: '2026-02-01' } })
      expect(long.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: tooLong }] })
      const unreal = await owner.refused(ask, { period: { from: '2026-02-29', to: '2026-03-01' } })
      expect(unreal.extensions.code).toBe('BAD_USER_INPUT')
    }
  })
})

describe('a record that is not there', () => {
  it.each(['event', 'payment', 'lead', 'delivery'])('%s: is null for an id that nobody has, and for what is no id', async (field) => {
    expect(await owner.ask(`{ ${field}(id: "${someId}") { id } }`)).toEqual({ [field]: null })
    expect(await owner.ask(`{ ${field}(id: "x'; drop table events; --") { id } }`)).toEqual({ [field]: null })
  })

  it.each([
    ['submitPostCallForm', '{ eventId: "$id", callOccurred: true }', 'postCallForm { id }'],
    ['attributePayment', '{ paymentId: "$id" }', 'payment { id }'],
    ['unlockAttribution', '{ paymentId: "$id" }', 'payment { id }'],
    ['updateCloser', '{ id: "$id", name: "Maya" }', 'closer { id }'],
    ['updateSetter', '{ id: "$id", name: "Maya" }', 'setter { id }'],
    ['updateSource', '{ id: "$id", name: "Maya" }', 'source { id }'],
    ['updateConnection', '{ id: "$id", name: "Maya" }', 'connection { id }'],
    ['rotateConnectionSecret', '{ id: "$id", field: WEBHOOK_SECRET, secret: "whsec_new" }', 'connection { id }'],
    ['replayDelivery', '{ id: "$id" }', 'delivery { id }'],
    ['revokeApiKey', '{ id: "$id" }', 'apiKey { id }'],
    ['revokeInvitation', '{ id: "$id" }', 'invitation { id }'],
  ])('%s answers NOT_FOUND for an id that nobody has, and BAD_USER_INPUT for what is no id', async (field, input, payload) => {
    const act = (id: string) => owner.refused(`mutation { ${field}(input: ${input.replace('$id', id)}) { ${payload} } }`)
    expect((await act(someId)).extensions.code).toBe('NOT_FOUND')
    expect((await act('nobody')).extensions.code).toBe('BAD_USER_INPUT')
  })
})

describe('a text that PostgreSQL cannot hold', () => {
  it('is refused wherever it is said', async () => {
    const text = 'Ma\u0000ya'
    for (const [query, variables] of [
      ['query ($text: String) { events(filter: { search: $text }) { nodes { id } } }', { text }],
      ['mutation ($text: String!) { createCloser(input: { name: $text }) { closer { id } } }', { text }],
    ] as const) {
      expect((await owner.refused(query, variables)).extensions.code).toBe('BAD_USER_INPUT')
    }
  })
})

describe('an operation over the limits is refused before anything of it runs', () => {
  const nested = (depth: number): string => (depth === 0 ? 'id' : `rescheduledTo { ${nested(depth - 1)} }`)

  it.each([
    ['its depth', `{ events(first: 1) { nodes { ${nested(10)} } } }`],
    ['its cost', '{ events(first: 200) { nodes { payments { event { payments { closer { id } } } } } } }'],
    ['its aliases', `{ ${Array.from({ length: 16 }, (_, n) => `a${n}: viewer { id }`).join(' ')} }`],
    ['the aliases inside of it', `{ viewer { ${Array.from({ length: 16 }, (_, n) => `a${n}: id`).join(' ')} } }`],
  ])('%s', async (_what, query) => {
    const problem = await owner.refused(query)
    expect(problem.extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX', limit: expect.any(Number) })
  })

  it('how many mutations it has: none of them acts', async () => {
    const query = `mutation { ${Array.from({ length: 21 }, (_, n) => `m${n}: createSource(input: { name: "S${n}" }) { source { id } }`).join(' ')} }`
    expect((await owner.refused(query)).extensions.code).toBe('QUERY_TOO_COMPLEX')
    expect(await owner.ask('{ sources { name } }')).toEqual({ sources: [] })
  })

  it('fragments in a circle, unknown fields and texts that are no GraphQL are the caller’s mistakes', async () => {
    for (const query of [
      '{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }',
      '{ nothing }',
      '{ viewer {',
      `{ ${'viewer { id } '.repeat(2000)} }`,
      '',
    ]) {
      expect((await owner.refused(query)).extensions.code).toBe('BAD_USER_INPUT')
    }
  })
})

describe('a request that is not one', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${app.url}/graphql`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })

  it('is refused with a status that says why', async () => {
    expect((await post('{')).status).toBe(400)
    expect((await post('[{"query":"{ viewer { id } }"}]')).status).toBe(400)
    expect((await post(JSON.stringify({ query: '{ viewer { id } }', padding: 'x'.repeat(1_100_000) }))).status).toBe(413)
    // A page elsewhere can post a form or plain text, but not JSON: such a post never acts.
    expect((await post('{"query":"{ viewer { id } }"}', { 'content-type': 'text/plain' })).status).toBe(400)
  })

  it('with a key that is none, or an organization that is not one’s own, says who it is taken for', async () => {
    expect((await app.withKey('clinch_nonsense').refused('{ organization { id } }')).extensions.code).toBe('UNAUTHENTICATED')
    expect((await app.anonymous.refused('{ organization { id } }')).extensions.code).toBe('UNAUTHENTICATED')
    const elsewhere = await app.organize('Elsewhere')
    const problem = await owner.actingIn(elsewhere.organizationId).refused('{ organization { id } }')
    expect(['UNAUTHENTICATED', 'FORBIDDEN']).toContain(problem.extensions.code)
    expect((await owner.actingIn('nonsense').refused('{ organization { id } }')).extensions.code).toBe(problem.extensions.code)
  })
})

describe('a mutation that is sent again', () => {
  const create = 'mutation ($input: CreateCloserInput!) { createCloser(input: $input) { closer { id } } }'

  it('under the same clientMutationId acts once and answers the same, and with another input is refused', async () => {
    const input = { name: 'Maya Okafor', email: 'maya@northlight.example', clientMutationId: 'once' }
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => owner.ask<{ createCloser: { closer: { id: string } } }>(create, { input })),
    )
    expect(new Set(answers.map(({ createCloser }) => createCloser.closer.id)).size).toBe(1)
    expect((await owner.refused(create, { input: { ...input, name: 'Another' } })).extensions.code).toBe('CONFLICT')
    expect(await owner.ask('{ closers { totalCount } }')).toEqual({ closers: { totalCount: 1 } })
  })

  it('a day later is a new one, and the ids of then are swept up', async () => {
    const act = (name: string, clientMutationId: string) =>
      owner.ask('mutation ($input: CreateSourceInput!) { createSource(input: $input) { source { name } } }', {
        input: { name, clientMutationId },
      })
    await act('Webinar', 'a')
    await act('Referral', 'b')
    await app.data.owner`update idempotency_keys set created_at = now() - interval '25 hours'`
    expect(await act('YouTube', 'a')).toEqual({ createSource: { source: { name: 'YouTube' } } })
    expect(await app.data.owner`select key from idempotency_keys where organization_id = ${owner.organizationId}`).toEqual([{ key: 'a' }])
  })

  it('without one meets what is there', async () => {
    const problem = await owner.refused(create, { input: { name: 'Maya Again', email: 'Maya@Northlight.example' } })
    expect(problem.extensions).toMatchObject({ code: 'CONFLICT', fields: [{ path: 'email' }] })
  })
})
