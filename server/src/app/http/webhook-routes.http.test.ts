import http from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { as, deliver, type Intake, makeConnection, signed, startIntake, type TestConnection, testVault } from '../../../test/intake.ts'
import { until } from '../../../test/until.ts'
import { stripePayment } from '../../../test/webhook-bodies.ts'
import { createDatabase } from '../../database/tenant-transaction.ts'
import { rotateConnectionSecret } from '../../modules/connections/service/rotate-secret.ts'
import { updateConnection } from '../../modules/connections/service/update-connection.ts'

interface StoredDelivery {
  id: string
  state: string
  answer: number
  kind: string
  body: Buffer | null
  error: string | null
  repeats: number
  request_id: string
  remote_address: string
}

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

const deliveriesOf = (connection: TestConnection) =>
  test.owner<StoredDelivery[]>`select * from deliveries where connection_id = ${connection.id} order by received_at, id`

const jobsOf = (connection: TestConnection) =>
  test.owner<{ payload: { deliveryId: string; requestId: string } }[]>`
    select payload from graphile_worker._private_jobs where payload ->> 'connectionId' = ${connection.id}`

describe('what is let in', () => {
  it('is answered 200 once it is stored as it was signed, but for what is masked, together with its job', async () => {
    const connection = await makeConnection(test)
    const body = stripePayment('pi_good')
    const answer = await deliver(intake, connection, body, { 'x-request-id': 'edge-12345678' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('x-request-id')).toBe('edge-12345678')
    const [delivery] = await deliveriesOf(connection)
    expect(delivery).toMatchObject({
      state: 'received',
      answer: 200,
      kind: 'payment_intent.succeeded',
      request_id: 'edge-12345678',
      remote_address: '127.0.0.1',
    })
    expect(delivery?.body?.toString()).toBe(body.replace('pi_good_secret_doNotShow', '••••'))
    const jobs = await jobsOf(connection)
    expect(jobs.map(({ payload }) => payload)).toEqual([expect.objectContaining({ deliveryId: delivery?.id, requestId: 'edge-12345678' })])
  })

  it('is one delivery and one job when the same is sent again, one after another or all at once', async () => {
    const connection = await makeConnection(test)
    const body = stripePayment('pi_again')
    const answers = await Promise.all(Array.from({ length: 12 }, () => deliver(intake, connection, body)))
    answers.push(await deliver(intake, connection, body))
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 13 }, () => 200))
    const deliveries = await deliveriesOf(connection)
    expect(deliveries).toHaveLength(1)
    expect(deliveries[0]?.repeats).toBe(12)
    expect(await jobsOf(connection)).toHaveLength(1)
  })

  it('keeps the same message to two connections apart', async () => {
    const [one, other] = [await makeConnection(test), await makeConnection(test)]
    const body = stripePayment('pi_shared')
    expect((await deliver(intake, one, body)).status).toBe(200)
    expect((await deliver(intake, other, body)).status).toBe(200)
    expect(await deliveriesOf(one)).toHaveLength(1)
    expect(await deliveriesOf(other)).toHaveLength(1)
  })

  it('may be signed with the replaced secret until the overlap ends', async () => {
    const connection = await makeConnection(test)
    const rotate = (secret: string, overlapHours: number) =>
      as(test.database, connection.admin, (tx) =>
        rotateConnectionSecret({
          actor: connection.admin,
          input: { id: connection.id, field: 'webhook_secret', secret, overlapHours },
          tx,
          vault: testVault,
        }),
      )
    const send = async (purchase: string, secret: string) => {
      const body = stripePayment(purchase)
      return (await deliver(intake, connection, body, signed(connection, body, new Date(), secret))).status
    }
    await rotate('whsec_the_second', 1)
    expect([await send('pi_old', connection.secret), await send('pi_new', 'whsec_the_second')]).toEqual([200, 200])
    await rotate('whsec_the_third', 0)
    expect([
      await send('pi_first', connection.secret),
      await send('pi_second', 'whsec_the_second'),
      await send('pi_third', 'whsec_the_third'),
    ]).toEqual([401, 401, 200])
  })
})

