import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AcuityEmulator, startAcuity } from '../../../test/emulators/acuity.ts'
import { readFixture } from '../../../test/fixtures/read-fixture.ts'
import { formOf } from '../../../test/hostile-attempts.ts'
import { as, deliver, makeConnection, type TestConnection, testVault } from '../../../test/intake.ts'
import { openIntake } from '../../../test/open-intake.ts'
import { jobServices } from '../../../test/job-services.ts'
import { type FakeClock, fakeClock, outboundTo } from '../../../test/outbound.ts'
import { createCloser } from '../../modules/roster/service/create-closer.ts'
import { replayDelivery } from '../../modules/connections/service/replay-delivery.ts'
import { processDeliveryJob } from '../process-delivery.job.ts'

const { test, intake } = await openIntake()
let acuity: AcuityEmulator
let clock: FakeClock
let connection: TestConnection

const appointment = 1_203_456_789
const [monday, tuesday, wednesday] = ['2026-10-12T14:00:00-0400', '2026-10-13T14:00:00-0400', '2026-10-14T14:00:00-0400']

beforeEach(async () => {
  acuity = await startAcuity()
  clock = fakeClock()
  connection = await makeConnection(test, { provider: 'acuity', secret: acuity.apiKey })
  acuity.appointment(appointment, { datetime: monday })
})
afterEach(() => acuity.close())

const tell = (action: string) => deliver(intake, connection, formOf({ ...readFixture('acuity/appointment.scheduled'), action }))

const services = () => ({ ...jobServices(test.database), vault: testVault, outbound: outboundTo(test.database, acuity.url, { clock }) })

/** Runs the job of the latest delivery, as the queue would. */
async function run(): Promise<void> {
  const [job] = await test.owner<{ payload: { requestId: string } }[]>`
    select payload from graphile_worker._private_jobs where payload ->> 'connectionId' = ${connection.id} order by id desc limit 1`
  if (!job) throw new Error('There is no job')
  const { requestId, ...payload } = job.payload
  await processDeliveryJob.perform(payload, { attempt: 1, maxAttempts: 9, requestId, jobId: '1' }, services())
}

/** Acuity tells of a change, and Clinch looks at it a second later. */
async function happen(action: string, change: Record<string, unknown> = {}): Promise<void> {
  acuity.appointment(appointment, change)
  await tell(action)
  clock.pass(1_000)
  await run()
}

const deliveryOf = async () => {
  const [row] = await test.owner<{ id: string; state: string; error: string | null; result: string | null; attempts: number }[]>`
    select id, state, error, result, attempts from deliveries where connection_id = ${connection.id} order by received_at desc, id desc limit 1`
  if (!row) throw new Error('There is no delivery')
  return row
}

const eventsOf = () =>
  test.owner<
    {
      at: Date
      status: string
      outcome: string | null
      before: Date | null
      host: string | null
      setter: string | null
      source: string | null
      lead: string
    }[]
  >`
    select e.scheduled_at as at, e.status, e.outcome, b.scheduled_at as before, e.host_email as host, e.setter_name as setter, e.source_name as source,
      l.email as lead
    from events e join leads l on l.organization_id = e.organization_id and l.id = e.lead_id
    left join events b on b.organization_id = e.organization_id and b.id = e.rescheduled_from_id
    where e.organization_id = ${connection.organizationId} order by e.scheduled_at`

const at = (text: string) => new Date(text.replace(/(\d\d)$/, ':$1'))

