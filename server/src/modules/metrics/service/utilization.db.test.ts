import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeConnection, makeOrganization } from '../../../../test/intake.ts'
import { plansIn } from '../../../../test/plans-in.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { listEvents } from '../../events/service/list-events.ts'
import { createCloser } from '../../roster/service/create-closer.ts'
import { createSetter } from '../../roster/service/create-setter.ts'
import { computeMetrics } from './compute-metrics.ts'
import { explainUtilization } from './explain-utilization.ts'
import { leaderboard } from './leaderboard.ts'
import type { MetricFilter } from './metric-filter.ts'
import { type MetricsRequest, reportMetrics } from './report-metrics.ts'

let test: TestDatabase
let organizationId: string
let admin: Actor
let [ada, bob, sam, calendly] = ['', '', '', '']
beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  organizationId = await makeOrganization(test)
  admin = adminOf(organizationId)
  ada = (await as(test.database, admin, (tx) => createCloser({ actor: admin, input: { name: 'Ada' }, tx }))).id
  bob = (await as(test.database, admin, (tx) => createCloser({ actor: admin, input: { name: 'Bob' }, tx }))).id
  sam = (await as(test.database, admin, (tx) => createSetter({ actor: admin, input: { name: 'Sam' }, tx }))).id
  calendly = (await makeConnection(test, { provider: 'calendly', organizationId })).id
})

const october = { from: '2026-10-01', to: '2026-10-31' }

const open = (closerId: string, day: string, slots: number, connectionId = calendly) =>
  test.owner`insert into closer_availability (organization_id, id, connection_id, closer_id, day, open_minutes, slot_minutes, open_slots, asked_at)
    values (${organizationId}, ${uuidv7()}, ${connectionId}, ${closerId}, ${day}, ${slots * 30}, 30, ${slots}, now())`

async function call(
  closerId: string | null,
  at: string,
  { status = 'completed', replaced = false, copyOf = '', setterId = '' } = {},
): Promise<string> {
  const id = uuidv7()
  const lead = uuidv7()
  await test.owner`insert into leads (organization_id, id, name, custom_fields) values (${organizationId}, ${lead}, 'Lea', '{}')`
  await test.owner`insert into events (organization_id, id, booking_ref, lead_id, lead_name, closer_id, setter_id, scheduled_at, booked_at, status, replaced,
      duplicate_of_id, answers)
    values (${organizationId}, ${id}, ${id}, ${lead}, 'Lea', ${closerId}, ${setterId || null}, ${at}, '2026-09-01T12:00:00Z', ${status}, ${replaced},
      ${copyOf || null}, '[]')`
  return id
}

const report = (change: Partial<MetricsRequest> = {}, actor: Actor = admin) =>
  as(test.database, actor, (tx) => reportMetrics(tx, { period: october, groupBy: [], filter: {}, compare: true, ...change }))
const slots = ({ bookedSlots, availableSlots, utilization }: Awaited<ReturnType<typeof report>>['totals']) => [
  bookedSlots,
  availableSlots,
  utilization,
]
const groups = async (change: Partial<MetricsRequest>, actor: Actor = admin) =>
  Object.fromEntries((await report(change, actor)).groups.map(({ keys, values }) => [keys[0]?.id ?? 'none', slots(values)]))
const rep = (closerId: string | null, setterId: string | null = null): Actor => ({
  kind: 'user',
  organizationId,
  userId: uuidv7(),
  name: 'Rep',
  role: 'sales_rep',
  closerId,
  setterId,
})
const explained = (filter: MetricFilter = {}, actor: Actor = admin) =>
  as(test.database, actor, async (tx) =>
    explainUtilization(tx, await reportMetrics(tx, { period: october, groupBy: [], filter, compare: false })),
  )

/** Ada has 8 + 4 slots on two days and 3 calls on them; Bob has 8 on one and 1 call. */
async function story(): Promise<void> {
  await open(ada, '2026-10-05', 8)
  await open(ada, '2026-10-06', 4)
  await open(ada, '2026-10-07', 0)
  await open(bob, '2026-10-05', 8)
  await call(ada, '2026-10-05T14:00:00Z', { setterId: sam })
  await call(ada, '2026-10-05T15:00:00Z', { status: 'no_show' })
  await call(ada, '2026-10-06T15:00:00Z', { status: 'scheduled' })
  await call(bob, '2026-10-05T15:00:00Z')
}

