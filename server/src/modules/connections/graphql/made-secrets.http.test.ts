import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AcuityEmulator, startAcuity } from '../../../../test/emulators/acuity.ts'
import type { Person } from '../../../../test/person.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { signWebhook as signAcuity } from '../../../integrations/acuity/verify-webhook.ts'
import { signWebhook as signManyChat } from '../../../integrations/manychat/verify-webhook.ts'

let app: RunningApp
let acuity: AcuityEmulator
let owner: Person

beforeAll(async () => {
  acuity = await startAcuity()
  app = await startApp({ providerUrl: acuity.url })
  owner = await app.organize()
})
afterAll(async () => {
  await app.close()
  await acuity.close()
})

interface Made {
  madeSecret: string | null
  connection: {
    id: string
    webhookUrl: string
    account: string | null
    secrets: { field: string; lastFour: string; validUntil: string | null }[]
  }
}
const shown = '{ madeSecret connection { id webhookUrl account secrets { field lastFour validUntil } } }'

const create = async (input: object): Promise<Made> =>
  (
    await owner.ask<{ createConnection: Made }>(`mutation ($input: CreateConnectionInput!) { createConnection(input: $input) ${shown} }`, {
      input,
    })
  ).createConnection

const rotate = async (input: object): Promise<Made> =>
  (
    await owner.ask<{ rotateConnectionSecret: Made }>(
      `mutation ($input: RotateConnectionSecretInput!) { rotateConnectionSecret(input: $input) ${shown} }`,
      { input },
    )
  ).rotateConnectionSecret

const check = async (id: string) =>
  (await owner.ask<{ checkConnection: object }>(`mutation ($id: ID!) { checkConnection(input: { id: $id }) { accepted message } }`, { id }))
    .checkConnection

const post = async ({ connection }: Made, body: string, headers: Record<string, string>) =>
  (await fetch(app.url + new URL(connection.webhookUrl).pathname, { method: 'POST', body, headers })).status

describe('a token that Clinch makes', () => {
  it('is shown once, lets in, and goes on letting in for a while after another was made', async () => {
    const made = await create({ provider: 'MANYCHAT', name: 'Instagram' })
    const first = made.madeSecret ?? ''
    expect(first).toMatch(/^mct_[\w-]{43}$/)
    expect(made.connection.secrets).toEqual([{ field: 'WEBHOOK_SECRET', lastFour: first.slice(-4), validUntil: null }])
    const { connections } = await owner.ask<object & { connections: unknown }>(
      '{ connections { id name secrets { lastFour } health { summary } } }',
    )
    expect(JSON.stringify(connections)).not.toContain(first)

    const second = (await rotate({ id: made.connection.id, field: 'WEBHOOK_SECRET' })).madeSecret ?? ''
    expect(second).not.toBe(first)
    for (const token of [first, second]) expect(await post(made, '{"id":"7"}', signManyChat(token))).toBe(200)
    await rotate({ id: made.connection.id, field: 'WEBHOOK_SECRET', overlapHours: 0 })
    for (const token of [first, second]) expect(await post(made, '{"id":"8"}', signManyChat(token))).toBe(401)
  })

  it('cannot be one that somebody thinks of', async () => {
    await expect(create({ provider: 'MANYCHAT', name: 'Weak', webhookSecret: 'password1' })).rejects.toThrow(
      'Clinch makes this token itself',
    )
    await expect(create({ provider: 'ACUITY', name: 'Twice', webhookSecret: 'password1' })).rejects.toThrow('signs with its API key')
  })

  it('is for one’s own systems in the form that Standard Webhooks have, unless it is given', async () => {
    expect((await create({ provider: 'CUSTOM', name: 'Ours' })).madeSecret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect((await create({ provider: 'CUSTOM', name: 'Theirs', webhookSecret: 'whsec_dGhlaXIgb3duIHNlY3JldA==' })).madeSecret).toBeNull()
  })
})

describe('the API key of Acuity', () => {
  it('is tried at Acuity, proves its webhooks, and is replaced for both at once', async () => {
    const made = await create({ provider: 'ACUITY', name: 'Main', account: acuity.userId, apiKey: 'not the key yet' })
    expect(made.connection.account).toBe(acuity.userId)
    expect(await check(made.connection.id)).toEqual({ accepted: false, message: expect.stringContaining('does not accept this user id') })
    await rotate({ id: made.connection.id, field: 'API_KEY', secret: acuity.apiKey })
    expect(await check(made.connection.id)).toEqual({ accepted: true, message: 'Acuity accepts the key.' })
    const body = 'action=scheduled&id=1'
    expect(await post(made, body, signAcuity(body, acuity.apiKey))).toBe(200)
    expect(await post(made, body, signAcuity(body, 'a guess'))).toBe(401)
  })

  it('is said not to be tried while Acuity is down', async () => {
    const made = await create({ provider: 'ACUITY', name: 'Down', account: acuity.userId, apiKey: acuity.apiKey })
    acuity.suffer({ status: 503, headers: { 'retry-after': '600' } })
    expect(await check(made.connection.id)).toEqual({ accepted: false, message: 'Acuity is out of order (503). Try again in a moment.' })
    acuity.suffer(null)
  })
})
