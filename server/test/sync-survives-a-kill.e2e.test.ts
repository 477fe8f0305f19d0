import { afterAll, beforeAll, expect, it } from 'vitest'
import { startSync } from '../src/modules/runs/service/start-sync.ts'
import { calendlyBodies, calendlyCustomers, calendlyTeam } from './calendly-team.ts'
import { type ChildServer, startChildServer } from './child-server.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { type CalendlyEmulator, startCalendly } from './emulators/calendly.ts'
import { as, testMasterKey } from './intake.ts'
import { whatMustBeKnown } from './stories/oracle.ts'
import { readKnown } from './stories/read-known.ts'
import { until } from './until.ts'

let test: TestDatabase
let calendly: CalendlyEmulator
const servers: ChildServer[] = []

beforeAll(async () => {
  test = await freshDatabase()
  calendly = await startCalendly()
})
afterAll(async () => {
  for (const server of servers) await server.kill()
  await calendly.close()
  await test.close()
})

async function start(): Promise<ChildServer> {
  const server = await startChildServer({
    DATABASE_URL: test.url('owner'),
    DATABASE_APP_URL: test.url('app_user'),
    DATABASE_AUTH_URL: test.url('auth_user'),
    DATABASE_WORKER_URL: test.url('worker'),
    ENCRYPTION_MASTER_KEY: testMasterKey,
    WORKER_DEAD_AFTER_SECONDS: '2',
    CALENDLY_URL: calendly.url,
  })
  servers.push(server)
  return server
}

it('a sync survives the kill of every process, goes on where it was, and counts each booking once', async () => {
  // Slow, so that the kill comes in the middle of it.
  await test.owner.unsafe(`create function dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(0.4); return new; end $$;
    create trigger dawdle before insert on events for each row execute function dawdle()`)
  const customers = calendlyCustomers(14, 30)
  const calls = customers.flatMap(({ chains }) => chains.flatMap((chain) => chain.calls)).length
  calendly.happen(...calendlyBodies(customers))
  calendly.largestPage = 5
  const connection = await calendlyTeam(test, calendly.token)
  const { id } = await as(test.database, connection.admin, (tx) =>
    startSync({ actor: connection.admin, tx, input: { connectionId: connection.id, period: { from: '2024-01-01', to: '2026-12-31' } } }),
  )
  const run = async () => {
    const [row] = await test.owner<{ state: string; seen: number; created: number }[]>`
      select state, seen_count as seen, created_count as created from runs where id = ${id}`
    if (!row) throw new Error('There is no run')
    return row
  }

  const first = await start()
  await until('some are taken in', async () => (await run()).seen >= 3)
  await first.kill()
  const before = await run()
  expect(before.state).toBe('running')
  expect(before.seen).toBeLessThan(calls)
  await test.owner.unsafe('drop trigger dawdle on events')
  // Hosts and their hours are asked for besides.
  const asks = () => calendly.calls.filter((path) => path.startsWith('/scheduled_events')).length
  const asked = asks()

  const second = await start()
  await until('it is done', async () => (await run()).state === 'done')
  expect(await run()).toEqual({ state: 'done', seen: calls, created: calls })
  expect((await readKnown(test.owner, connection.organizationId)).events).toEqual(whatMustBeKnown(customers).events)
  // What was taken in before is not asked for again.
  expect(asks() - asked).toBeLessThan(calls - before.seen + Math.ceil(calls / 5) + 2)
  expect(await second.stop()).toBe(0)
}, 60_000)
