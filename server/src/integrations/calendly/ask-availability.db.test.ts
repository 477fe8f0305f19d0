import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { type CalendlyHosts, calendlySchedule, startCalendlyHosts } from '../../../test/emulators/calendly-availability.ts'
import { adminOf, as, makeOrganization, testVault } from '../../../test/intake.ts'
import { jobServices } from '../../../test/job-services.ts'
import { type FakeClock, fakeClock, outboundTo } from '../../../test/outbound.ts'
import { registerReactions } from '../../app/modules.ts'
import type { Actor } from '../../kernel/actor.ts'
import { addDays, dayIn } from '../../lib/period.ts'
import { weekdays } from '../../modules/availability/service/open-hours.ts'
import { createConnection } from '../../modules/connections/service/create-connection.ts'
import { rotateConnectionSecret } from '../../modules/connections/service/rotate-secret.ts'
import { updateConnection } from '../../modules/connections/service/update-connection.ts'
import { createCloser } from '../../modules/roster/service/create-closer.ts'
import { updateCloser } from '../../modules/roster/service/update-closer.ts'
import { askAvailabilityJob } from './ask-availability.job.ts'

const newYork = 'America/New_York'
const everyDay = (...intervals: string[]) => Object.fromEntries(weekdays.map((weekday) => [weekday, intervals]))

let test: TestDatabase
let calendly: CalendlyHosts
let organizationId: string
let admin: Actor
let connectionId: string
let clock: FakeClock
let [ada, bob] = ['', '']

beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  calendly = await startCalendlyHosts()
  organizationId = await makeOrganization(test)
  admin = adminOf(organizationId)
  clock = fakeClock(new Date())
  ada = await closer('Ada')
  bob = await closer('Bob')
  connectionId = await connect(calendly.token)
  await test.owner`delete from graphile_worker._private_jobs`
})
afterEach(() => calendly.close())

const closer = async (name: string) =>
  (
    await as(test.database, admin, (tx) =>
      createCloser({ actor: admin, input: { name, email: `${name.toLowerCase()}@clinch.example` }, tx }),
    )
  ).id
const connect = async (apiKey: string | null) =>
  (
    await as(test.database, admin, (tx) =>
      createConnection({ actor: admin, input: { provider: 'calendly', name: 'Main', apiKey }, tx, vault: testVault }),
    )
  ).id
const ask = (change: { begunAt?: string; waits?: number; callsAMinute?: number } = {}) => {
  const { callsAMinute = 10_000, begunAt = null, waits = 0 } = change
  const outbound = outboundTo(test.database, calendly.url, { clock, callsAMinute })
  return askAvailabilityJob.perform(
    { organizationId, connectionId, begunAt, waits },
    { attempt: 1, maxAttempts: 5, requestId: 'req-hours', jobId: '1' },
    { ...jobServices(test.database), vault: testVault, outbound },
  )
}
const today = () => dayIn(clock.now(), newYork)
const daysOf = (closerId: string) =>
  test.owner<{ day: string; minutes: number; slots: number; slotMinutes: number; name: string | null }[]>`
    select day::text, open_minutes as minutes, open_slots as slots, slot_minutes as "slotMinutes", schedule_name as name
    from closer_availability where organization_id = ${organizationId} and closer_id = ${closerId} order by day`
const dayOf = async (closerId: string, day: string) => (await daysOf(closerId)).find((each) => each.day === day)
const reading = async () => {
  const [row] = await test.owner<{ hosts: number; closers: number; problems: string[]; error: string | null }[]>`
    select host_count as hosts, closer_count as closers, problems, error from availability_readings where connection_id = ${connectionId}`
  return row
}
const queued = () =>
  test.owner<{ payload: { connectionId: string; begunAt: string | null; waits: number }; inSeconds: number }[]>`
    select j.payload, extract(epoch from run_at - now())::int as "inSeconds" from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'availability.ask'`

