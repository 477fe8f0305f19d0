import { afterAll, beforeAll, expect, it } from 'vitest'
import { replayDelivery } from '../src/modules/connections/service/replay-delivery.ts'
import { type AcuityEmulator, startAcuity } from './emulators/acuity.ts'
import { adminOf, as } from './intake.ts'
import { shuffled } from './shuffled.ts'
import { appointmentOf } from './stories/acuity-messages.ts'
import { chanceOf } from './stories/chance.ts'
import { filingsOf } from './stories/filing.ts'
import { type Fleet, startFleet } from './stories/fleet.ts'
import type { Customer } from './stories/history.ts'
import type { Message } from './stories/message.ts'
import { whatMustBeKnown } from './stories/oracle.ts'
import { type OwnDatabase, ownDatabase } from './stories/own-database.ts'
import { readKnown } from './stories/read-known.ts'
import { sendAll, type Sending } from './stories/senders.ts'
import { makeTeam, type Team } from './stories/team.ts'
import { messagesOf } from './stories/tell.ts'
import { tellHistories } from './stories/tell-histories.ts'
import { webhook } from './stories/webhook.ts'
import { until } from './until.ts'

/** More of it by flags: `STORY_DELIVERIES=10000 STORY_KILLS=200`; another story by `STORY_SEED`. */
const seed = Number(process.env.STORY_SEED ?? 20_261_121)
const deliveries = Number(process.env.STORY_DELIVERIES ?? 600)
const kills = Number(process.env.STORY_KILLS ?? 6)
const restarts = Math.max(2, Math.round(kills / 10))
const withinMs = 90_000 + deliveries * 200 + kills * 10_000

let data: OwnDatabase
let acuity: AcuityEmulator
let fleet: Fleet
let lifting: NodeJS.Timeout
beforeAll(async () => {
  data = await ownDatabase()
  acuity = await startAcuity()
  fleet = await startFleet(data, 2, { acuityUrl: acuity.url })
  lifting = setInterval(() => void liftLimits().catch(() => undefined), 200)
}, 120_000)
afterAll(async () => {
  clearInterval(lifting)
  await fleet.close()
  await acuity.close()
  await data.close()
}, 60_000)

/** Limits have tests of their own; here they would only make it last, and so would the calls of servers that were killed. */
async function liftLimits(): Promise<void> {
  await data.owner`delete from intake.rate_limits`
  await data.owner`delete from intake.provider_calls where held_until <= clock_timestamp() or began_at < clock_timestamp() - interval '3 seconds'`
}

interface Told {
  message: Message
  sending: Sending
}

/** Every customer's messages come by one connection of each provider. */
const webhooksOf = (customers: readonly Customer[], team: Team): Told[] =>
  customers.flatMap((customer, index) =>
    messagesOf(customer).map((message) => ({ message, sending: webhook(team.connectionOf(message.provider, index), message) })),
  )

const formsOf = (customers: readonly Customer[], team: Team): Sending[] =>
  customers.flatMap(({ chains }) => chains.flatMap(({ calls }) => calls.flatMap((call) => filingsOf(data.owner, team, call))))

/** Lets Acuity show every appointment as it is at first, or in the end. */
function showAppointments(customers: readonly Customer[], when: 'first' | 'last'): void {
  for (const customer of customers) {
    for (const chain of customer.chains.filter(({ tool }) => tool === 'acuity')) {
      const appointment = appointmentOf(customer, chain)
      if (appointment) acuity.appointment(appointment.id, appointment[when])
    }
  }
}

/** Whoever is struck in the middle of one delivery as often as a story strikes gives up on it, until somebody asks for it again. */
const struck = 'Processing it stopped again and again without an answer. Once that is mended, replay it.'

