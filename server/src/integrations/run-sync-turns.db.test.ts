import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { calendlyBodies, calendlyCustomers, calendlyTeam } from '../../test/calendly-team.ts'
import type { TestDatabase } from '../../test/database.ts'
import { type CalendlyEmulator, startCalendly } from '../../test/emulators/calendly.ts'
import type { TestConnection } from '../../test/intake.ts'
import { patientDatabase } from '../../test/patient-database.ts'
import type { Customer } from '../../test/stories/history.ts'
import { whatMustBeKnown } from '../../test/stories/oracle.ts'
import { readKnown } from '../../test/stories/read-known.ts'
import { Syncing } from '../../test/syncing.ts'
import { registerReactions } from '../app/modules.ts'
import type { Outbound } from '../kernel/outbound.ts'

let test: TestDatabase
let calendly: CalendlyEmulator
let connection: TestConnection
let syncs: Syncing

beforeAll(async () => {
  registerReactions()
  test = await patientDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  calendly = await startCalendly()
  connection = await calendlyTeam(test, calendly.token)
  syncs = new Syncing(test, connection, calendly.url)
})
afterEach(() => calendly.close())

const known = async () => (await readKnown(test.owner, connection.organizationId)).events
const mustBeKnown = (customers: readonly Customer[]) => whatMustBeKnown(customers).events
const callsIn = (customers: readonly Customer[]) => customers.flatMap(({ chains }) => chains.flatMap(({ calls }) => calls)).length

describe('a sync of more than a turn of what is no call of its own', () => {
  /** Turn after turn, each by a process that dies after so many calls or is let finish. */
  async function throughDeaths(id: string, calls: number) {
    for (let lives = 0; lives < 6 && (await syncs.runOf(id)).state !== 'done'; lives += 1)
      await syncs.turn(id, syncs.dyingAfter(calls)).catch((error: unknown) => expect(String(error)).toContain('the process died'))
    return syncs.runThrough(id)
  }
  const oneCall = () => {
    const [body = {}] = calendlyBodies(calendlyCustomers(4, 21))
    return body as { payload: Record<string, unknown> }
  }

  it.each([3, 100])('goes through many kinds of call, dying after every %i calls to Calendly', async (calls) => {
    const customers = calendlyCustomers(6, 19)
    calendly.happen(...calendlyBodies(customers))
    for (let nth = 0; nth < 60; nth += 1)
      calendly.offer({ uri: `https://api.calendly.com/event_types/kind-${nth}`, name: `Kind ${nth}`, active: true })
    for (let nth = 0; nth < 60; nth += 1) calendly.offer({ uri: `https://api.calendly.com/event_types/odd-${nth}`, name: 7 })
    const run = await throughDeaths(await syncs.start(), calls)
    expect(run).toMatchObject({ state: 'done', seen: callsIn(customers) + 60, created: callsIn(customers), failed: 60 })
    expect(await known()).toEqual(mustBeKnown(customers))
    const [types] = await test.owner<{ count: number }[]>`
      select count(*)::int as count from call_types where organization_id = ${connection.organizationId} and name like 'Kind %'`
    expect(types?.count).toBe(60)
  })

  it.each([3, 100])('goes through a call that many were booked for, dying after every %i calls to Calendly', async (calls) => {
    const customers = calendlyCustomers(6, 20)
    calendly.happen(...calendlyBodies(customers))
    const { payload, ...body } = oneCall()
    const event = 'https://api.calendly.com/scheduled_events/group'
    const nobody = { old_invitee: null, new_invitee: null, rescheduled: false, cancellation: null, status: 'active', no_show: null }
    for (let nth = 100; nth < 220; nth += 1)
      calendly.happen({
        ...body,
        event: 'invitee.created',
        payload: { ...payload, ...nobody, event, uri: `${event}/invitees/${nth}`, email: `guest-${nth}@example.com`, name: `Guest ${nth}` },
      })
    const run = await throughDeaths(await syncs.start(), calls)
    expect(run).toMatchObject({ state: 'done', seen: callsIn(customers) + 120, created: callsIn(customers) + 120, failed: 0 })
    const [booked] = await test.owner<{ count: number }[]>`
      select count(*)::int as count from events where organization_id = ${connection.organizationId} and lead_name like 'Guest %'`
    expect(booked?.count).toBe(120)
  })

  it.each([
    ['with addresses of their own', (nth: number) => `https://api.calendly.com/scheduled_events/odd-${nth}`],
    ['that are all called alike', () => 'https://api.calendly.com/scheduled_events/odd'],
    ['without an address', () => undefined],
  ])('goes past many calls that cannot be read, %s', async (_what, uriOf) => {
    const customers = calendlyCustomers(6, 22)
    calendly.happen(...calendlyBodies(customers))
    const odd = Array.from({ length: 120 }, (_, nth) => ({ uri: uriOf(nth), name: 'Odd call', start_time: '2024-01-02' }))
    const listing = (path: string) => path.startsWith('/scheduled_events?')
    const real = syncs.outbound()
    const calls: Outbound = {
      async call(request) {
        const answer = await real.call(request)
        if (!listing(request.path)) return answer
        const page = answer.body as { collection: object[] }
        return { ...answer, body: { ...page, collection: [...odd, ...page.collection] } }
      },
    }
    const id = await syncs.start()
    for (let turns = 0; turns < 12 && (await syncs.runOf(id)).state !== 'done'; turns += 1) await syncs.turn(id, calls)
    expect(await syncs.runOf(id)).toMatchObject({ state: 'done', seen: callsIn(customers) + 120, created: callsIn(customers), failed: 120 })
    expect(await known()).toEqual(mustBeKnown(customers))
  })

  it('names a call whose address leads nowhere, and goes past it', async () => {
    const customers = calendlyCustomers(6, 23)
    calendly.happen(...calendlyBodies(customers))
    calendly.list({ uri: 'https://api.calendly.com/elsewhere/1', name: 'Lost call', start_time: '2024-03-01T10:00:00.000Z' })
    const run = await syncs.sync()
    expect(run).toMatchObject({ state: 'done', seen: callsIn(customers) + 1, created: callsIn(customers), failed: 1 })
    expect(run.problems).toEqual([
      'Lost call, 2024-03-01 10:00 UTC: It has not the shape that it should have (uri: is no address of a call).',
    ])
    expect(await known()).toEqual(mustBeKnown(customers))
  })
})