describe('what is refused', () => {
  const body = stripePayment('pi_refused')
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
  const cases: [string, (connection: TestConnection) => Record<string, string>][] = [
    ['has no signature', () => ({})],
    ['has a wrong signature', (connection) => signed(connection, body, new Date(), 'whsec_of_somebody_else')],
    ['has the signature of another body', (connection) => signed(connection, `${body} `)],
    ['was signed more than five minutes ago', (connection) => signed(connection, body, minutesAgo(6))],
    ['was signed more than five minutes in the future', (connection) => signed(connection, body, minutesAgo(-6))],
    ['has a signature of no known form', () => ({ 'stripe-signature': 'v1' })],
  ]

  it.each(cases)('is answered 401 and kept without its body, when it %s', async (_name, headersOf) => {
    const connection = await makeConnection(test)
    const answer = await fetch(intake.url + connection.path, { method: 'POST', body, headers: headersOf(connection) })
    expect(answer.status).toBe(401)
    const [delivery] = await deliveriesOf(connection)
    expect(delivery).toMatchObject({ state: 'refused', answer: 401, body: null })
    expect(await jobsOf(connection)).toEqual([])
    expect(intake.logs.some((line) => line.includes(connection.id) && line.includes('"security":true'))).toBe(true)
  })

  it('is answered 401 while the connection has no secret', async () => {
    const connection = await makeConnection(test, { secret: null })
    const answer = await fetch(intake.url + connection.path, {
      method: 'POST',
      body,
      headers: signed({ ...connection, secret: 'guess' }, body),
    })
    expect(answer.status).toBe(401)
    expect(await deliveriesOf(connection)).toEqual([expect.objectContaining({ state: 'refused', error: expect.stringMatching(/secret/) })])
  })

  it('never shows the secret in a log', async () => {
    const connection = await makeConnection(test)
    await deliver(intake, connection, body, { 'stripe-signature': 't=1,v1=00' })
    expect(intake.logs.join('\n')).not.toContain(connection.secret)
  })

  it('is answered 404 when the address names no connection of that provider', async () => {
    const connection = await makeConnection(test)
    const paths = [
      '/webhooks',
      '/webhooks/stripe',
      '/webhooks/stripe/not-an-id',
      '/webhooks/stripe/0197a000-0000-7000-8000-000000000000',
      `/webhooks/calendly/${connection.id}`,
      `/webhooks/paypal/${connection.id}`,
      `${connection.path}/more`,
    ]
    for (const path of paths) expect([path, (await deliver(intake, { ...connection, path }, body)).status]).toEqual([path, 404])
  })

  it('is answered 404 at once when the connection is switched off, and let in again when it is switched on', async () => {
    const connection = await makeConnection(test)
    const enable = (enabled: boolean) =>
      as(test.database, connection.admin, (tx) => updateConnection({ actor: connection.admin, input: { id: connection.id, enabled }, tx }))
    await enable(false)
    expect((await deliver(intake, connection, body)).status).toBe(404)
    await enable(true)
    expect((await deliver(intake, connection, body)).status).toBe(200)
  })

  it('is answered 405 when it is not posted', async () => {
    const connection = await makeConnection(test)
    const answer = await fetch(intake.url + connection.path)
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
  })

  it('is answered 400 when it is rightly signed and no JSON, and 401 when it is neither', async () => {
    const connection = await makeConnection(test)
    expect((await deliver(intake, connection, '{"half":')).status).toBe(400)
    expect((await deliver(intake, connection, '')).status).toBe(400)
    expect((await deliver(intake, connection, '{"half":', { 'stripe-signature': 't=1,v1=00' })).status).toBe(401)
    expect((await deliveriesOf(connection)).map(({ answer, state, body: kept }) => [answer, state, kept])).toEqual([
      [400, 'refused', null],
      [400, 'refused', null],
      [401, 'refused', null],
    ])
    expect(await jobsOf(connection)).toEqual([])
  })

  it('is stored all the same when its texts hold what the database keeps in no column', async () => {
    const connection = await makeConnection(test)
    expect((await deliver(intake, connection, JSON.stringify({ id: 'evt_\u0000zero', type: 'odd\u0000kind' }))).status).toBe(200)
    expect(await deliveriesOf(connection)).toEqual([expect.objectContaining({ kind: 'oddkind' })])
  })
})

describe('a body over 1 MiB', () => {
  const limit = 1024 * 1024

  it('is answered 413, and one of exactly 1 MiB is let in', async () => {
    const connection = await makeConnection(test)
    const start = '{"type":"x","pad":"'
    const exact = `${start}${'a'.repeat(limit - start.length - 2)}"}`
    expect((await deliver(intake, connection, exact)).status).toBe(200)
    expect((await deliver(intake, connection, `${exact} `)).status).toBe(413)
  })

  it('is answered 413 while it still comes, when it comes in chunks and does not say its length', async () => {
    const connection = await makeConnection(test)
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = http.request(intake.url + connection.path, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } })
      const chunk = Buffer.alloc(64 * 1024, 'a')
      let answered = false
      const write = () => {
        while (!answered && request.write(chunk));
        if (!answered) request.once('drain', write)
      }
      request.once('response', (response) => {
        answered = true
        resolve(response.statusCode)
        request.destroy()
      })
      request.on('error', (error) => answered || reject(error))
      write()
    })
    expect(status).toBe(413)
    expect(await deliveriesOf(connection)).toEqual([])
  })

  it('breaks nothing when its sender gives up half-way', async () => {
    const connection = await makeConnection(test)
    const request = http.request(intake.url + connection.path, { method: 'POST', headers: { 'content-length': '1000' } })
    const closed = new Promise((resolve) => request.once('error', resolve))
    await new Promise((resolve) => request.write('{"half":', resolve))
    request.destroy(new Error('gave up'))
    await closed
    expect((await deliver(intake, connection, stripePayment('pi_after'))).status).toBe(200)
  })
})