describe('utilization', () => {
  it('is the booked slots by the available ones, over closers and days that are known', async () => {
    await story()
    expect(slots((await report()).totals)).toEqual([4, 20, 0.2])
    expect(await groups({ groupBy: ['closer'] })).toEqual({ [ada]: [3, 12, 0.25], [bob]: [1, 8, 0.125] })
    expect(await groups({ groupBy: ['day'] })).toMatchObject({
      '2026-10-05': [3, 16, 3 / 16],
      '2026-10-06': [1, 4, 0.25],
      '2026-10-07': [0, 0, null],
    })
    expect(await groups({ groupBy: ['week'] })).toMatchObject({ '2026-10-05': [4, 20, 0.2] })
    expect(await groups({ groupBy: ['month'] })).toMatchObject({ '2026-10-01': [4, 20, 0.2] })
  })

  it('counts no call that was canceled, moved, or is a copy, nor one of a day or a closer that is unknown', async () => {
    await story()
    const first = await call(ada, '2026-10-05T16:00:00Z')
    await call(ada, '2026-10-05T16:00:00Z', { copyOf: first })
    await call(ada, '2026-10-05T17:00:00Z', { status: 'canceled' })
    await call(ada, '2026-10-05T18:00:00Z', { status: 'rescheduled', replaced: true })
    await call(ada, '2026-10-09T15:00:00Z')
    await call(null, '2026-10-05T15:00:00Z')
    expect(slots((await report()).totals)).toEqual([5, 20, 0.25])
  })

  it('counts a call that was held, also where the lead booked the next one by its link', async () => {
    await story()
    await call(ada, '2026-10-05T16:00:00Z', { status: 'completed', replaced: true })
    expect(slots((await report()).totals)).toEqual([5, 20, 0.25])
  })

  it('opens the very calls that it counts', async () => {
    await story()
    await call(ada, '2026-10-05T17:00:00Z', { status: 'canceled' })
    await call(ada, '2026-10-09T15:00:00Z')
    await call(null, '2026-10-05T15:00:00Z')
    // By the organization's clocks this is the day before, of which nothing is known.
    await call(ada, '2026-10-05T03:30:00Z')
    const listed = async (actor: Actor) =>
      (await as(test.database, actor, (tx) => listEvents(tx, { fillsSlots: true }, { field: 'scheduled_at', direction: 'asc' }, {}))).rows
        .length
    expect(await listed(admin)).toBe((await report()).totals.bookedSlots)
    expect(await listed(rep(ada))).toBe((await report({}, rep(ada))).totals.bookedSlots)
  })

  it('ranks closers, who has none last', async () => {
    await story()
    await call(
      (await as(test.database, admin, (tx) => createCloser({ actor: admin, input: { name: 'Cleo' }, tx }))).id,
      '2026-10-05T15:00:00Z',
    )
    const question = { period: october, role: 'closer', metric: 'utilization' } as const
    const places = await as(test.database, admin, (tx) =>
      leaderboard({ actor: admin, origin: { requestId: 'r' }, database: test.database, tx, question }),
    )
    expect(places.map(({ rank, name, values }) => [rank, name, values?.utilization])).toEqual([
      [1, 'Ada', 0.25],
      [2, 'Bob', 0.125],
      [3, 'Cleo', null],
    ])
  })

  it('counts a call to the day of the organization’s clocks', async () => {
    await open(ada, '2026-10-05', 2)
    await call(ada, '2026-10-06T03:30:00Z')
    await call(ada, '2026-10-05T03:30:00Z')
    expect(slots((await report()).totals)).toEqual([1, 2, 0.5])
  })

  it('is above 1 where calls were booked beside the open hours', async () => {
    await open(ada, '2026-10-05', 2)
    for (const hour of ['13', '14', '15']) await call(ada, `2026-10-05T${hour}:00:00Z`)
    expect(slots((await report()).totals)).toEqual([3, 2, 1.5])
  })

  it('takes of several booking tools the one that has more open on a day', async () => {
    const second = (await makeConnection(test, { provider: 'calendly', organizationId })).id
    await open(ada, '2026-10-05', 6)
    await open(ada, '2026-10-05', 8, second)
    await open(ada, '2026-10-06', 6)
    await call(ada, '2026-10-05T15:00:00Z')
    expect(slots((await report()).totals)).toEqual([1, 14, 1 / 14])
  })

  it('of the period before stands beside it', async () => {
    await story()
    await open(ada, '2026-09-15', 4)
    await call(ada, '2026-09-15T15:00:00Z')
    const { totals, previous } = await report()
    expect(totals.utilization).toBe(0.2)
    expect(previous && slots(previous)).toEqual([1, 4, 0.25])
  })

  it('of one closer is theirs alone', async () => {
    await story()
    expect(slots((await report({ filter: { closerIds: [bob] } })).totals)).toEqual([1, 8, 0.125])
    expect(await groups({ groupBy: ['closer'], filter: { closerIds: [bob] } })).toEqual({ [bob]: [1, 8, 0.125] })
  })

  it('is of no setter, source or kind of call, and the totals stay what they are however they are grouped', async () => {
    await story()
    for (const filter of [{ setterIds: [sam] }, { sourceIds: [uuidv7()] }, { trafficTypeIds: [] }, { callTypeIds: [uuidv7()] }]) {
      expect(slots((await report({ filter })).totals)).toEqual([null, null, null])
    }
    const bySetter = await report({ groupBy: ['setter'] })
    expect(slots(bySetter.totals)).toEqual([4, 20, 0.2])
    expect(bySetter.groups.map(({ values }) => slots(values))).toEqual([
      [null, null, null],
      [null, null, null],
    ])
  })

  it('makes no group of what has no row but open days, where those are not divided', async () => {
    await open(ada, '2026-10-05', 8)
    expect((await report({ groupBy: ['source'] })).groups).toEqual([])
    expect(await groups({ groupBy: ['closer'] })).toEqual({ [ada]: [0, 8, 0] })
  })

  it('shows a rep their own alone, and a setter none', async () => {
    await story()
    expect(slots((await report({}, rep(ada))).totals)).toEqual([3, 12, 0.25])
    expect(await groups({ groupBy: ['closer'] }, rep(bob))).toEqual({ [bob]: [1, 8, 0.125] })
    expect(slots((await report({ filter: { closerIds: [bob] } }, rep(ada))).totals)).toEqual([null, null, null])
    // A setter sees the call that they booked, and nothing of its closer's day.
    expect(slots((await report({}, rep(null, sam))).totals)).toEqual([null, null, null])
  })

  it('knows nothing of another organization', async () => {
    await story()
    const other = adminOf(await makeOrganization(test))
    expect(slots((await report({}, other)).totals)).toEqual([null, null, null])
    expect(slots((await report({ filter: { closerIds: [ada] } }, other)).totals)).toEqual([null, null, null])
  })
})