describe('asking Calendly when its hosts take calls', () => {
  it('keeps today and the 30 days to come of every host who is an active closer, and of nobody else', async () => {
    calendly.hosts('ada@clinch.example', [calendlySchedule(everyDay('09:00-12:00', '13:00-17:15'))])
    calendly.hosts('bob@clinch.example', [calendlySchedule({}, { name: 'Away' })])
    calendly.hosts('stranger@clinch.example', [calendlySchedule(everyDay('09:00-17:00'))])
    calendly.largestPage = 2
    await ask()
    expect((await daysOf(ada)).map(({ day }) => day)).toEqual(Array.from({ length: 31 }, (_, index) => addDays(today(), index)))
    expect(await dayOf(ada, addDays(today(), 3))).toMatchObject({ minutes: 435, slots: 6 + 8, slotMinutes: 30, name: 'Working hours' })
    expect(await dayOf(bob, today())).toMatchObject({ minutes: 0, slots: 0, name: 'Away' })
    expect(await reading()).toEqual({ hosts: 3, closers: 2, problems: [], error: null })
    expect(calendly.calls.filter((path) => path.startsWith('/user_availability_schedules'))).toHaveLength(2)
    expect(calendly.calls.join()).not.toContain('busy')
  })

  it('lets the default schedule and its dates count', async () => {
    const [free, short] = [addDays(today(), 2), addDays(today(), 4)]
    calendly.hosts('ada@clinch.example', [
      calendlySchedule(everyDay('00:00-24:00'), { name: 'Never used', isDefault: false }),
      calendlySchedule({ ...everyDay('09:00-17:00'), [free]: [], [short]: ['22:00-02:00'] }, { timezone: 'America/Chicago' }),
    ])
    await ask()
    expect(await dayOf(ada, addDays(today(), 1))).toMatchObject({ minutes: 480, slots: 16, name: 'Working hours' })
    expect(await dayOf(ada, free)).toMatchObject({ minutes: 0, slots: 0 })
    expect(await dayOf(ada, short)).toMatchObject({ minutes: 60, slots: 2 })
    expect(await dayOf(ada, addDays(short, 1))).toMatchObject({ minutes: 180 + 480 })
  })

  it('takes the length of a slot from a closer’s own calls, else from everybody’s', async () => {
    calendly.hosts('ada@clinch.example', [calendlySchedule(everyDay('09:00-12:00'))])
    calendly.hosts('bob@clinch.example', [calendlySchedule(everyDay('09:00-12:00'))])
    const [lead] = await test.owner<{ id: string }[]>`insert into leads (organization_id, id, name, custom_fields)
      values (${organizationId}, gen_random_uuid(), 'Lea', '{}') returning id`
    for (const minutes of [45, 45, 20]) {
      await test.owner`insert into events (organization_id, id, booking_ref, lead_id, lead_name, closer_id, scheduled_at, ends_at, booked_at, status, answers)
        values (${organizationId}, gen_random_uuid(), gen_random_uuid()::text, ${lead?.id ?? ''}, 'Lea', ${ada}, now() - interval '3 days',
          now() - interval '3 days' + make_interval(mins => ${minutes}), now() - interval '5 days', 'completed', '[]')`
    }
    await ask()
    expect(await dayOf(ada, today())).toMatchObject({ slotMinutes: 45, slots: 4 })
    expect(await dayOf(bob, today())).toMatchObject({ slotMinutes: 45, slots: 4 })
  })

  it('leaves the days that are over as they were known, and renews those to come', async () => {
    clock = fakeClock(new Date(Date.now() - 3 * 86_400_000))
    const first = today()
    calendly.hosts('ada@clinch.example', [calendlySchedule(everyDay('09:00-12:00'))])
    await ask()
    clock = fakeClock(new Date())
    calendly.hosts('ada@clinch.example', [calendlySchedule(everyDay('09:00-10:00'))])
    await ask()
    for (let day = first; day < today(); day = addDays(day, 1)) expect(await dayOf(ada, day)).toMatchObject({ minutes: 180 })
    expect(await dayOf(ada, today())).toMatchObject({ minutes: 60 })
    expect(await dayOf(ada, addDays(today(), 30))).toMatchObject({ minutes: 60 })
    const rewriting = as(test.database, admin, (tx) =>
      tx.query(`update closer_availability set open_slots = 99 where organization_id = $1 and day = $2::text::date`, [
        organizationId,
        first,
      ]),
    )
    await expect(rewriting).rejects.toMatchObject({ constraint_name: 'closer_availability_past_stays' })
  })

  it('lets go of the days to come of who hosts no more or has left, and of none before', async () => {
    clock = fakeClock(new Date(Date.now() - 3 * 86_400_000))
    const first = today()
    calendly.hosts('ada@clinch.example', [calendlySchedule(everyDay('09:00-12:00'))])
    calendly.hosts('bob@clinch.example', [calendlySchedule(everyDay('09:00-12:00'))])
    await ask()
    clock = fakeClock(new Date())
    calendly.leaves('ada@clinch.example')
    await as(test.database, admin, (tx) => updateCloser({ actor: admin, input: { id: bob, active: false }, tx }))
    await ask()
    for (const id of [ada, bob]) expect((await daysOf(id)).map(({ day }) => day)).toEqual([first, addDays(first, 1), addDays(first, 2)])
    expect(await reading()).toMatchObject({ hosts: 1, closers: 0 })
  })
})

