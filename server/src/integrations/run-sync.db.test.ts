import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { calendlyBodies, calendlyCustomers, calendlyTeam } from '../../test/calendly-team.ts'
import type { TestDatabase } from '../../test/database.ts'
import { type CalendlyEmulator, startCalendly } from '../../test/emulators/calendly.ts'
import { as, type TestConnection } from '../../test/intake.ts'
import { patientDatabase } from '../../test/patient-database.ts'
import type { Customer } from '../../test/stories/history.ts'
import { whatMustBeKnown } from '../../test/stories/oracle.ts'
import { readKnown } from '../../test/stories/read-known.ts'
import { Syncing } from '../../test/syncing.ts'
import { registerReactions } from '../app/modules.ts'
import { updateConnection } from '../modules/connections/service/update-connection.ts'

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

describe('a sync that is interrupted', () => {
  it.each([1, 2, 3, 5, 8, 13, 21])('goes on where it was, after every %i calls to Calendly', async (calls) => {
    const customers = calendlyCustomers(10, 11)
    calendly.happen(...calendlyBodies(customers))
    calendly.largestPage = 3
    const id = await syncs.start()
    let progress = 0
    // With less than three calls a life it comes no further than the first page’s first call.
    for (let lives = 0; lives < 60 && (await syncs.runOf(id)).state !== 'done'; lives += 1) {
      await syncs.turn(id, syncs.dyingAfter(calls)).catch((error: unknown) => expect(String(error)).toContain('the process died'))
      const now = (await syncs.runOf(id)).progress
      expect(now).toBeGreaterThanOrEqual(progress)
      progress = now
    }
    const run = await syncs.runThrough(id)
    expect(run).toMatchObject({ state: 'done', seen: callsIn(customers), created: callsIn(customers), changed: 0 })
    expect(await known()).toEqual(mustBeKnown(customers))
  })

  it('goes on where it was when Calendly knows its page no more', async () => {
    const customers = calendlyCustomers(20, 12)
    calendly.happen(...calendlyBodies(customers))
    calendly.largestPage = 3
    const id = await syncs.start()
    await syncs.turn(id, syncs.dyingAfter(24)).catch(() => null)
    expect((await syncs.runOf(id)).seen).toBeGreaterThan(3)
    calendly.forgetPages()
    expect(await syncs.runThrough(id)).toMatchObject({ state: 'done', failed: 0 })
    expect(await known()).toEqual(mustBeKnown(customers))
  })

  it('counts nothing twice where two workers go through it by mistake', async () => {
    const customers = calendlyCustomers(10, 13)
    calendly.happen(...calendlyBodies(customers))
    const id = await syncs.start()
    await Promise.all([syncs.turn(id), syncs.turn(id), syncs.turn(id)])
    expect(await syncs.runThrough(id)).toMatchObject({ state: 'done', seen: callsIn(customers), created: callsIn(customers) })
  })

  it('is asked to go on in turns, so that others have theirs', async () => {
    const customers = calendlyCustomers(100, 14)
    expect(callsIn(customers)).toBeGreaterThan(50)
    calendly.happen(...calendlyBodies(customers))
    const id = await syncs.start()
    await syncs.turn(id)
    expect((await syncs.runOf(id)).state).toBe('running')
    expect(await syncs.goesOnIn(id)).not.toBeNull()
    expect(await syncs.runThrough(id)).toMatchObject({ state: 'done', seen: callsIn(customers) })
  })
})