describe('what utilization stands on', () => {
  it('is said as how many of the closers are known', async () => {
    await story()
    await as(test.database, admin, (tx) => createCloser({ actor: admin, input: { name: 'Cleo' }, tx }))
    expect(await explained()).toEqual({ closers: 3, knownClosers: 2, unknownBecause: null })
    expect(await explained({ closerIds: [bob] })).toEqual({ closers: 1, knownClosers: 1, unknownBecause: null })
    expect(await explained({}, rep(ada))).toEqual({ closers: 1, knownClosers: 1, unknownBecause: null })
  })

  it('counts who has left as long as something is known of them', async () => {
    await story()
    await test.owner`update closers set deactivated_at = now() where organization_id = ${organizationId}`
    expect(await explained()).toMatchObject({ closers: 2, knownClosers: 2 })
  })

  it('is said as why there is none', async () => {
    const because = async (filter: MetricFilter = {}, actor: Actor = admin) => (await explained(filter, actor)).unknownBecause
    expect(await because()).toBe('not_connected')
    expect(await because({ setterIds: [sam] })).toBe('not_divided')
    expect(await because({}, rep(null, sam))).toBe('no_closer')
    await test.owner`insert into connection_secrets (organization_id, id, connection_id, field, sealed, last_four)
      values (${organizationId}, ${uuidv7()}, ${calendly}, 'api_key', 'v1.sealed', 'cret')`
    expect(await because()).toBe('not_known')
    // Who sees no connections is not told whether there is one.
    expect(await because({}, rep(ada))).toBe('not_known')
    await open(ada, '2026-10-05', 0)
    expect(await because()).toBe('nothing_open')
    await open(bob, '2026-10-05', 1)
    expect(await because()).toBeNull()
  })
})

describe('the statement of figures', () => {
  it('reads open days from an index, and only where they can be told', async () => {
    const question = { period: october, timeZone: 'America/New_York', currency: 'USD', groupBy: [] }
    const [plan = '', narrowed = '', bySetter = ''] = await plansIn(
      test.database,
      organizationId,
      async (tx) => {
        await computeMetrics(tx, { ...question, filter: {} })
        await computeMetrics(tx, { ...question, filter: { closerIds: [ada] } })
        await computeMetrics(tx, { ...question, filter: { setterIds: [sam] } })
      },
      ['seqscan'],
    )
    for (const each of [plan, narrowed]) expect(each).toMatch(/closer_availability_(once_a_day|of_closer)/)
    expect(bySetter).not.toContain('closer_availability')
  })
})
