import net from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { as, deliver, type Intake, makeConnection, signed, startIntake, type TestConnection } from '../../../test/intake.ts'
import { until } from '../../../test/until.ts'
import { calendlyBooking, stripePayment } from '../../../test/webhook-bodies.ts'
import type { SessionSettings } from '../../database/session-settings.ts'
import { createDatabase } from '../../database/tenant-transaction.ts'

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

const idsOf = (connections: readonly TestConnection[]) => connections.map(({ id }) => id)

describe('deliveries that arrive together', () => {
  it('are stored together, each with its own job for its own tenant', async () => {
    const connections = await Promise.all(
      Array.from({ length: 8 }, (_, n) => makeConnection(test, { provider: n % 2 === 0 ? 'stripe' : 'calendly' })),
    )
    const sent = connections.flatMap((connection, n) =>
      Array.from({ length: 10 }, (_, turn) => {
        const body = connection.provider === 'stripe' ? stripePayment(`pi_${n}_${turn}`) : calendlyBooking(`invitee-${n}-${turn}`)
        return { connection, body }
      }),
    )
    const answers = await Promise.all(sent.map(({ connection, body }) => deliver(intake, connection, body)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const stored = await test.owner<{ organization: string; connection: string; body: string; payload: object; written: string }[]>`
      select d.organization_id as organization, d.connection_id as connection, convert_from(d.body, 'UTF8') as body, d.xmin::text as written, j.payload
      from deliveries d join graphile_worker._private_jobs j on j.payload ->> 'deliveryId' = d.id::text
      where d.connection_id = any(${idsOf(connections)}::uuid[])`
    expect(stored).toHaveLength(sent.length)
    // The control: they did travel together.
    expect(new Set(stored.map(({ written }) => written)).size).toBeLessThan(sent.length)
    for (const { connection, body } of sent) {
      const [row] = stored.filter((each) => each.body === body.replace(/pi_\d_\d_secret_doNotShow/, '••••'))
      const { organizationId, id, provider } = connection
      expect(row).toMatchObject({
        organization: organizationId,
        connection: id,
        payload: { organizationId, connectionId: id, provider, connectionName: 'Main' },
      })
    }
  })

  it('are one delivery and one job where they are the same', async () => {
    const [one, other] = [await makeConnection(test), await makeConnection(test)]
    const body = stripePayment('pi_same')
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => deliver(intake, n % 3 === 0 ? other : one, body)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const rows = await test.owner`select connection_id, repeats from deliveries where connection_id = any(${idsOf([one, other])}::uuid[])`
    expect(Object.fromEntries(rows.map((row) => [String(row.connection_id), Number(row.repeats)]))).toEqual({ [one.id]: 19, [other.id]: 9 })
    const jobs = await test.owner`select from graphile_worker._private_jobs where payload ->> 'connectionId' = any(${idsOf([one, other])})`
    expect(jobs).toHaveLength(2)
  })

  it('are stored where one of them cannot be, which alone is sent back', async () => {
    const connections = await Promise.all(Array.from({ length: 4 }, () => makeConnection(test)))
    await test.owner
      .unsafe(`create function refuse_bad() returns trigger language plpgsql as $$ begin raise exception 'no place for it'; end $$;
      create trigger refuse_bad before insert on deliveries for each row when (new.dedupe_key = 'evt_bad') execute function refuse_bad()`)
    try {
      const sent = Array.from({ length: 40 }, (_, n) => (n === 17 ? 'bad' : `good_${n}`))
      const answers = await Promise.all(
        sent.map((name, n) => deliver(intake, connections[n % 4] ?? fail(), stripePayment(name, { eventId: `evt_${name}` }))),
      )
      expect(answers.map(({ status }) => status)).toEqual(sent.map((name) => (name === 'bad' ? 503 : 200)))
      const stored = await test.owner`select dedupe_key from deliveries where connection_id = any(${idsOf(connections)}::uuid[])`
      expect(stored.map(({ dedupe_key }) => String(dedupe_key)).sort()).toEqual(
        sent
          .filter((name) => name !== 'bad')
          .map((name) => `evt_${name}`)
          .sort(),
      )
    } finally {
      await test.owner.unsafe('drop trigger refuse_bad on deliveries; drop function refuse_bad')
    }
  })

  it('are stored whoever hangs up meanwhile', async () => {
    const connection = await makeConnection(test)
    const { hostname, port } = new URL(intake.url)
    const leave = (body: string) =>
      new Promise<void>((resolve, reject) => {
        const headers = { host: hostname, 'content-length': String(Buffer.byteLength(body)), ...signed(connection, body) }
        const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
        const socket = net.connect(Number(port), hostname, () =>
          socket.write(`POST ${connection.path} HTTP/1.1\r\n${head.join('')}\r\n${body}`, () => socket.destroy()),
        )
        socket.once('error', reject).once('close', () => resolve())
      })
    const stays = Array.from({ length: 10 }, (_, n) => deliver(intake, connection, stripePayment(`pi_stays_${n}`)))
    await Promise.all(Array.from({ length: 10 }, (_, n) => leave(stripePayment(`pi_leaves_${n}`))))
    expect((await Promise.all(stays)).map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
    // Where the whole request had arrived before its sender left, it is stored; each that is has its job, and nobody else is harmed.
    await until('nothing is under way', async () => {
      const [row] = await test.owner<{ n: number }[]>`
        select count(*)::int as n from pg_stat_activity where datname = ${test.name} and usename = 'app_user' and state <> 'idle'`
      return row?.n === 0
    })
    const [counts] = await test.owner`
      select (select count(*)::int from deliveries where connection_id = ${connection.id}) as deliveries,
        (select count(*)::int from graphile_worker._private_jobs where payload ->> 'connectionId' = ${connection.id}) as jobs`
    expect(counts?.jobs).toBe(counts?.deliveries)
    expect(counts?.deliveries).toBeGreaterThanOrEqual(10)
  })
})

describe('what stores them', () => {
  const asIntake: SessionSettings = {
    organizationId: null,
    userId: null,
    scope: 'none',
    repIds: [],
    actor: 'webhook:intake',
    requestId: '',
  }
  const store = (settings: SessionSettings, organizationId: string, connectionId: string) =>
    test.database.transaction(settings, (tx) =>
      tx.query<{ place: number }>(
        `select * from intake.store_deliveries(array[$1]::uuid[], array[$2]::uuid[], array[gen_random_uuid()], array['key'], array['kind'],
           array['{}'::bytea], array['a'], array['r'], array[null]::int[], 'connections.process-delivery', 9)`,
        [organizationId, connectionId],
      ),
    )
  const storedOf = (connection: TestConnection) => test.owner`select from deliveries where connection_id = ${connection.id}`

  it('stores nothing for a tenant whose connection it is not', async () => {
    const [mine, theirs] = [await makeConnection(test), await makeConnection(test)]
    expect(await store(asIntake, mine.organizationId, theirs.id)).toEqual([])
    expect(await storedOf(theirs)).toEqual([])
    expect(await store(asIntake, theirs.organizationId, theirs.id)).toHaveLength(1)
  })

  it('stores nothing for a connection that was switched off since it was asked for', async () => {
    const connection = await makeConnection(test)
    await test.owner`update connections set state = 'disabled' where id = ${connection.id}`
    expect(await store(asIntake, connection.organizationId, connection.id)).toEqual([])
    expect(await storedOf(connection)).toEqual([])
  })

  it('refuses everybody inside of a tenant, and whoever is not the intake', async () => {
    const [mine, theirs] = [await makeConnection(test), await makeConnection(test)]
    const refused = { code: '42501' }
    const call = (text: string) => as(test.database, mine.admin, (tx) => tx.query(text))
    await expect(store({ ...asIntake, organizationId: mine.organizationId }, theirs.organizationId, theirs.id)).rejects.toMatchObject(
      refused,
    )
    await expect(store({ ...asIntake, actor: 'job:other' }, theirs.organizationId, theirs.id)).rejects.toMatchObject(refused)
    await expect(
      call(`select * from intake.admit(array['stripe'], array['${theirs.id}']::uuid[], array['a'], array[1])`),
    ).rejects.toMatchObject(refused)
    await expect(call(`select * from intake.consume_all(array['a'], array[1], 60)`)).rejects.toMatchObject(refused)
    expect(await storedOf(theirs)).toEqual([])
  })
})

describe('limits over two servers', () => {
  const allowed = 60
  const race = async (connectionCount: number, addressOf: (n: number) => string) => {
    const databases = [test.database, createDatabase({ url: test.url('app_user'), max: 8 })]
    const servers = await Promise.all(databases.map((database) => startIntake(database, { limited: true, trustedProxies: 1 })))
    const connections = await Promise.all(Array.from({ length: connectionCount }, () => makeConnection(test)))
    const answers = await Promise.all(
      Array.from({ length: 2 * allowed + 20 }, (_, n) =>
        deliver(servers[n % 2] ?? fail(), connections[n % connectionCount] ?? fail(), stripePayment(`pi_limited_${n}`), {
          'x-forwarded-for': addressOf(n),
        }),
      ),
    )
    await Promise.all(servers.map((server) => server.close()))
    await databases[1]?.close()
    const taken = answers.filter(({ status }) => status === 200).length
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(answers.length - taken)
    const stored = await test.owner`select from deliveries where connection_id = any(${idsOf(connections)}::uuid[])`
    expect(stored).toHaveLength(taken)
    return taken
  }

  it('let a connection have as many as it is allowed, not as many from each', async () => {
    expect(await race(1, (n) => `198.51.100.${n}`)).toBe(allowed)
  })

  it('let an address have as many, over however many connections', async () => {
    expect(await race(8, () => '192.0.2.200')).toBe(allowed)
  })

  it('would let more through if they were read first and written afterwards', async () => {
    const [original] = await test.owner<{ definition: string }[]>`
      select pg_get_functiondef('intake.consume_all'::regproc) as definition`
    await test.owner.unsafe(`create or replace function intake.consume_all(keys text[], limits integer[], window_seconds integer)
      returns table (place integer, wait integer) language plpgsql security definer set search_path = pg_catalog as $$
      declare before integer[];
      begin
        select array_agg(coalesce(r.used, 0) order by u.place) into before
          from unnest(keys) with ordinality u (key, place) left join intake.rate_limits r on r.key = u.key;
        perform pg_sleep(0.02);
        insert into intake.rate_limits as r select u.key, now() + interval '1 minute', count(*) from unnest(keys) u (key) group by 1
          on conflict (key) do update set used = r.used + excluded.used;
        return query select u.place::int, case when before[u.place] < u.allowed then 0 else 60 end from unnest(limits) with ordinality u (allowed, place);
      end $$`)
    try {
      expect(await race(1, (n) => `203.0.113.${n}`)).toBeGreaterThan(allowed)
    } finally {
      await test.owner.unsafe(original?.definition ?? fail())
    }
  })
})

function fail(): never {
  throw new Error('There is no such one')
}