describe('what concerns one host alone', () => {
  it.each([
    [403, { title: 'Permission Denied' }, 'Calendly does not show this token when ada takes calls.'],
    [404, { title: 'Resource Not Found' }, 'Calendly has no schedules of ada.'],
    [400, { title: 'Invalid Argument' }, 'Calendly refused to show when ada takes calls (400).'],
    [200, { collection: [] }, 'Calendly has no schedules of ada.'],
    [200, { collection: [{ timezone: 'Mars/Olympus', rules: [] }] }, 'is no time zone'],
    [200, { collection: [calendlySchedule({ monday: ['25:00-26:00'] })] }, 'is no time of the day'],
    [200, { collection: [calendlySchedule({ monday: ['09:00-09:00'] })] }, 'ends when it begins'],
    [200, { collection: [{ timezone: newYork, rules: [{ type: 'moon', intervals: [] }] }] }, 'have not the shape'],
    [200, {}, 'have not the shape'],
  ])('is said and passed over, and leaves what was known (%i, %j)', async (status, body, said) => {
    calendly.hosts('ada@clinch.example', [calendlySchedule(everyDay('09:00-12:00'))])
    await ask()
    calendly.refuses('ada@clinch.example', { status, body })
    calendly.hosts('bob@clinch.example', [calendlySchedule(everyDay('09:00-17:00'))])
    calendly.hostsOddly({ user: { email: 'nobody@clinch.example' } })
    clock.pass(60_000)
    await ask()
    expect(await dayOf(ada, today())).toMatchObject({ minutes: 180 })
    expect(await dayOf(bob, today())).toMatchObject({ minutes: 480 })
    const { problems = [], ...rest } = (await reading()) ?? {}
    expect(rest).toEqual({ hosts: 3, closers: 1, error: null })
    expect(problems).toEqual([expect.stringContaining('1 members'), expect.stringContaining(said)])
  })
})

