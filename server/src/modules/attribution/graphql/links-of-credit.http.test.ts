import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFixture } from '../../../../test/fixtures/read-fixture.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import type { Person } from '../../../../test/person.ts'

let app: RunningApp
let owner: Person
let credited: string
let stranger: string
beforeAll(async () => {
  app = await startApp()
  owner = await app.organize()
  const connect = async (provider: string) => {
    const secret = `secret-of-${provider}`
    const { createConnection } = await owner.ask<{ createConnection: { connection: { webhookUrl: string } } }>(
      'mutation ($input: CreateConnectionInput!) { createConnection(input: $input) { connection { webhookUrl } } }',
      { input: { provider, name: 'Main', webhookSecret: secret } },
    )
    return { webhookUrl: createConnection.connection.webhookUrl, secret }
  }
  const [calendly, stripe] = [await connect('CALENDLY'), await connect('STRIPE')]
  await app.deliver(calendly, readFixture('calendly/invitee.created'))
  const charge = readFixture('stripe/charge.succeeded')
  await app.deliver(stripe, charge)
  // The same name, by an address that nobody knows.
  const elsewhere = JSON.stringify(charge).replaceAll('dana.whitfield@example.com', 'dw@else.example').replaceAll('Dana0000', 'Else0000')
  await app.deliver(stripe, JSON.parse(elsewhere.replaceAll('cus_NLdemoDana01', 'cus_Else')) as object)
  await app.drain()
  const { payments } = await owner.ask<{ payments: { nodes: { id: string; event: object | null }[] } }>(
    '{ payments { nodes { id event { id } } } }',
  )
  credited = payments.nodes.find(({ event }) => event !== null)?.id ?? ''
  stranger = payments.nodes.find(({ event }) => event === null)?.id ?? ''
  // Of the payment that is credited, a re-run would say otherwise.
  await owner.ask('mutation { updateOrganization(input: { attributionWindowDays: 1 }) { organization { id } } }')
})
afterAll(() => app.close())

async function ask(scopes: readonly string[], document: string, variables: object): Promise<string> {
  const { createApiKey } = await owner.ask<{ createApiKey: { secret: string } }>(
    `mutation { createApiKey(input: { name: "Key", scopes: [${scopes.join(', ')}] }) { secret } }`,
  )
  const { errors } = await app.withKey(createApiKey.secret).send(document, { ...variables })
  return errors?.[0]?.extensions.code ?? 'allowed'
}

describe('a key that reads payments', () => {
  const suggestions = (field: string) => `query ($id: ID!) { payment(id: $id) { suggestions { score ${field} { id } } } }`

  it('is told of the calls and leads that are suggested only with the scopes of those', async () => {
    const { payment } = await owner.ask<{ payment: { suggestions: object[] } }>(suggestions('event'), { id: stranger })
    expect(payment.suggestions.length).toBeGreaterThan(0)
    const id = { id: stranger }
    expect(await ask(['PAYMENTS_READ', 'EVENTS_READ'], suggestions('event'), id)).toBe('FORBIDDEN')
    expect(await ask(['PAYMENTS_READ', 'LEADS_READ'], suggestions('event'), id)).toBe('FORBIDDEN')
    expect(await ask(['PAYMENTS_READ', 'LEADS_READ'], suggestions('lead'), id)).toBe('allowed')
    expect(await ask(['PAYMENTS_READ', 'LEADS_READ', 'EVENTS_READ'], suggestions('event'), id)).toBe('allowed')
  })
})

describe('a key that credits payments', () => {
  const preview = (fields: string) =>
    `query { previewAttribution(input: { period: { from: "2026-01-01", to: "2026-12-31" } }) { changes { summary ${fields} } } }`

  it('is told of the payments and calls of a preview only with the scopes of those', async () => {
    const { previewAttribution } = await owner.ask<{ previewAttribution: { changes: { payment: { id: string } }[] } }>(
      preview('payment { id }'),
    )
    expect(previewAttribution.changes.map(({ payment }) => payment.id)).toEqual([credited])
    expect(await ask(['PAYMENTS_WRITE'], preview(''), {})).toBe('allowed')
    expect(await ask(['PAYMENTS_WRITE'], preview('payment { id }'), {})).toBe('FORBIDDEN')
    expect(await ask(['PAYMENTS_WRITE', 'PAYMENTS_READ'], preview('payment { id }'), {})).toBe('allowed')
    expect(await ask(['PAYMENTS_WRITE', 'PAYMENTS_READ'], preview('before { event { id } }'), {})).toBe('FORBIDDEN')
    expect(await ask(['PAYMENTS_WRITE', 'EVENTS_READ'], preview('before { event { id } }'), {})).toBe('allowed')
  })
})
