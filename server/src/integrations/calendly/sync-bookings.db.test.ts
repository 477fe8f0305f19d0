import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { calendlyBodies, calendlyCustomers, calendlyTeam } from '../../../test/calendly-team.ts'
import { type CalendlyEmulator, startCalendly } from '../../../test/emulators/calendly.ts'
import { deliver, type TestConnection } from '../../../test/intake.ts'
import { openIntake } from '../../../test/open-intake.ts'
import { runJobs } from '../../../test/run-jobs.ts'
import { shuffled } from '../../../test/shuffled.ts'
import type { Customer } from '../../../test/stories/history.ts'
import { whatMustBeKnown } from '../../../test/stories/oracle.ts'
import { readKnown } from '../../../test/stories/read-known.ts'
import { Syncing } from '../../../test/syncing.ts'
import type { Outbound } from '../../kernel/outbound.ts'

const { test, intake } = await openIntake()
let calendly: CalendlyEmulator
let connection: TestConnection
let syncs: Syncing

beforeEach(async () => {
  calendly = await startCalendly()
  connection = await calendlyTeam(test, calendly.token)
  syncs = new Syncing(test, connection, calendly.url)
})
afterEach(() => calendly.close())

const known = async () => (await readKnown(test.owner, connection.organizationId)).events
const mustBeKnown = (customers: readonly Customer[]) => whatMustBeKnown(customers).events
const callsIn = (customers: readonly Customer[]) => customers.flatMap(({ chains }) => chains.flatMap(({ calls }) => calls)).length
const tell = async (bodies: readonly object[]) => {
  for (const body of bodies) expect((await deliver(intake, connection, JSON.stringify(body))).status).toBe(200)
}