describe('Calendly, when it', () => {
  it('accepts the token no more, is noted in words, and keeps what was known', async () => {
    calendly.hosts('ada@clinch.example', [calendlySchedule(everyDay('09:00-12:00'))])
    await ask()
    calendly.suffer({ status: 401 })
    await ask()
    expect(await reading()).toMatchObject({ hosts: 1, closers: 1, error: expect.stringContaining('does not accept the token') })
    expect(await dayOf(ada, today())).toMatchObject({ minutes: 180 })
    expect(await queued()).toEqual([])
  })

  it('lets the token see too little, is noted in words', async () => {
    calendly.suffer({ status: 403 })
    await ask()
    expect(await reading()).toMatchObject({ error: expect.stringContaining('see too little') })
  })

  it('answers something else altogether, is noted in words', async () => {
    calendly.suffer({ status: 200, body: '{"collection":"none"}' })
    await ask()
    expect(await reading()).toMatchObject({ error: expect.stringContaining('otherwise than documented') })
  })

  it.each([[{ status: 429, headers: { 'retry-after': '60' } }], [{ status: 503 }], ['reset' as const]])(
    'cannot be asked now, is asked again later (%j)',
    async (mishap) => {
      calendly.hosts('ada@clinch.example', [calendlySchedule(everyDay('09:00-12:00'))])
      calendly.suffer(mishap)
      await ask()
      const [job] = await queued()
      expect(job).toMatchObject({ payload: { connectionId, waits: 1 } })
      expect(job?.inSeconds).toBeGreaterThan(0)
      expect(await reading()).toBeUndefined()
      await ask({ waits: 40 })
      expect(await reading()).toMatchObject({ error: expect.stringContaining('tomorrow') })
    },
  )

  it('takes only so many calls a minute, is gone on with where it was', async () => {
    for (const name of ['Cleo', 'Dan', 'Eve', 'Fay']) await closer(name)
    const names = ['ada', 'bob', 'cleo', 'dan', 'eve', 'fay']
    for (const name of names) calendly.hosts(`${name}@clinch.example`, [calendlySchedule(everyDay('09:00-12:00'))])
    await test.owner`delete from graphile_worker._private_jobs`
    await ask({ callsAMinute: 5 })
    const [job] = await queued()
    expect(job?.payload).toMatchObject({ waits: 1, begunAt: expect.any(String) })
    clock.pass(120_000)
    await ask({ callsAMinute: 100, begunAt: job?.payload.begunAt ?? '', waits: 1 })
    expect(await reading()).toMatchObject({ hosts: 6, closers: 6 })
    const schedulesAsked = calendly.calls.filter((path) => path.startsWith('/user_availability_schedules'))
    expect(new Set(schedulesAsked).size).toBe(6)
    expect(schedulesAsked).toHaveLength(6)
  })
})

describe('a connection is asked', () => {
  const askedFor = async () => (await queued()).map(({ payload }) => payload.connectionId)
  const forget = () => test.owner`delete from graphile_worker._private_jobs`

  it('once it is made with a token, given another one, or switched on', async () => {
    const [withKey, without] = [await connect(calendly.token), await connect(null)]
    expect(await askedFor()).toEqual([withKey])
    await forget()
    const rotating = { id: without, field: 'api_key' as const, secret: 'calendly-token-new-1234' }
    await as(test.database, admin, (tx) => rotateConnectionSecret({ actor: admin, input: rotating, tx, vault: testVault }))
    expect(await askedFor()).toEqual([without])
    await as(test.database, admin, (tx) => updateConnection({ actor: admin, input: { id: withKey, enabled: false }, tx }))
    await forget()
    await as(test.database, admin, (tx) => updateConnection({ actor: admin, input: { id: withKey, enabled: true }, tx }))
    expect(await askedFor()).toEqual([withKey])
  })

  it('when somebody comes to the roster', async () => {
    await closer('Gil')
    expect(await askedFor()).toEqual([connectionId])
  })

  it('not at all while it has no token, is switched off, or its organization is read-only', async () => {
    calendly.hosts('ada@clinch.example', [calendlySchedule(everyDay('09:00-12:00'))])
    await test.owner`update organizations set plan = 'trial', trial_ends_at = now() - interval '1 day' where id = ${organizationId}`
    await ask()
    await test.owner`update organizations set plan = 'enterprise', trial_ends_at = null where id = ${organizationId}`
    await as(test.database, admin, (tx) => updateConnection({ actor: admin, input: { id: connectionId, enabled: false }, tx }))
    await ask()
    connectionId = await connect(null)
    await ask()
    expect(calendly.calls).toEqual([])
    expect(await daysOf(ada)).toEqual([])
  })
})
