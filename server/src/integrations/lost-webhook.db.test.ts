import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { calendlyBodies, calendlyCustomers, calendlyTeam } from '../../test/calendly-team.ts'
import type { TestDatabase } from '../../test/database.ts'
import { type CalendlyEmulator, startCalendly } from '../../test/emulators/calendly.ts'
import { as, type TestConnection } from '../../test/intake.ts'
import { jobServices } from '../../test/job-services.ts'
import { patientDatabase } from '../../test/patient-database.ts'
import { Registering } from '../../test/registering.ts'
import { Syncing } from '../../test/syncing.ts'
import { registerReactions } from '../app/modules.ts'
import { organizationReopened } from '../modules/organizations/service/index.ts'
import { checkWebhooksJob } from '../modules/connections/jobs/check-webhooks.job.ts'

let test: TestDatabase
let calendly: CalendlyEmulator
let connection: TestConnection
let webhook: Registering

beforeAll(async () => {
  registerReactions()
  test = await patientDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  calendly = await startCalendly()
  connection = await calendlyTeam(test, calendly.token)
  webhook = new Registering(test, connection, calendly.url)
})
afterEach(() => calendly.close())

const keyOf = () => calendly.webhooks.all[0]?.signing_key ?? ''
const registered = async () => {
  await webhook.register()
  await webhook.settle()
}
const runs = () => test.owner<{ from: string; to: string; state: string; by: string }[]>`
  select period_from::text as "from", period_to::text as "to", state, requested_by as by from runs where connection_id = ${connection.id}`

describe('a webhook that Calendly gave up', () => {
  const since = new Date(Date.now() - 3 * 86_400_000)

  it('is registered again with the same key, and the days that were missed are asked for', async () => {
    await registered()
    const before = keyOf()
    calendly.webhooks.fail(since, true)
    await webhook.settle()
    expect(calendly.webhooks.all).toMatchObject([{ state: 'active', signing_key: before }])
    const { state, summary } = await webhook.seen()
    expect([state, summary]).toEqual(['active', expect.stringContaining('was asked for by a sync')])
    const [run] = await runs()
    expect(run).toMatchObject({ state: 'queued', by: 'Clinch' })
    expect(Date.parse(run?.from ?? '')).toBeLessThan(since.getTime() - 6 * 86_400_000)
    expect(Date.parse(run?.to ?? '')).toBeGreaterThan(Date.now() + 300 * 86_400_000)
  })

  it('is healed of what it missed', async () => {
    await registered()
    const customers = calendlyCustomers(12, 42)
    calendly.webhooks.fail(since, true)
    await webhook.settle()
    calendly.happen(...calendlyBodies(customers))
    const [run] = await test.owner<{ id: string }[]>`
      update runs set period_from = '2024-01-01', period_to = '2026-12-31' where connection_id = ${connection.id} returning id`
    const done = await new Syncing(test, connection, calendly.url).runThrough(run?.id ?? '')
    expect(done).toMatchObject({ state: 'done', failed: 0 })
    expect(done.created).toBeGreaterThan(0)
  })

  it('waits with asking for the missed days while another sync is under way', async () => {
    await registered()
    const syncs = new Syncing(test, connection, calendly.url)
    const id = await syncs.start({ from: '2026-01-01', to: '2026-01-02' })
    calendly.webhooks.fail(since, true)
    await webhook.settle()
    expect(await webhook.seen()).toMatchObject({ state: 'active', webhook: { healedAt: null } })
    expect(await webhook.settlesIn()).toBeGreaterThan(300)
    await syncs.cancel(id)
    await webhook.settle()
    expect((await runs()).map(({ state }) => state).sort()).toEqual(['canceled', 'queued'])
  })

  it('stays given up, and says since when, while Calendly cannot be asked', async () => {
    await registered()
    calendly.webhooks.fail(since, true)
    const real = webhook.outbound()
    await webhook.settle({
      outbound: {
        async call(request) {
          if (request.method === 'DELETE') calendly.suffer({ status: 500 })
          return real.call(request)
        },
      },
    })
    const { state, webhook: row } = await webhook.seen()
    expect([state, Date.parse(row?.disabledSince ?? '')]).toEqual(['disabled', since.getTime()])
    calendly.suffer(null)
    webhook.clock.pass(61_000)
    await webhook.settle()
    expect(await webhook.seen()).toMatchObject({ state: 'active', webhook: { disabledSince: null } })
    expect(await runs()).toHaveLength(1)
  })

  it('is registered again while the organization is read-only, so that what comes is held; the missed days are asked for once it is not', async () => {
    await registered()
    const trialEnds = (days: number) => test.owner`
      update organizations set plan = 'trial', trial_ends_at = now() + make_interval(days => ${days}) where id = ${connection.organizationId}`
    await trialEnds(-1)
    calendly.webhooks.fail(since, true)
    await webhook.settle()
    expect(await webhook.seen()).toMatchObject({ state: 'active', webhook: { healedAt: null } })
    expect(await runs()).toEqual([])
    await trialEnds(7)
    await webhook.settle()
    expect(await runs()).toHaveLength(1)
  })

  it('is not made again where somebody may not act in the organization', async () => {
    await registered()
    calendly.webhooks.fail(since, true)
    await test.owner`update organizations set state = 'suspended', state_reason = 'Unpaid' where id = ${connection.organizationId}`
    const before = calendly.calls.length
    await webhook.settle()
    expect(calendly.calls).toHaveLength(before)
  })
})

it('one that was removed at Calendly is registered again, and the days since it was last there are asked for', async () => {
  await registered()
  calendly.webhooks.all.length = 0
  await webhook.settle()
  expect(calendly.webhooks.all).toHaveLength(1)
  expect(await runs()).toHaveLength(1)
})

const look = (payload: object = {}) =>
  checkWebhooksJob.perform(payload, { attempt: 1, maxAttempts: 5, requestId: 'req-daily', jobId: '1' }, jobServices(test.database))

describe('the daily look', () => {
  it('is at every webhook that is to be registered, within the hour, and at no other', async () => {
    await registered()
    const other = new Registering(test, await calendlyTeam(test, calendly.token), calendly.url)
    const removed = new Registering(test, await calendlyTeam(test, calendly.token), calendly.url)
    await other.register()
    await removed.register()
    await removed.remove()
    await test.owner`delete from graphile_worker._private_jobs`
    await look()
    for (const each of [webhook, other]) expect(await each.settlesIn()).toBeLessThanOrEqual(3_600)
    expect(await removed.settlesIn()).toBeNull()
    await webhook.switchTo(false)
    await test.owner`delete from graphile_worker._private_jobs`
    await look()
    expect(await webhook.settlesIn()).toBeNull()
  })

  it('reads of other tenants no more than their ids, and lets nobody else read them', async () => {
    await registered()
    await expect(
      as(test.database, connection.admin, (tx) => tx.query('select * from intake.webhooks_to_check($1::uuid, 10)', [connection.id])),
    ).rejects.toThrow('daily look')
  })
})

it('an organization that is open again has its webhooks looked at', async () => {
  await registered()
  await test.owner`delete from graphile_worker._private_jobs`
  await as(test.database, connection.admin, (tx) => organizationReopened.announce(tx, { organizationId: connection.organizationId }))
  const [asked] = await test.owner<{ payload: object }[]>`
    select payload from graphile_worker._private_jobs where key = ${`check-webhooks:${connection.organizationId}`}`
  await look(asked?.payload)
  expect(await webhook.settlesIn()).not.toBeNull()
})
