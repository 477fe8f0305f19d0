import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { jobServices } from '../../test/job-services.ts'
import { as, deliver, type Intake, makeConnection, startIntake, type TestConnection } from '../../test/intake.ts'
import { calendlyBooking, stripePayment } from '../../test/webhook-bodies.ts'
import { replayDelivery } from '../modules/connections/service/replay-delivery.ts'
import { processDeliveryJob } from './process-delivery.job.ts'

let test: TestDatabase
let intake: Intake

beforeAll(async () => {
  test = await freshDatabase()
  intake = await startIntake(test.database)
})
afterAll(async () => {
  await intake.close()
  await test.close()
})

const deliveryOf = async (connection: TestConnection) => {
  const [row] = await test.owner<
    { id: string; state: string; attempts: number; error: string | null; result: string | null; finished_at: Date | null }[]
  >`
    select id, state, attempts, error, result, finished_at from deliveries where connection_id = ${connection.id} order by received_at desc, id desc limit 1`
  if (!row) throw new Error('There is no delivery')
  return row
}

/** Runs the latest job of a connection as the queue would. */
async function run(connection: TestConnection, attempt = 1): Promise<void> {
  const [job] = await test.owner<{ payload: { requestId: string } }[]>`
    select payload from graphile_worker._private_jobs where payload ->> 'connectionId' = ${connection.id} order by id desc limit 1`
  if (!job) throw new Error('There is no job')
  const { requestId, ...payload } = job.payload
  await processDeliveryJob.perform(payload, { attempt, maxAttempts: 9, requestId, jobId: '1' }, jobServices(test.database))
}

const eventsOf = ({ organizationId }: TestConnection) => test.owner`select id from events where organization_id = ${organizationId}`
const paymentsOf = ({ organizationId }: TestConnection) => test.owner`select id from payments where organization_id = ${organizationId}`

/** Makes the database refuse every new event, until what it answers is called. */
async function refuseEvents(why: string): Promise<() => Promise<void>> {
  await test.owner
    .unsafe(`create or replace function refuse_events() returns trigger language plpgsql as $$ begin raise exception '${why}'; end $$;
    create trigger refuse_events before insert on events for each row execute function refuse_events()`)
  return async () => {
    await test.owner`drop trigger refuse_events on events`
  }
}

