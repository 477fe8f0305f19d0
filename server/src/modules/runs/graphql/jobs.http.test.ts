import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendlyBodies, calendlyCustomers } from '../../../../test/calendly-team.ts'
import { type CalendlyEmulator, startCalendly } from '../../../../test/emulators/calendly.ts'
import type { Person } from '../../../../test/person.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { outboundTo } from '../../../../test/outbound.ts'
import { until } from '../../../../test/until.ts'

let app: RunningApp
let calendly: CalendlyEmulator
let owner: Person

beforeAll(async () => {
  calendly = await startCalendly()
  app = await startApp({ providerUrl: calendly.url })
  app.services.outbound = outboundTo(app.data.database, calendly.url)
  owner = await app.organize()
})
afterAll(async () => {
  await app.close()
  await calendly.close()
})

const job = `id kind state period { from to } progress secondsLeft seenCount createdCount changedCount failedCount problems waitsFor error
  summary requestedBy startedAt finishedAt connection { name latestSync { id } }`
const period = { from: '2024-01-01', to: '2026-12-31' }

async function connect(provider: string, apiKey: string | null = calendly.token) {
  const { createConnection } = await owner.ask<{ createConnection: { connection: { id: string; syncKind: string | null } } }>(
    `mutation ($input: CreateConnectionInput!) { createConnection(input: $input) { connection { id syncKind latestSync { id } } } }`,
    { input: { provider, name: 'Main', apiKey } },
  )
  return createConnection.connection
}

const start = (connectionId: string, input: object = {}) =>
  owner.ask<{ startSync: { job: { id: string; state: string } } }>(
    `mutation ($input: StartSyncInput!) { startSync(input: $input) { job { ${job} } } }`,
    { input: { connectionId, period, ...input } },
  )
const refusal = async (connectionId: string) => start(connectionId).catch((error: unknown) => String(error))
const look = async (id: string) =>
  (await owner.ask<{ job: Record<string, unknown> | null }>(`query ($id: ID!) { job(id: $id) { ${job} } }`, { id })).job

describe('a sync', () => {
  it('is asked for, followed and done, and says in words what came of it', async () => {
    const customers = calendlyCustomers(6, 40)
    const calls = customers.flatMap(({ chains }) => chains.flatMap((chain) => chain.calls)).length
    calendly.happen(...calendlyBodies(customers))
    const connection = await connect('CALENDLY')
    expect(connection).toMatchObject({ syncKind: 'BOOKING_SYNC', latestSync: null })
    const { startSync } = await start(connection.id, { clientMutationId: 'once' })
    expect(startSync.job).toMatchObject({ state: 'QUEUED', progress: 0, requestedBy: 'Olive Owner', summary: 'It begins in a moment.' })
    // Sent twice, it is one.
    expect((await start(connection.id, { clientMutationId: 'once' })).startSync.job.id).toBe(startSync.job.id)
    expect(await refusal(connection.id)).toContain('A sync of this connection is under way. Wait for it, or stop it.')
    await app.drain()
    expect(await look(startSync.job.id)).toMatchObject({
      state: 'DONE',
      kind: 'BOOKING_SYNC',
      period,
      progress: 1,
      secondsLeft: null,
      seenCount: calls,
      createdCount: calls,
      failedCount: 0,
      summary: `${calls} bookings seen: ${calls} new.`,
      connection: { name: 'Main', latestSync: { id: startSync.job.id } },
    })
  })

  it('that is stopped says so, and goes on when it is asked to', async () => {
    const { id } = await connect('CALENDLY')
    const { startSync } = await start(id)
    const act = (name: string) =>
      owner.ask<Record<string, { job: object }>>(`mutation ($id: ID!) { ${name}(input: { id: $id }) { job { ${job} } } }`, {
        id: startSync.job.id,
      })
    expect((await act('cancelSync')).cancelSync?.job).toMatchObject({ state: 'CANCELED', summary: 'Stopped. No bookings were seen.' })
    await app.drain()
    expect(await look(startSync.job.id)).toMatchObject({ state: 'CANCELED' })
    expect((await act('resumeSync')).resumeSync?.job).toMatchObject({ state: 'QUEUED', finishedAt: null })
    await app.drain()
    expect(await look(startSync.job.id)).toMatchObject({ state: 'DONE', changedCount: 0, createdCount: 0 })
  })

  it('is refused in words where it cannot be: without a key, of a provider that is not asked, of a connection that is off', async () => {
    const keyless = await connect('CALENDLY', null)
    expect(await refusal(keyless.id)).toContain('enter it as the API key')
    const whop = await connect('WHOP', null)
    expect(whop.syncKind).toBe('PAYMENT_SYNC')
    expect(await refusal(whop.id)).toContain('Whop is asked with a company API key, and none is on file.')
    const acuity = await connect('ACUITY')
    expect(acuity.syncKind).toBeNull()
    expect(await refusal(acuity.id)).toContain('tells of everything by its webhooks')
    const off = await connect('CALENDLY')
    await owner.ask('mutation ($id: ID!) { updateConnection(input: { id: $id, enabled: false }) { connection { id } } }', { id: off.id })
    expect(await refusal(off.id)).toContain('switched off')
  })

  it('is nobody else’s: another organization has no such job', async () => {
    const { id } = await connect('CALENDLY')
    const { startSync } = await start(id)
    const other = await app.organize('Elsewhere')
    expect(await other.ask('query ($id: ID!) { job(id: $id) { id } }', { id: startSync.job.id })).toEqual({ job: null })
    for (const name of ['cancelSync', 'resumeSync'])
      await expect(
        other.ask(`mutation ($id: ID!) { ${name}(input: { id: $id }) { job { id } } }`, { id: startSync.job.id }),
      ).rejects.toThrow('There is no such sync.')
  })
})

describe('trying a key at Calendly', () => {
  const check = async (id: string) =>
    (
      await owner.ask<{ checkConnection: object }>('mutation ($id: ID!) { checkConnection(input: { id: $id }) { accepted message } }', {
        id,
      })
    ).checkConnection

  it('says whose it is, or what is the matter with it', async () => {
    const { id } = await connect('CALENDLY')
    expect(await check(id)).toEqual({ accepted: true, message: 'Calendly accepts the token of Olive Owner.' })
    calendly.isAdmin = false
    expect(await check(id)).toMatchObject({ accepted: false, message: expect.stringContaining('owner or admin') as string })
    calendly.isAdmin = true
    const wrong = await connect('CALENDLY', 'not-the-token-of-anybody')
    expect(await check(wrong.id)).toMatchObject({
      accepted: false,
      message: expect.stringContaining('does not accept the token') as string,
    })
    const none = await connect('CALENDLY', null)
    expect(await check(none.id)).toMatchObject({ accepted: false })
  })

  it('holds no transaction open while Calendly takes its time', async () => {
    const { id } = await connect('CALENDLY')
    const asked = calendly.calls.length
    calendly.meet('silence')
    const checking = check(id)
    await until('Calendly is asked', () => Promise.resolve(calendly.calls.length > asked))
    await until(
      'no transaction is open',
      async () => {
        const open = await app.data.owner`select from pg_stat_activity
        where datname = current_database() and usename = 'app_user' and state like 'idle in transaction%'`
        return open.length === 0
      },
      4_000,
    ).finally(() => calendly.release())
    expect(await checking).toMatchObject({ accepted: true })
  })
})
