import { afterAll, beforeAll, expect, it } from 'vitest'
import { replayDelivery } from '../src/modules/connections/service/replay-delivery.ts'
import { createCloser } from '../src/modules/roster/service/create-closer.ts'
import { createSetter } from '../src/modules/roster/service/create-setter.ts'
import { createSource } from '../src/modules/roster/service/create-source.ts'
import { adminOf, as, makeConnection, makeOrganization, type TestConnection } from './intake.ts'
import { shuffled } from './shuffled.ts'
import { chanceOf } from './stories/chance.ts'
import { type Fleet, startFleet } from './stories/fleet.ts'
import { closers, type Customer, setters, sources } from './stories/history.ts'
import { whatMustBeKnown } from './stories/oracle.ts'
import { type OwnDatabase, ownDatabase } from './stories/own-database.ts'
import { readKnown } from './stories/read-known.ts'
import { sendAll, type Sending } from './stories/senders.ts'
import { messagesOf } from './stories/tell.ts'
import { tellHistories } from './stories/tell-histories.ts'
import { until } from './until.ts'

/** More of it by flags: `STORY_DELIVERIES=10000 STORY_KILLS=200`; another story by `STORY_SEED`. */
const seed = Number(process.env.STORY_SEED ?? 20_261_121)
const deliveries = Number(process.env.STORY_DELIVERIES ?? 900)
const kills = Number(process.env.STORY_KILLS ?? 6)
const restarts = Math.max(2, Math.round(kills / 10))
const withinMs = 60_000 + deliveries * 150 + kills * 10_000

let data: OwnDatabase
let fleet: Fleet
let lifting: NodeJS.Timeout
beforeAll(async () => {
  data = await ownDatabase()
  fleet = await startFleet(data, 2)
  // Limits have tests of their own; here they would only make it last.
  lifting = setInterval(() => void data.owner`delete from intake.rate_limits`.catch(() => undefined), 200)
}, 60_000)
afterAll(async () => {
  clearInterval(lifting)
  await fleet.close()
  await data.close()
}, 60_000)

/** An organization that knows its people and sources, with two connections of each provider that the stories name. */
async function makeTeam(): Promise<{ organizationId: string; connections: TestConnection[] }> {
  const organizationId = await makeOrganization(data)
  const actor = adminOf(organizationId)
  await as(data.database, actor, async (tx) => {
    for (const input of closers) await createCloser({ actor, input: { ...input }, tx })
    for (const name of setters) await createSetter({ actor, input: { name }, tx })
    for (const name of sources) await createSource({ actor, input: { name }, tx })
  })
  const connections: TestConnection[] = []
  for (const provider of ['calendly', 'stripe', 'whop', 'custom'] as const)
    for (let nth = 0; nth < 2; nth += 1) connections.push(await makeConnection(data, { organizationId, provider }))
  return { organizationId, connections }
}

/** Every customer's messages come by one connection of each provider. */
const sendingsOf = (customers: readonly Customer[], connections: readonly TestConnection[]): Sending[] =>
  customers.flatMap((customer, index) =>
    messagesOf(customer).map(({ provider, body }) => {
      const connection = connections.filter((each) => each.provider === provider)[index % 2]
      if (!connection) throw new Error(`There is no connection of ${provider}`)
      return { connection, body: JSON.stringify(body) }
    }),
  )

/** What is not done yet, in words; nothing is parked, since nothing that the stories tell is unreadable. */
async function undone(): Promise<string[]> {
  const rows = await data.owner<{ line: string; parked: boolean }[]>`
    select concat_ws(' ', 'delivery', state, kind, error) as line, state = 'parked' as parked from deliveries where state not in ('processed', 'ignored')
    union all select concat_ws(' ', 'job', task_identifier, 'tried', attempts, 'due', run_at - now(), 'held by', locked_by, now() - locked_at, last_error), false
      from graphile_worker.jobs`
  const parked = rows.filter((row) => row.parked)
  if (parked.length > 0) throw new Error(`Parked: ${parked.map(({ line }) => line).join('; ')}`)
  return rows.map(({ line }) => line)
}
/** The database may be down when it is asked. */
const isDown = (error: unknown): boolean => error instanceof Error && !error.message.startsWith('Parked')
async function untilAllIsDone(): Promise<void> {
  let left: string[] = []
  const isDone = async () => {
    try {
      left = await undone()
    } catch (error) {
      if (!isDown(error)) throw error
      return false
    }
    return left.length === 0
  }
  await until('every delivery is processed', isDone, withinMs).catch((error: unknown) => {
    throw new Error(`${String(error)}; left: ${left.slice(-8).join('; ')}`)
  })
}

it(
  'whatever the order, the repeats, the gaps and the crashes, what is known in the end is what happened, in each organization for itself',
  async () => {
    const chance = chanceOf(seed)
    const teams = [await makeTeam(), await makeTeam()]
    const customers: Customer[] = []
    const all = tellHistories(deliveries, seed)
    while (teams.length * customers.reduce((sum, customer) => sum + messagesOf(customer).length, 0) < deliveries)
      customers.push(...all.splice(0, 10))
    // The same people, bookings and purchases, by the same names, in both organizations.
    const messages = shuffled(
      teams.flatMap(({ connections }) => sendingsOf(customers, connections)),
      seed,
    )
    const withheld = messages.filter(() => chance.whole(1, 20) === 1)
    const first = messages.filter((message) => !withheld.includes(message))
    const repeated = first.filter(() => chance.whole(1, 4) === 1)
    const sendings = shuffled([...first, ...repeated], seed + 1)

    const evenly = (count: number) => Array.from({ length: count }, (_, nth) => Math.floor(((nth + 0.5) * sendings.length) / count))
    const strikes = [
      ...evenly(kills).map((after) => ({ after, happens: () => fleet.killOne() })),
      ...evenly(restarts).map((after, nth) => ({ after: after + 7, happens: () => (nth % 2 === 0 ? data.restart() : data.crash()) })),
    ].sort((one, other) => one.after - other.after)
    const sent = await sendAll(sendings, () => fleet.urls(), seed, strikes)
    expect(sent.accepted).toBe(sendings.length)

    // What was lost on the way comes late, when everything else is done already.
    await untilAllIsDone()
    await sendAll(withheld, () => fleet.urls(), seed)
    await untilAllIsDone()
    const stored = await data.owner<
      { n: number; repeats: number }[]
    >`select count(*)::int as n, sum(repeats)::int as repeats from deliveries`
    expect(stored).toEqual([{ n: messages.length, repeats: expect.toSatisfy((repeats: number) => repeats >= repeated.length) }])

    const truth = whatMustBeKnown(customers)
    for (const { organizationId } of teams) expect(await readKnown(data.owner, organizationId)).toEqual(truth)

    // Acting on some of them once more changes nothing.
    for (const { organizationId } of teams) {
      const actor = adminOf(organizationId)
      const some = await data.owner<{ id: string }[]>`
        select id from deliveries where organization_id = ${organizationId} and abs(hashtext(id::text || ${seed})) % 10 = 0`
      for (const { id } of some) await as(data.database, actor, (tx) => replayDelivery({ actor, input: { id }, tx }))
    }
    await untilAllIsDone()
    for (const { organizationId } of teams) expect(await readKnown(data.owner, organizationId)).toEqual(truth)
  },
  withinMs * 3,
)