describe('processing a delivery', () => {
  it('records the booking, and says in words what it did', async () => {
    const connection = await makeConnection(test, { provider: 'calendly' })
    await deliver(intake, connection, calendlyBooking('one'))
    await run(connection)
    expect(await deliveryOf(connection)).toMatchObject({
      state: 'processed',
      attempts: 1,
      error: null,
      result: expect.stringContaining('Dana Whitfield'),
    })
    expect(await eventsOf(connection)).toHaveLength(1)
  })

  it('acts once, however often its job runs, also at the same time', async () => {
    const connection = await makeConnection(test)
    await deliver(intake, connection, stripePayment('pi_once'))
    await Promise.all([run(connection), run(connection), run(connection)])
    await run(connection)
    expect(await deliveryOf(connection)).toMatchObject({ state: 'processed', attempts: 1 })
    expect(await paymentsOf(connection)).toHaveLength(1)
  })

  it('does nothing with a kind that needs no act, and says so', async () => {
    const connection = await makeConnection(test)
    await deliver(
      intake,
      connection,
      JSON.stringify({ id: 'evt_x', type: 'product.created', created: 1_791_388_933, data: { object: {} } }),
    )
    await run(connection)
    expect(await deliveryOf(connection)).toMatchObject({ state: 'ignored', result: expect.stringContaining('product.created') })
  })

  it('parks at once what cannot be read, naming the place and not the value', async () => {
    const connection = await makeConnection(test, { provider: 'calendly' })
    await deliver(intake, connection, JSON.stringify({ event: 'invitee.created', created_at: 'SECRET-VALUE', payload: {} }))
    await run(connection)
    const delivery = await deliveryOf(connection)
    expect(delivery).toMatchObject({ state: 'parked', attempts: 1, error: expect.stringContaining('created_at') })
    expect(delivery.error).not.toContain('SECRET-VALUE')
    expect(delivery.finished_at).not.toBeNull()
  })

  it('is kept as failed and tried again when it fails, with nothing half done and no data in its error', async () => {
    const connection = await makeConnection(test, { provider: 'calendly' })
    await deliver(intake, connection, calendlyBooking('fails-first', { email: 'private@example.com' }))
    const mend = await refuseEvents('no place for private@example.com')
    await expect(run(connection, 1)).rejects.toThrow()
    await expect(run(connection, 2)).rejects.toThrow()
    const failed = await deliveryOf(connection)
    expect(failed).toMatchObject({ state: 'failed', attempts: 2, finished_at: null })
    expect(failed.error).not.toContain('private@example.com')
    expect(await test.owner`select id from leads where organization_id = ${connection.organizationId}`).toEqual([])
    await mend()
    await run(connection, 3)
    expect(await deliveryOf(connection)).toMatchObject({ state: 'processed', attempts: 3, error: null })
    expect(await eventsOf(connection)).toHaveLength(1)
  })

  it('is parked after eight failures, and a replay processes it once the cause is gone', async () => {
    const connection = await makeConnection(test, { provider: 'calendly' })
    await deliver(intake, connection, calendlyBooking('fails-eight-times'))
    const mend = await refuseEvents('closed')
    for (let attempt = 1; attempt <= 7; attempt += 1) await expect(run(connection, attempt)).rejects.toThrow()
    await run(connection, 8)
    expect(await deliveryOf(connection)).toMatchObject({ state: 'parked', attempts: 8, error: expect.stringContaining('replay') })
    await mend()
    await run(connection, 1)
    expect(await deliveryOf(connection)).toMatchObject({ state: 'parked' })
    const { id } = await deliveryOf(connection)
    const replay = () => as(test.database, connection.admin, (tx) => replayDelivery({ actor: connection.admin, input: { id }, tx }))
    await Promise.all([replay(), replay()])
    await Promise.all([run(connection), run(connection)])
    expect(await deliveryOf(connection)).toMatchObject({ state: 'processed', error: null })
    expect(await eventsOf(connection)).toHaveLength(1)
  })

  it('is parked when its process died on every try', async () => {
    const connection = await makeConnection(test)
    await deliver(intake, connection, stripePayment('pi_deadly'))
    await run(connection, 9)
    expect(await deliveryOf(connection)).toMatchObject({ state: 'parked', error: expect.stringContaining('stopped') })
    expect(await paymentsOf(connection)).toEqual([])
  })
})

describe('replaying a delivery', () => {
  it('that was processed changes nothing that it did', async () => {
    const connection = await makeConnection(test)
    await deliver(intake, connection, stripePayment('pi_replayed'))
    await run(connection)
    const { id } = await deliveryOf(connection)
    await as(test.database, connection.admin, (tx) => replayDelivery({ actor: connection.admin, input: { id }, tx }))
    expect(await deliveryOf(connection)).toMatchObject({ state: 'received', finished_at: null })
    await run(connection)
    expect(await deliveryOf(connection)).toMatchObject({ state: 'processed' })
    expect(await paymentsOf(connection)).toHaveLength(1)
  })

  it('leaves one waiting job, however often it is asked for', async () => {
    const connection = await makeConnection(test)
    await deliver(intake, connection, stripePayment('pi_double_click'))
    await run(connection)
    await test.owner`delete from graphile_worker._private_jobs where payload ->> 'connectionId' = ${connection.id}`
    const { id } = await deliveryOf(connection)
    const replay = () => as(test.database, connection.admin, (tx) => replayDelivery({ actor: connection.admin, input: { id }, tx }))
    await Promise.all([replay(), replay(), replay()])
    expect(await test.owner`select id from graphile_worker._private_jobs where payload ->> 'connectionId' = ${connection.id}`).toHaveLength(
      1,
    )
  })

  it('is refused for one whose body was not kept, and says why', async () => {
    const connection = await makeConnection(test)
    await deliver(intake, connection, '{}', { 'stripe-signature': 't=1,v1=00' })
    const { id } = await deliveryOf(connection)
    await expect(
      as(test.database, connection.admin, (tx) => replayDelivery({ actor: connection.admin, input: { id }, tx })),
    ).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('body was not kept'),
    })
  })

  it('answers for another organization’s delivery as for one that is not there', async () => {
    const [mine, theirs] = [await makeConnection(test), await makeConnection(test)]
    await deliver(intake, theirs, stripePayment('pi_theirs'))
    const { id } = await deliveryOf(theirs)
    await expect(as(test.database, mine.admin, (tx) => replayDelivery({ actor: mine.admin, input: { id }, tx }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