describe('a sync of Calendly', () => {
  it.each([1, 2, 3])('without any webhook comes to what must be known (story %i)', async (seed) => {
    const customers = calendlyCustomers(12, seed)
    calendly.happen(...calendlyBodies(customers))
    const run = await syncs.sync()
    expect(run).toMatchObject({ state: 'done', seen: callsIn(customers), created: callsIn(customers), failed: 0, progress: 1000 })
    expect(await known()).toEqual(mustBeKnown(customers))
    expect(await syncs.sync()).toMatchObject({ state: 'done', seen: callsIn(customers), created: 0, changed: 0 })
    expect(await known()).toEqual(mustBeKnown(customers))
  })

  it.each([4, 5, 6])('heals whatever webhooks were lost, and those that come late or twice change nothing (story %i)', async (seed) => {
    const customers = calendlyCustomers(12, seed)
    const bodies = calendlyBodies(customers)
    calendly.happen(...bodies)
    const mixed = shuffled(bodies, seed)
    const [before, after] = [mixed.slice(0, mixed.length / 3), mixed.slice(mixed.length / 4, mixed.length / 2)]
    await tell(before)
    await runJobs(test, syncs.services())
    await syncs.sync()
    expect(await known()).toEqual(mustBeKnown(customers))
    await tell([...after, ...before])
    await runJobs(test, syncs.services())
    expect(await known()).toEqual(mustBeKnown(customers))
  })

  it('and the webhooks of the same bookings, all at once, make one event of each', async () => {
    const customers = calendlyCustomers(10, 7)
    const bodies = calendlyBodies(customers)
    calendly.happen(...bodies)
    await tell(shuffled(bodies, 7))
    const id = await syncs.start()
    await Promise.all([runJobs(test, syncs.services()), syncs.runThrough(id)])
    await runJobs(test, syncs.services())
    expect(await syncs.runOf(id)).toMatchObject({ state: 'done', failed: 0 })
    expect(await known()).toEqual(mustBeKnown(customers))
  })

  it('finds a cancellation, and a no-show mark that was taken back, whose webhooks got lost', async () => {
    const [one = {}, two = {}] = calendlyBodies(calendlyCustomers(40, 8)).filter(
      (body) => 'event' in body && body.event === 'invitee.created' && payloadOf(body).old_invitee === null,
    )
    await tell([one, two])
    await runJobs(test, syncs.services())
    const change = (body: object, event: string, change: object) => ({ ...body, event, payload: { ...payloadOf(body), ...change } })
    const marked = change(two, 'invitee_no_show.created', { no_show: { uri: 'https://x', created_at: '2026-09-01T10:00:00Z' } })
    calendly.happen(one, two, marked)
    calendly.happen(
      change(one, 'invitee.canceled', {
        status: 'canceled',
        cancellation: { canceled_by: 'Olive', canceler_type: 'host', reason: 'ill', created_at: '2026-08-30T10:00:00Z' },
      }),
    )
    expect(await syncs.sync()).toMatchObject({ created: 0, changed: 2 })
    const states = () => test.owner<{ status: string; by: string | null }[]>`
      select status, canceled_by as by from events where organization_id = ${connection.organizationId} order by status`
    expect(await states()).toEqual([
      { status: 'canceled', by: 'Olive' },
      { status: 'no_show', by: null },
    ])
    calendly.happen(change(two, 'invitee_no_show.deleted', { no_show: null }))
    expect(await syncs.sync()).toMatchObject({ created: 0, changed: 1 })
    expect(await states()).toMatchObject([{ status: 'canceled' }, { status: 'scheduled' }])
  })

  it('leaves no trace in the audit log where it finds nothing new, but that it was asked for', async () => {
    const customers = calendlyCustomers(12, 8)
    calendly.happen(...calendlyBodies(customers))
    const written = async () => {
      const [row] = await test.owner<{ count: number }[]>`
        select count(*)::int as count from audit_log where organization_id = ${connection.organizationId} and table_name <> 'runs'`
      return row?.count ?? 0
    }
    await syncs.sync()
    const before = await written()
    for (let time = 0; time < 2; time += 1) {
      syncs.clock.pass(3_600_000)
      expect(await syncs.sync()).toMatchObject({ created: 0, changed: 0 })
    }
    expect([before > 0, await written()]).toEqual([true, before])
  })

  it('knows that a mark was taken back by the time it looked, also where that mark is told of only afterwards', async () => {
    const [one = {}] = calendlyBodies(calendlyCustomers(40, 8)).filter(
      (body) => 'event' in body && body.event === 'invitee.created' && payloadOf(body).old_invitee === null,
    )
    const tellOf = (event: string, at: Date, no_show: object | null) => ({
      ...one,
      event,
      created_at: at.toISOString(),
      payload: { ...payloadOf(one), no_show },
    })
    const now = syncs.clock.now().getTime()
    const [markedAt, takenBackAt] = [new Date(now + 3_600_000), new Date(now + 7_200_000)]
    calendly.happen(one)
    await syncs.sync()
    syncs.clock.pass(4 * 3_600_000)
    const marked = tellOf('invitee_no_show.created', markedAt, { uri: 'https://x', created_at: markedAt.toISOString() })
    calendly.happen(marked, tellOf('invitee_no_show.deleted', takenBackAt, null))
    await syncs.sync()
    await tell([marked])
    await runJobs(test, syncs.services())
    const [event] = await test.owner<{ status: string }[]>`
      select status from events where organization_id = ${connection.organizationId}`
    expect(event?.status).toBe('scheduled')
  })

  it('brings the kinds of call that can be booked, also those that nobody booked yet', async () => {
    await syncs.sync()
    const types = await test.owner<{ name: string }[]>`
      select name from call_types where organization_id = ${connection.organizationId} order by name`
    expect(types.map(({ name }) => name)).toEqual(['Follow-up', 'Strategy Call'])
  })

  it('takes the days of its period alone, in the zone of the organization', async () => {
    const at = (time: string, nth: number) => {
      const [body = {}] = calendlyBodies(calendlyCustomers(4, nth))
      const payload = payloadOf(body)
      return {
        ...body,
        payload: { ...payload, scheduled_event: { ...(payload.scheduled_event as object), start_time: time, end_time: null } },
      }
    }
    // New York is four hours behind in May.
    const times = ['2026-05-04T03:59:00Z', '2026-05-04T04:00:00Z', '2026-05-06T03:59:00Z', '2026-05-06T04:00:00Z']
    times.forEach((time, index) => {
      const body = at(time, 20)
      const payload = payloadOf(body)
      const event = `https://api.calendly.com/scheduled_events/day-${index}`
      calendly.happen({ ...body, payload: { ...payload, event, uri: `${event}/invitees/i`, old_invitee: null, new_invitee: null } })
    })
    await syncs.sync({ from: '2026-05-04', to: '2026-05-05' })
    const found = await test.owner<{ at: Date }[]>`
      select scheduled_at as at from events where organization_id = ${connection.organizationId} order by scheduled_at`
    expect(found.map(({ at: time }) => time.toISOString())).toEqual(['2026-05-04T04:00:00.000Z', '2026-05-06T03:59:00.000Z'])
  })

  it('passes over what has not its shape, and says what and why', async () => {
    const customers = calendlyCustomers(3, 9)
    calendly.happen(...calendlyBodies(customers))
    calendly.list({ uri: 'https://api.calendly.com/scheduled_events/odd', name: 'Odd call', start_time: '2026-06-01' })
    const run = await syncs.sync()
    expect(run).toMatchObject({ state: 'done', seen: callsIn(customers) + 1, created: callsIn(customers), failed: 1 })
    expect(run.problems).toEqual(['A call: It has not the shape that it should have (start_time: is no instant).'])
    expect(await known()).toEqual(mustBeKnown(customers))
  })
})

describe('memory', () => {
  it('holds one page at a time, however many there are: the next is asked for when the one before is taken in', async () => {
    const customers = calendlyCustomers(30, 10)
    calendly.happen(...calendlyBodies(customers))
    calendly.largestPage = 4
    const pages = () => calendly.calls.filter((path) => path.startsWith('/scheduled_events?')).length
    const watched: { stored: number; pages: number }[] = []
    const real = syncs.outbound()
    const watching: Outbound = {
      async call(request) {
        const [row] = await test.owner<{ n: number }[]>`
          select count(*)::int as n from events where organization_id = ${connection.organizationId}`
        watched.push({ stored: row?.n ?? 0, pages: pages() })
        return real.call(request)
      },
    }
    const id = await syncs.start()
    for (let turns = 0; (await syncs.runOf(id)).state !== 'done' && turns < 20; turns += 1) await syncs.turn(id, watching)
    expect(await known()).toEqual(mustBeKnown(customers))
    expect(calendly.largestAnswer).toBeLessThanOrEqual(4)
    // No page is asked for before what the pages before it held is stored.
    for (const { stored, pages: asked } of watched) expect(stored).toBeGreaterThanOrEqual((asked - 2) * 4)
  })
})

const payloadOf = (body: object): Record<string, unknown> => ('payload' in body ? (body.payload as Record<string, unknown>) : {})