describe('limits', () => {
  let limited: Intake
  beforeAll(async () => {
    limited = await startIntake(test.database, { limited: true, trustedProxies: 1 })
  })
  afterAll(() => limited.close())

  const from = (address: string) => ({ 'x-forwarded-for': `203.0.113.99, ${address}` })

  it.each([
    ['stripe', 60],
    ['calendly', 100],
  ] as const)('let a %s connection have %i deliveries a minute, from however many addresses', async (provider, allowed) => {
    const connection = await makeConnection(test, { provider })
    const statuses: number[] = []
    for (let n = 0; n < allowed; n += 1) statuses.push((await deliver(limited, connection, `{"n":${n}}`, from(`198.51.100.${n}`))).status)
    expect(new Set(statuses)).toEqual(new Set([200]))
    const over = await deliver(limited, connection, '{"n":"over"}', from('198.51.100.200'))
    expect(over.status).toBe(429)
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(over.headers.get('retry-after'))).toBeLessThanOrEqual(60)
  })

  it('let one address have as many, over however many connections', async () => {
    const connections = await Promise.all(Array.from({ length: 4 }, () => makeConnection(test)))
    const statuses: number[] = []
    for (let n = 0; n < 61; n += 1) {
      const connection = connections[n % connections.length]
      if (connection) statuses.push((await deliver(limited, connection, `{"n":${n}}`, from('192.0.2.7'))).status)
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(60)
    expect(statuses.at(-1)).toBe(429)
  })

  it('cannot be used up by somebody who has not the secret', async () => {
    const connection = await makeConnection(test)
    for (let n = 0; n < 70; n += 1) await deliver(limited, connection, '{}', { 'stripe-signature': 't=1,v1=00', ...from(`198.18.0.${n}`) })
    expect((await deliver(limited, connection, '{"real":true}', from('198.18.1.1'))).status).toBe(200)
  })

  it('bound what refused requests may write, also where deliveries are not limited', async () => {
    const connection = await makeConnection(test)
    for (let n = 0; n < 70; n += 1) expect((await deliver(intake, connection, '{}', { 'stripe-signature': 't=1,v1=00' })).status).toBe(401)
    expect((await deliveriesOf(connection)).length).toBeLessThanOrEqual(60)
  })

  it('remember nothing of connections that do not exist', async () => {
    const connection = await makeConnection(test)
    const path = '/webhooks/stripe/0197a000-0000-7000-8000-00000000dead'
    await deliver(limited, { ...connection, path }, '{}', from('192.0.2.33'))
    const rows = await test.owner`select key from intake.rate_limits where key like ${'%00000000dead'}`
    expect(rows).toEqual([])
  })
})

describe('when the database cannot be reached', () => {
  it('is answered 503 with a time to try again, and nothing is let in', async () => {
    const database = createDatabase({ url: 'postgres://app_user@127.0.0.1:1/none', max: 2, connectMs: 500 })
    const closed = await startIntake(database)
    const connection = await makeConnection(test)
    const answer = await deliver(closed, connection, stripePayment('pi_closed'))
    expect(answer.status).toBe(503)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    await closed.close()
    await database.close()
  })

  it('is answered 503 when the limiter fails, even though the rest would work', async () => {
    const limited = await startIntake(test.database, { limited: true })
    const connection = await makeConnection(test)
    await test.owner`alter function intake.consume_all rename to consume_gone`
    try {
      expect((await deliver(limited, connection, stripePayment('pi_limiter'))).status).toBe(503)
    } finally {
      await test.owner`alter function intake.consume_gone rename to consume_all`
      await limited.close()
    }
    expect(await deliveriesOf(connection)).toEqual([])
  })

  it('is answered 503 when connections are cut in the middle, and let in once when it is sent again', async () => {
    const connection = await makeConnection(test)
    const bodies = Array.from({ length: 20 }, (_, n) => stripePayment(`pi_cut_${n}`))
    const sending = Promise.all(bodies.map((body) => deliver(intake, connection, body)))
    await test.owner`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app_user' and datname = ${test.name}`
    const first = await sending
    expect(first.every(({ status }) => status === 200 || status === 503)).toBe(true)
    const again = async (body: string) => (await deliver(intake, connection, body)).status
    for (const body of bodies) await until('it is let in', async () => (await again(body)) === 200)
    const deliveries = await deliveriesOf(connection)
    expect(deliveries).toHaveLength(bodies.length)
    expect(await jobsOf(connection)).toHaveLength(bodies.length)
  })
})