describe('an appointment at Acuity', () => {
  it('is a call, once its webhook made us look at it', async () => {
    acuity.appointment(appointment, {
      forms: [
        {
          id: 1,
          name: 'Before',
          values: [
            { name: 'utm_source', value: 'youtube' },
            { name: 'UTM content', value: 'setter-Marcus Hale' },
          ],
        },
      ],
    })
    expect((await tell('scheduled')).status).toBe(200)
    await run()
    expect(await deliveryOf()).toMatchObject({ state: 'processed', error: null, result: 'Booked: Ruth Amador, with Owen Castell' })
    expect(await eventsOf()).toEqual([
      {
        at: at(monday),
        status: 'scheduled',
        outcome: null,
        before: null,
        host: 'owen.castell@northlight.example',
        setter: 'Marcus Hale',
        source: 'youtube',
        lead: 'ruth.amador@example.com',
      },
    ])
    expect(acuity.calls).toEqual([`/api/v1/appointments/${appointment}`, '/api/v1/calendars'])
  })

  it('is one call, however often it is told of, and whatever is said', async () => {
    for (const action of ['scheduled', 'scheduled', 'changed', 'appointment.scheduled']) await happen(action)
    expect(await eventsOf()).toHaveLength(1)
  })

  it('is a new call when it was moved, which points at the old one, though both have one id', async () => {
    await happen('scheduled')
    await happen('rescheduled', { datetime: tuesday })
    await happen('rescheduled', { datetime: wednesday })
    expect(await eventsOf()).toMatchObject([
      { at: at(monday), status: 'rescheduled', before: null },
      { at: at(tuesday), status: 'rescheduled', before: at(monday) },
      { at: at(wednesday), status: 'scheduled', before: at(tuesday) },
    ])
  })

  it('that is moved away and back again is three calls', async () => {
    await happen('scheduled')
    await happen('rescheduled', { datetime: tuesday })
    await happen('rescheduled', { datetime: monday })
    const events = await eventsOf()
    expect(events.map(({ at: when, status, before }) => [when, status, before])).toEqual(
      expect.arrayContaining([
        [at(monday), 'rescheduled', null],
        [at(tuesday), 'rescheduled', at(monday)],
        [at(monday), 'scheduled', at(tuesday)],
      ]),
    )
    expect(events).toHaveLength(3)
  })

  it('keeps its first booking’s source and setter when it is moved', async () => {
    const fields = (source: string) => ({ forms: [{ values: [{ name: 'utm_source', value: source }] }] })
    await happen('scheduled', fields('youtube'))
    await happen('rescheduled', { datetime: tuesday, ...fields('newsletter') })
    expect(await eventsOf()).toMatchObject([{ source: 'youtube' }, { source: 'youtube' }])
  })

  it('stands as it does even where the message of its booking was lost', async () => {
    await happen('rescheduled', { datetime: tuesday })
    expect(await eventsOf()).toMatchObject([{ at: at(tuesday), status: 'scheduled', before: null }])
    await happen('changed')
    expect(await eventsOf()).toHaveLength(1)
  })

  it('is in the same place whichever look at it is recorded first', async () => {
    // The message that was looked at first is recorded last.
    await tell('scheduled')
    const [early] = await test.owner<{ payload: { requestId: string } }[]>`
      select payload from graphile_worker._private_jobs where payload ->> 'connectionId' = ${connection.id} order by id desc limit 1`
    if (!early) throw new Error('There is no job')
    const { seen, go, done } = await lookAndWait(early.payload)
    await seen
    clock.pass(5_000)
    await happen('rescheduled', { datetime: tuesday })
    await happen('rescheduled', { datetime: wednesday })
    go()
    await done
    expect(await eventsOf()).toMatchObject([
      { at: at(monday), status: 'rescheduled', before: null },
      { at: at(tuesday), status: 'rescheduled', before: at(monday) },
      { at: at(wednesday), status: 'scheduled', before: at(tuesday) },
    ])
  })

  it('is canceled, and a no-show, and neither any more, as Acuity shows it', async () => {
    await happen('scheduled')
    await happen('canceled', { canceled: true, noShow: true })
    expect(await eventsOf()).toMatchObject([{ status: 'no_show', outcome: 'no_show' }])
    await happen('changed', { canceled: false, noShow: false })
    expect(await eventsOf()).toMatchObject([{ status: 'scheduled', outcome: null }])
    await happen('canceled', { canceled: true })
    expect(await eventsOf()).toMatchObject([{ status: 'canceled' }])
  })

  it('is a no-show when it is marked as one after it was canceled, and canceled again once that is taken back', async () => {
    await happen('scheduled')
    await happen('canceled', { canceled: true })
    expect(await eventsOf()).toMatchObject([{ status: 'canceled', outcome: null }])
    await happen('changed', { canceled: true, noShow: true })
    expect(await eventsOf()).toMatchObject([{ status: 'no_show', outcome: 'no_show' }])
    await happen('changed', { canceled: true, noShow: false })
    expect(await eventsOf()).toMatchObject([{ status: 'canceled', outcome: null }])
  })

  it('says what its form says now, also of its setter and source, unless a person named the setter', async () => {
    const said = (name: string, value: string) => ({ name, value })
    const fields = (source: string, setter: string) => ({
      forms: [{ values: [said('utm_source', source), said('utm_content', `setter-${setter}`)] }],
    })
    await happen('scheduled', fields('youtube', 'Marcus Hale'))
    await happen('changed', fields('newsletter', 'Yuki Tan'))
    expect(await deliveryOf()).toMatchObject({ result: 'Answers changed: Ruth Amador' })
    expect(await eventsOf()).toMatchObject([{ source: 'newsletter', setter: 'Yuki Tan' }])
    await happen('changed')
    expect(await deliveryOf()).toMatchObject({ result: 'Nothing new about Ruth Amador' })

    const [lena] = await test.owner<{ id: string }[]>`
      insert into setters (organization_id, id, name) values (${connection.organizationId}, gen_random_uuid(), 'Lena Roth') returning id`
    await test.owner`update events set setter_id = ${lena?.id ?? ''}, setter_assigned = true where organization_id = ${connection.organizationId}`
    await happen('changed', fields('podcast', 'Marcus Hale'))
    const [event] = await test.owner<{ setter: string; source: string }[]>`
      select setter_id as setter, source_name as source from events where organization_id = ${connection.organizationId}`
    expect(event).toEqual({ setter: lena?.id, source: 'podcast' })
  })

  it('says what it said last, also where an older look at it is recorded later', async () => {
    const said = (value: string) => ({ forms: [{ values: [{ name: 'Monthly revenue', value }] }] })
    acuity.appointment(appointment, said('$10k'))
    await tell('scheduled')
    const [early] = await test.owner<{ payload: { requestId: string } }[]>`
      select payload from graphile_worker._private_jobs where payload ->> 'connectionId' = ${connection.id} order by id desc limit 1`
    if (!early) throw new Error('There is no job')
    const { seen, go, done } = await lookAndWait(early.payload)
    await seen
    clock.pass(5_000)
    await happen('changed', said('$25k'))
    go()
    await done
    const [event] = await test.owner<{ answers: object[] }[]>`
      select answers from events where organization_id = ${connection.organizationId}`
    expect(event?.answers).toEqual([{ question: 'Monthly revenue', answer: '$25k' }])
  })

  it('belongs to the closer of its calendar, by address or by name, and follows it to another', async () => {
    const closer = async (name: string, email: string | null) =>
      (await as(test.database, connection.admin, (tx) => createCloser({ actor: connection.admin, input: { name, email }, tx }))).id
    const [owen, priya, ines] = [
      await closer('Owen C.', 'owen.castell@northlight.example'),
      await closer('Priya', 'priya.nair@northlight.example'),
      await closer('ines roth', 'ines@elsewhere.example'),
    ]
    const closerId = async () =>
      (await test.owner<{ id: string }[]>`select closer_id as id from events where organization_id = ${connection.organizationId}`)[0]?.id
    await happen('scheduled')
    expect(await closerId()).toBe(owen)
    await happen('changed', { calendarID: 7_654_322, calendar: 'Priya Nair' })
    expect(await closerId()).toBe(priya)
    await happen('changed', { calendarID: 7_654_323, calendar: 'Ines Roth' })
    expect(await closerId()).toBe(ines)
    await test.owner`update events set closer_assigned = true, closer_id = ${owen} where organization_id = ${connection.organizationId}`
    await happen('changed', { calendarID: 7_654_322, calendar: 'Priya Nair' })
    expect(await closerId()).toBe(owen)
  })

  it('that Acuity does not know, and whatever is no appointment, is left alone', async () => {
    await tell('order.completed')
    await run()
    expect(await deliveryOf()).toMatchObject({ state: 'ignored', result: 'Nothing is done with order.completed.' })
    expect(acuity.calls).toEqual([])
    acuity.forget(appointment)
    await tell('scheduled')
    await run()
    expect(await deliveryOf()).toMatchObject({ state: 'ignored', result: 'Acuity has no such appointment any more.' })
  })
})