async function replayStruck(): Promise<void> {
  const rows = await data.owner<{ id: string; organizationId: string }[]>`
    select id, organization_id as "organizationId" from deliveries where state = 'parked' and error = ${struck}`
  for (const { id, organizationId } of rows) {
    const actor = adminOf(organizationId)
    await as(data.database, actor, (tx) => replayDelivery({ actor, input: { id }, tx }))
  }
}

/** What is not done yet, in words; nothing else is parked, since nothing that the stories tell is unreadable. What waits for its next try need not. */
async function undone(): Promise<string[]> {
  await replayStruck()
  const rows = await data.owner<{ line: string; parked: boolean }[]>`
    select concat_ws(' ', 'delivery', state, kind, error) as line, state = 'parked' and error <> ${struck} as parked
      from deliveries where state not in ('processed', 'ignored')
    union all select concat_ws(' ', 'job', task_identifier, 'tried', attempts, 'due', run_at - now(), 'held by', locked_by, now() - locked_at, last_error), false
      from graphile_worker.jobs`
  const parked = rows.filter((row) => row.parked)
  if (parked.length > 0) throw new Error(`Parked: ${parked.map(({ line }) => line).join('; ')}`)
  await data.owner`update graphile_worker._private_jobs set run_at = now() where run_at > now() + interval '1 second' and locked_at is null`
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
    const teams = [await makeTeam(data, { acuityKey: acuity.apiKey }), await makeTeam(data, { acuityKey: acuity.apiKey })]
    const customers: Customer[] = []
    const all = tellHistories(deliveries, seed)
    while (teams.length * customers.reduce((sum, customer) => sum + messagesOf(customer).length, 0) < deliveries)
      customers.push(...all.splice(0, 10))
    showAppointments(customers, 'first')
    // The same people, bookings, forms and purchases, by the same names, in both organizations.
    const told = shuffled(
      teams.flatMap((team) => webhooksOf(customers, team)),
      seed,
    )
    const withheld = told.filter(({ message }) => message.comes === 'last' || (message.comes !== 'first' && chance.whole(1, 20) === 1))
    const forms = teams.flatMap((team) => formsOf(customers, team))
    const first = [...told.filter((each) => !withheld.includes(each)).map(({ sending }) => sending), ...forms]
    const repeated = first.filter(() => chance.whole(1, 4) === 1)
    const sendings = shuffled([...first, ...repeated], seed + 1)

    const evenly = (count: number) => Array.from({ length: count }, (_, nth) => Math.floor(((nth + 0.5) * sendings.length) / count))
    const strikes = [
      ...evenly(kills).map((after) => ({ after, happens: () => fleet.killOne() })),
      ...evenly(restarts).map((after, nth) => ({ after: after + 7, happens: () => (nth % 2 === 0 ? data.restart() : data.crash()) })),
    ].sort((one, other) => one.after - other.after)
    const sent = await sendAll(sendings, () => fleet.urls(), seed, strikes)
    expect(sent.taken + sent.early.length).toBe(sendings.length)

    // What was lost on the way comes late, when everything else is done already; and what was about a call that nobody knew yet.
    await untilAllIsDone()
    showAppointments(customers, 'last')
    const late = await sendAll([...withheld.map(({ sending }) => sending), ...sent.early], () => fleet.urls(), seed)
    await untilAllIsDone()
    const last = await sendAll(late.early, () => fleet.urls(), seed)
    expect(last.early).toEqual([])
    await untilAllIsDone()
    const [stored] = await data.owner<{ once: number; looked: number }[]>`
      select count(*) filter (where c.provider <> 'acuity')::int as once, count(*) filter (where c.provider = 'acuity')::int as looked
      from deliveries d join connections c on c.organization_id = d.organization_id and c.id = d.connection_id`
    const ofAcuity = told.filter(({ message }) => message.provider === 'acuity').length
    expect(stored?.once).toBe(told.length - ofAcuity)
    // Every message of Acuity's makes us look once more, since two of them may say the same words.
    expect(stored?.looked).toBeGreaterThanOrEqual(ofAcuity)

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
