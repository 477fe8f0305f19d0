import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFixture } from '../fixtures/read-fixture.ts'
import { Listening } from '../listening.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const code = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code ?? null

describe('a key is told by one scope nothing that another one is for', () => {
  it('not who paid, by a filter of leads', async () => {
    const [leads, both] = [await world.keyWith(['leads:read']), await world.keyWith(['leads:read', 'payments:read'])]
    for (const paid of [true, false]) {
      const query = `{ leads(filter: { hasPayments: ${paid} }) { totalCount } }`
      expect(code(await leads.send(query))).toBe('FORBIDDEN')
      expect(code(await both.send(query))).toBe(null)
    }
    expect(code(await leads.send('{ leads(filter: { merged: false }) { totalCount } }'))).toBe(null)
  })

  it('not the payment of a dispute that it may answer', async () => {
    const { rep, owner } = world.people
    await world.app.data.owner`delete from credit_disputes where organization_id = ${world.first.organizationId}`
    const { disputeCredit } = await rep.ask<{ disputeCredit: { dispute: { id: string } } }>(
      'mutation ($input: DisputeCreditInput!) { disputeCredit(input: $input) { dispute { id } } }',
      { input: { paymentId: world.first.id('payments'), comment: 'Mine wholly.' } },
    )
    const answering = (fields: string) =>
      `mutation ($input: AnswerCreditDisputeInput!) { answerCreditDispute(input: $input) { dispute { ${fields} } } }`
    const input = { id: disputeCredit.dispute.id, verdict: 'REJECTED', answer: 'No.' }
    const key = await world.keyWith(['payments:write'])
    const answer = await key.send<{ answerCreditDispute: { dispute: { payment: unknown } } }>(
      answering('state payment { customerEmail amount { amount } }'),
      { input },
    )
    expect(code(answer)).toBe('FORBIDDEN')
    expect(answer.data?.answerCreditDispute.dispute.payment).toBe(null)
    expect(await owner.ask('{ creditDisputes(first: 1) { nodes { state } } }')).toEqual({
      creditDisputes: { nodes: [{ state: 'REJECTED' }] },
    })
  })
})

interface Told {
  kind: string
  result: string | null
  touched: { kind: string }[]
  interpreted: { summary: string; message: string | null } | null
}

describe('a key that may read connections', () => {
  const connect = async (provider: string) => {
    const secret = `secret-of-${provider}`
    const { createConnection } = await world.people.owner.ask<{ createConnection: { connection: { id: string; webhookUrl: string } } }>(
      'mutation ($input: CreateConnectionInput!) { createConnection(input: $input) { connection { id webhookUrl } } }',
      { input: { provider, name: 'Scoped', webhookSecret: secret } },
    )
    return { ...createConnection.connection, secret }
  }

  it('is told of a delivery by name only what it may read by other scopes', async () => {
    const [calendly, stripe] = [await connect('CALENDLY'), await connect('STRIPE')]
    await world.app.deliver(calendly, readFixture('calendly/invitee.created'))
    await world.app.deliver(stripe, readFixture('stripe/charge.succeeded'))
    await world.app.drain()
    const told = async (connection: { id: string }, scopes: Parameters<World['keyWith']>[0]) => {
      const key = await world.keyWith(['connections:read', ...scopes])
      const { deliveries } = await key.ask<{ deliveries: { nodes: Told[] } }>(
        'query ($ids: [ID!]) { deliveries(filter: { connectionIds: $ids }) { nodes { kind result touched { kind name } interpreted { summary message } } } }',
        { ids: [connection.id] },
      )
      const [delivery] = deliveries.nodes
      if (!delivery) throw new Error('It was not delivered')
      const { result, touched, interpreted } = delivery
      return [touched.map(({ kind }) => kind), result !== null, interpreted?.message !== null]
    }
    expect(await told(stripe, [])).toEqual([[], false, false])
    expect(await told(stripe, ['leads:read'])).toEqual([['LEAD'], false, false])
    expect(await told(stripe, ['payments:read'])).toEqual([['PAYMENT'], false, true])
    expect(await told(stripe, ['payments:read', 'leads:read'])).toEqual([['PAYMENT', 'LEAD'], true, true])
    expect(await told(calendly, ['payments:read'])).toEqual([[], false, false])
    expect(await told(calendly, ['events:read'])).toEqual([['EVENT'], false, true])
    expect(await told(calendly, ['events:read', 'leads:read'])).toEqual([['EVENT', 'LEAD'], true, true])
  })

  it('is told nothing of runs that credit payments, once or as they come further', async () => {
    const { startAttributionPreview } = await world.people.owner.ask<{ startAttributionPreview: { run: { id: string } } }>(
      'mutation { startAttributionPreview(input: { period: { from: "2026-01-01", to: "2026-12-31" } }) { run { id } } }',
    )
    await world.app.drain()
    const { id } = startAttributionPreview.run
    const [without, may] = [await world.keyWith(['connections:read']), await world.keyWith(['connections:read', 'payments:write'])]
    const one = 'query ($id: ID!) { job(id: $id) { kind summary changedCount } }'
    expect(await without.send(one, { id })).toMatchObject({ data: { job: null }, errors: [{ extensions: { code: 'FORBIDDEN' } }] })
    expect(await may.ask(one, { id })).toMatchObject({ job: { kind: 'ATTRIBUTION_PREVIEW' } })
    const listening = await Listening.begin(world.app.url, without, {
      document: `subscription { jobProgress(id: "${id}") { summary changedCount } }`,
    })
    expect(await listening.refusal()).toBe('FORBIDDEN')
    expect(listening.answers.filter(({ jobProgress }) => jobProgress)).toEqual([])
    listening.end()
  })
})