describe('while Acuity is down', () => {
  it('nothing is lost: each delivery is kept, said to be tried again, and processed once Acuity is back', async () => {
    acuity.suffer({ status: 500 })
    for (let look = 0; look < 12; look += 1) {
      if (look === 0) await tell('scheduled')
      await run()
      clock.pass(61_000)
    }
    expect(await deliveryOf()).toMatchObject({
      state: 'failed',
      attempts: 12,
      error: 'Acuity is out of order (500). It will be tried again.',
    })
    expect(await eventsOf()).toEqual([])
    // After the first five failures the breaker lets one call through a minute.
    expect(acuity.calls.length).toBeLessThan(20)
    acuity.suffer(null)
    await run()
    expect(await deliveryOf()).toMatchObject({ state: 'processed', error: null })
    expect(await eventsOf()).toHaveLength(1)
  })

  it('its job comes again by itself, and not before the breaker lets it', async () => {
    acuity.suffer({ status: 500 })
    await tell('scheduled')
    await run()
    await run()
    const [waiting] = await test.owner<{ seconds: number; jobs: number }[]>`
      select max(extract(epoch from run_at - now()))::int as seconds, count(*)::int as jobs from graphile_worker._private_jobs
      where payload ->> 'connectionId' = ${connection.id} and key is not null`
    expect(waiting?.jobs).toBe(1)
    expect(waiting?.seconds).toBeGreaterThanOrEqual(55)
  })

  it('a key that it does not accept is said in words, and a replay with the right one heals', async () => {
    await test.owner`update connections set account = '1' where id = ${connection.id}`
    await tell('scheduled')
    await expect(run()).rejects.toThrow()
    expect(await deliveryOf()).toMatchObject({
      state: 'failed',
      error: 'Acuity does not accept the API key. Enter the current one. It will be tried again.',
    })
    await test.owner`update connections set account = ${acuity.userId} where id = ${connection.id}`
    const { id } = await deliveryOf()
    await as(test.database, connection.admin, (tx) => replayDelivery({ actor: connection.admin, input: { id }, tx }))
    await run()
    expect(await deliveryOf()).toMatchObject({ state: 'processed' })
  })
})

/** Looks a delivery’s appointment up, and records what was seen only when it is told to. */
async function lookAndWait(payload: { requestId: string }) {
  let go: () => void = () => undefined
  let looked: () => void = () => undefined
  const seen = new Promise<void>((resolve) => (looked = resolve))
  const told = new Promise<void>((resolve) => (go = resolve))
  const { outbound, ...others } = services()
  const slow = {
    async call(request: Parameters<typeof outbound.call>[0]) {
      const answer = await outbound.call(request)
      if (request.path === '/calendars') {
        looked()
        await told
      }
      return answer
    },
  }
  const { requestId, ...stored } = payload
  const done = processDeliveryJob.perform(stored, { attempt: 1, maxAttempts: 9, requestId, jobId: '1' }, { ...others, outbound: slow })
  return { seen, go: () => go(), done }
}
