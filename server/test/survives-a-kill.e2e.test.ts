import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ChildServer, startChildServer } from './child-server.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { deliver, makeConnection, makeOrganization, type TestConnection, testMasterKey } from './intake.ts'
import { until } from './until.ts'
import { calendlyBooking, stripePayment } from './webhook-bodies.ts'

let test: TestDatabase
let stripe: TestConnection
let calendly: TestConnection
const servers: ChildServer[] = []

beforeAll(async () => {
  test = await freshDatabase()
  const organizationId = await makeOrganization(test)
  stripe = await makeConnection(test, { organizationId })
  calendly = await makeConnection(test, { organizationId, provider: 'calendly' })
})
afterAll(async () => {
  for (const server of servers) await server.kill()
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
    TRUSTED_PROXIES: '1',
  })
  servers.push(server)
  return server
}

const count = async (what: string) => Number((await test.owner.unsafe(`select count(*)::int as n from ${what}`))[0]?.n)

it('a delivery that was answered 200 survives the kill of every process, and acts exactly once', async () => {
  // Slow, so that the kill comes in the middle of the work: some jobs run, most wait.
  await test.owner.unsafe(`create function dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(0.3); return new; end $$;
    create trigger dawdle before insert on payments for each row execute function dawdle();
    create trigger dawdle before insert on events for each row execute function dawdle()`)
  const bodies = Array.from({ length: 20 }, (_, n) => [
    { connection: stripe, body: stripePayment(`pi_${n}`) },
    { connection: calendly, body: calendlyBooking(`invitee-${n}`, { email: `lead${n}@example.com` }) },
  ]).flat()

  const first = await start()
  const answers = await Promise.all(
    bodies.map(({ connection, body }, n) => deliver({ url: first.url }, connection, body, { 'x-forwarded-for': `198.51.100.${n}` })),
  )
  await first.kill()
  expect(answers.map(({ status }) => status)).toEqual(bodies.map(() => 200))
  expect(await count(`deliveries where state = 'received'`)).toBeGreaterThan(0)
  expect(await count(`graphile_worker._private_jobs where locked_by is not null`)).toBeGreaterThan(0)
  await test.owner.unsafe('drop trigger dawdle on payments; drop trigger dawdle on events')

  const second = await start()
  await until('every delivery is processed', async () => (await count(`deliveries where state = 'processed'`)) === bodies.length)
  // The providers, who saw a connection break, send everything once more.
  const again = await Promise.all(
    bodies.map(({ connection, body }, n) => deliver({ url: second.url }, connection, body, { 'x-forwarded-for': `198.51.100.${n}` })),
  )
  expect(again.map(({ status }) => status)).toEqual(bodies.map(() => 200))
  await until('the queue is empty', async () => (await count('graphile_worker._private_jobs')) === 0)
  expect(await count('deliveries')).toBe(bodies.length)
  expect([await count('payments'), await count('events')]).toEqual([20, 20])
  expect(await second.stop()).toBe(0)
}, 60_000)