describe('a sync that is stopped', () => {
  it('stores nothing more, also of what it was just told, and can be taken up again', async () => {
    const customers = calendlyCustomers(20, 15)
    calendly.happen(...calendlyBodies(customers))
    const id = await syncs.start()
    const real = syncs.outbound()
    let calls = 0
    let stoppedAt = -1
    await syncs.turn(id, {
      async call(request) {
        const answer = await real.call(request)
        calls += 1
        if (calls === 8) {
          await syncs.cancel(id)
          stoppedAt = (await syncs.runOf(id)).seen
        }
        return answer
      },
    })
    expect(stoppedAt).toBeGreaterThan(0)
    expect(calls).toBe(8)
    expect(await syncs.runOf(id)).toMatchObject({ state: 'canceled', seen: stoppedAt })
    await syncs.turn(id)
    expect(await syncs.runOf(id)).toMatchObject({ state: 'canceled', seen: stoppedAt })
    await syncs.cancel(id)
    await syncs.resume(id)
    expect(await syncs.runThrough(id)).toMatchObject({ state: 'done', seen: callsIn(customers) })
    expect(await known()).toEqual(mustBeKnown(customers))
    await expect(syncs.cancel(id)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(syncs.resume(id)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('lets another one begin, of which there is one at a time', async () => {
    const id = await syncs.start()
    await expect(syncs.start()).rejects.toMatchObject({ cause: { constraint_name: 'runs_one_at_a_time' } })
    await syncs.cancel(id)
    await syncs.start()
    await expect(syncs.resume(id)).rejects.toMatchObject({ constraint_name: 'runs_one_at_a_time' })
  })
})

describe('a sync whose connection is switched off', () => {
  const switchTo = (enabled: boolean) =>
    as(test.database, connection.admin, (tx) => updateConnection({ actor: connection.admin, input: { id: connection.id, enabled }, tx }))
  const ended = { state: 'failed', error: 'The connection was switched off. Switch it on, and let the sync go on.' }

  it('ends before it begins', async () => {
    const id = await syncs.start()
    await switchTo(false)
    await syncs.turn(id)
    expect(await syncs.runOf(id)).toMatchObject({ ...ended, seen: 0 })
    expect(calendly.calls).toEqual([])
  })

  it('stores nothing more, and goes on once it is switched on again and let', async () => {
    const customers = calendlyCustomers(20, 24)
    calendly.happen(...calendlyBodies(customers))
    const id = await syncs.start()
    const real = syncs.outbound()
    let calls = 0
    let stoppedAt = -1
    await syncs.turn(id, {
      async call(request) {
        const answer = await real.call(request)
        calls += 1
        if (calls === 8) {
          await switchTo(false)
          stoppedAt = (await syncs.runOf(id)).seen
        }
        return answer
      },
    })
    expect(calls).toBe(8)
    expect(await syncs.runOf(id)).toMatchObject({ ...ended, seen: stoppedAt })
    await expect(syncs.resume(id)).rejects.toMatchObject({ code: 'CONFLICT' })
    await switchTo(true)
    await syncs.resume(id)
    expect(await syncs.runThrough(id)).toMatchObject({ state: 'done', seen: callsIn(customers) })
    expect(await known()).toEqual(mustBeKnown(customers))
  })

  it('asks for no further page, also where the last one held nothing to take in', async () => {
    const real = syncs.outbound()
    const asked: string[] = []
    const id = await syncs.start()
    await syncs.turn(id, {
      async call(request) {
        const answer = await real.call(request)
        asked.push(request.path)
        if (!request.path.startsWith('/scheduled_events?')) return answer
        await switchTo(false)
        return { ...answer, body: { collection: [], pagination: { next_page_token: 'more' } } }
      },
    })
    expect(asked.filter((path) => path.startsWith('/scheduled_events?'))).toHaveLength(1)
    expect(await syncs.runOf(id)).toMatchObject(ended)
  })
})

describe('while Calendly cannot be asked', () => {
  it('it waits, says for what, and goes on by itself once Calendly is back', async () => {
    const customers = calendlyCustomers(6, 16)
    calendly.happen(...calendlyBodies(customers))
    const id = await syncs.start()
    calendly.suffer({ status: 500 })
    await syncs.turn(id)
    expect(await syncs.runOf(id)).toMatchObject({ state: 'running', waits: 1, waitsFor: 'Calendly is out of order (500).' })
    expect(await syncs.goesOnIn(id)).toBeGreaterThan(0)
    calendly.suffer(null)
    syncs.clock.pass(60_000)
    expect(await syncs.runThrough(id)).toMatchObject({ state: 'done', waitsFor: null, seen: callsIn(customers) })
    expect(await known()).toEqual(mustBeKnown(customers))
  })

  it('it waits as long as it is asked to', async () => {
    const id = await syncs.start()
    calendly.meet({ status: 429, headers: { 'retry-after': '120' } })
    await syncs.turn(id)
    expect(await syncs.runOf(id)).toMatchObject({ state: 'running', waitsFor: 'Calendly asks for fewer calls.' })
    expect(await syncs.goesOnIn(id)).toBeGreaterThan(110)
  })

  it('it needs a person after about a day, and goes on from there', async () => {
    const id = await syncs.start()
    calendly.suffer('reset')
    for (let turns = 0; turns < 60; turns += 1) {
      await syncs.turn(id)
      syncs.clock.pass(61_000)
    }
    const run = await syncs.runOf(id)
    expect(run.state).toBe('failed')
    expect(run.error).toMatch(/^Calendly .+ It was tried for a day\. Once that is over, let it go on\.$/)
    calendly.suffer(null)
    await syncs.resume(id)
    expect(await syncs.runThrough(id)).toMatchObject({ state: 'done', error: null })
  })

  it.each([
    [
      'a token that is refused',
      401,
      'Calendly does not accept the token. Make a new personal access token there, and enter it as the API key.',
    ],
    [
      'one that sees too little',
      403,
      'Calendly lets this token see too little. Make one as an owner or admin of the Calendly organization, and enter that.',
    ],
  ])('%s is said at once, in words', async (_what, status, error) => {
    const customers = calendlyCustomers(3, 17)
    calendly.happen(...calendlyBodies(customers))
    const id = await syncs.start()
    calendly.suffer({ status })
    await syncs.turn(id)
    expect(await syncs.runOf(id)).toMatchObject({ state: 'failed', error })
    calendly.suffer(null)
    await syncs.resume(id)
    expect(await syncs.runThrough(id)).toMatchObject({ state: 'done' })
    expect(await known()).toEqual(mustBeKnown(customers))
  })
})

describe('a sync that may not be', () => {
  it('is refused where there is no token, in words that say where to make one', async () => {
    await test.owner`delete from connection_secrets where connection_id = ${connection.id} and field = 'api_key'`
    await expect(syncs.start()).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('personal access token') as string,
    })
  })

  it('is refused for days that are none, or too many', async () => {
    for (const period of [
      { from: '2026-02-01', to: '2026-01-31' },
      { from: '2020-01-01', to: '2026-01-01' },
      { from: '2026-02-30', to: '2026-03-01' },
    ])
      await expect(syncs.start(period)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('is refused while the organization is read-only, and one that is under way waits until it is not', async () => {
    const customers = calendlyCustomers(5, 18)
    calendly.happen(...calendlyBodies(customers))
    const id = await syncs.start()
    const trialEnds = (days: number) => test.owner`
      update organizations set plan = 'trial', trial_ends_at = now() + make_interval(days => ${days}) where id = ${connection.organizationId}`
    await trialEnds(-1)
    await syncs.turn(id)
    expect(await syncs.runOf(id)).toMatchObject({ state: 'queued', seen: 0, waitsFor: expect.stringContaining('trial is over') as string })
    await syncs.cancel(id)
    await expect(syncs.start()).rejects.toMatchObject({ code: 'TRIAL_EXPIRED' })
    await expect(syncs.resume(id)).rejects.toMatchObject({ code: 'TRIAL_EXPIRED' })
    await trialEnds(7)
    await syncs.resume(id)
    expect(await syncs.runThrough(id)).toMatchObject({ state: 'done', seen: callsIn(customers) })
  })
})
