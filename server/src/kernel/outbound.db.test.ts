import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { type AcuityEmulator, startAcuity } from '../../test/emulators/acuity.ts'
import { makeConnection } from '../../test/intake.ts'
import { type FakeClock, fakeClock, outboundTo } from '../../test/outbound.ts'
import { createDatabase } from '../database/tenant-transaction.ts'
import type { Outbound } from './outbound.ts'
import type { CalledConnection, ProviderAnswer } from './outbound-call.ts'

let test: TestDatabase
let acuity: AcuityEmulator
let clock: FakeClock
let connection: CalledConnection

beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  acuity = await startAcuity()
  acuity.appointment(1)
  clock = fakeClock()
  connection = await connectionOf()
})
afterEach(() => acuity.close())

async function connectionOf(): Promise<CalledConnection> {
  const { organizationId, id } = await makeConnection(test, { provider: 'acuity' })
  return { organizationId, connectionId: id, provider: 'acuity' }
}

const authorization = () => `Basic ${Buffer.from(`${acuity.userId}:${acuity.apiKey}`).toString('base64')}`

const ask = (outbound: Outbound, given: Partial<Parameters<Outbound['call']>[0]> = {}): Promise<ProviderAnswer> =>
  outbound.call({ connection, requestId: 'req-outbound', path: '/appointments/1', authorization: authorization(), ...given })

const healthOf = async ({ connectionId }: CalledConnection) => {
  const [row] = await test.owner<{ failures: number; until: Date | null; error: string | null; success: Date | null }[]>`
    select failures_in_a_row as failures, open_until as until, last_error as error, last_success_at as success
    from connection_health where connection_id = ${connectionId}`
  return row
}

describe('a call to a provider', () => {
  it('answers, and says when it was asked', async () => {
    const answer = await ask(outboundTo(test.database, acuity.url, { clock }))
    expect(answer).toMatchObject({
      status: 200,
      body: { id: 1, email: 'ruth.amador@example.com' },
      askedAt: new Date('2026-11-20T12:00:00Z'),
    })
    expect(await healthOf(connection)).toMatchObject({ failures: 0, until: null, error: null, success: new Date('2026-11-20T12:00:00Z') })
  })

  it('is tried three times, with growing delays', async () => {
    acuity.meet({ status: 502 }, 'reset')
    expect(await ask(outboundTo(test.database, acuity.url, { clock }))).toMatchObject({ status: 200 })
    expect(acuity.calls).toHaveLength(3)
    expect(clock.waits).toEqual([375, 750])
  })

  it('says so, and when to come again, where the provider stays silent', async () => {
    acuity.suffer('silence')
    const refused = ask(outboundTo(test.database, acuity.url, { clock, timeoutMs: 40 }))
    await expect(refused).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      message: 'Acuity gave no answer within 0.04 s.',
      details: { retryAfter: 2 },
    })
    expect(acuity.calls).toHaveLength(3)
  })

  it('waits as long as it is asked to, in seconds or until a date', async () => {
    acuity.meet(
      { status: 429, headers: { 'retry-after': '7' } },
      { status: 503, headers: { 'retry-after': 'Fri, 20 Nov 2026 12:00:10 GMT' } },
    )
    expect(await ask(outboundTo(test.database, acuity.url, { clock }))).toMatchObject({ status: 200 })
    expect(clock.waits).toEqual([7_000, 3_000])
  })

  it('is given up at once where it is asked to wait long, and nobody else calls meanwhile', async () => {
    acuity.meet({ status: 429, headers: { 'retry-after': '120' } })
    await expect(ask(outboundTo(test.database, acuity.url, { clock }))).rejects.toMatchObject({ details: { retryAfter: 120 } })
    const another = createDatabase({ url: test.url('app_user'), max: 2 })
    await expect(ask(outboundTo(another, acuity.url, { clock }))).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    expect(acuity.calls).toHaveLength(1)
    clock.pass(120_000)
    expect(await ask(outboundTo(another, acuity.url, { clock }))).toMatchObject({ status: 200 })
    await another.close()
  })

  it('is not sent twice where that could do harm', async () => {
    acuity.meet({ status: 500 })
    await expect(ask(outboundTo(test.database, acuity.url, { clock }), { method: 'POST', json: {} })).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
    })
    expect(acuity.calls).toHaveLength(1)
  })

  it.each([
    ['a redirect', { status: 302, headers: { location: 'https://elsewhere.example/' } }, 'Acuity sends elsewhere (302).', 1],
    ['a page that is no JSON', { status: 200, body: '<html>' }, 'Acuity answered with something that is no JSON.', 3],
    ['more than it may', { status: 200, body: JSON.stringify('x'.repeat(2_200_000)) }, 'Acuity answered with more than 2 MiB.', 1],
  ])('does not take %s for an answer', async (_what, mishap, message, calls) => {
    acuity.suffer(mishap)
    await expect(ask(outboundTo(test.database, acuity.url, { clock }))).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE', message })
    expect(acuity.calls).toHaveLength(calls)
  })

  it.each(['/../../me', '@elsewhere.example/', 'appointments/1'])('goes nowhere but to the provider: not to %j', async (path) => {
    await expect(ask(outboundTo(test.database, acuity.url, { clock }), { path })).rejects.toThrow('leads away from the API of Acuity')
    expect(acuity.calls).toEqual([])
  })

  it('hands on a refusal that its caller knows what to do with, and keeps one of the key in words', async () => {
    const outbound = outboundTo(test.database, acuity.url, { clock })
    expect(await ask(outbound, { path: '/appointments/404' })).toMatchObject({ status: 404 })
    expect(await ask(outbound, { authorization: 'Basic d3Jvbmc=' })).toMatchObject({ status: 401 })
    expect(await healthOf(connection)).toMatchObject({ failures: 0, error: 'Acuity does not accept the key (401). Enter the current one.' })
  })

  it('is logged with its request id, and without any secret', async () => {
    const outbound = outboundTo(test.database, acuity.url, { clock, timeoutMs: 40 })
    await ask(outbound, { path: '/appointments/1?api_key=hidden-in-the-query' })
    acuity.suffer('silence')
    const thrown: unknown = await ask(outbound).catch((error: unknown) => error)
    const told = `${outbound.logs.join('\n')}${JSON.stringify(thrown)}${String(thrown)}${JSON.stringify(await healthOf(connection))}`
    for (const secret of [acuity.apiKey, authorization(), authorization().slice(6), 'hidden-in-the-query'])
      expect(told).not.toContain(secret)
    expect(outbound.logs).toHaveLength(4)
    for (const line of outbound.logs)
      expect(JSON.parse(line)).toMatchObject({ requestId: 'req-outbound', connectionId: connection.connectionId })
  })
})

describe('the breaker of a connection', () => {
  it('opens after five failures in a row, for a minute, for every process; then one call is let through', async () => {
    const another = createDatabase({ url: test.url('app_user'), max: 2 })
    const [here, there] = [outboundTo(test.database, acuity.url, { clock }), outboundTo(another, acuity.url, { clock })]
    acuity.suffer({ status: 500 })
    await expect(ask(here)).rejects.toMatchObject({ message: 'Acuity is out of order (500).' })
    // The fifth failure opens it, so the third try of this call is not made.
    await expect(ask(there)).rejects.toMatchObject({ message: 'Acuity is out of order (500).', details: { retryAfter: 60 } })
    expect(acuity.calls).toHaveLength(5)
    expect(await healthOf(connection)).toMatchObject({ failures: 5, error: 'Acuity is out of order (500).' })
    const message = 'Acuity failed again and again, so it is left alone for a moment.'
    for (const outbound of [here, there]) await expect(ask(outbound)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE', message })
    expect(acuity.calls).toHaveLength(5)

    clock.pass(60_000)
    acuity.suffer('silence')
    const probing = ask(outboundTo(test.database, acuity.url, { clock, timeoutMs: 60_000 })).catch((error: unknown) => error)
    await expect.poll(() => acuity.calls.length).toBe(6)
    await expect(ask(there)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    acuity.release()
    expect(await probing).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    expect(acuity.calls).toHaveLength(6)

    clock.pass(60_000)
    acuity.suffer(null)
    expect(await ask(there)).toMatchObject({ status: 200 })
    expect(await healthOf(connection)).toMatchObject({ failures: 0, until: null })
    expect(await ask(here)).toMatchObject({ status: 200 })
    await another.close()
  })

  it('is shut again by any success before the fifth failure', async () => {
    const outbound = outboundTo(test.database, acuity.url, { clock })
    for (let round = 0; round < 4; round += 1) {
      acuity.meet({ status: 500 }, { status: 500 })
      expect(await ask(outbound)).toMatchObject({ status: 200 })
    }
    expect(acuity.calls).toHaveLength(12)
  })

  it('of one connection says nothing of another', async () => {
    const outbound = outboundTo(test.database, acuity.url, { clock })
    acuity.suffer({ status: 500 })
    for (let round = 0; round < 2; round += 1) await ask(outbound).catch(() => null)
    acuity.suffer(null)
    const other = await connectionOf()
    expect(await ask(outbound, { connection: other })).toMatchObject({ status: 200 })
    await expect(ask(outbound)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
  })
})

describe('the limits of a connection', () => {
  it('let fifty calls through in any minute, of all processes together, and another connection’s beside them', async () => {
    const another = createDatabase({ url: test.url('app_user'), max: 2 })
    const outbounds = [outboundTo(test.database, acuity.url, { clock }), outboundTo(another, acuity.url, { clock })]
    for (let call = 0; call < 50; call += 1) {
      await ask(outbounds[call % 2] ?? outboundTo(test.database, acuity.url))
      clock.pass(100)
    }
    await expect(ask(outboundTo(test.database, acuity.url, { clock }))).rejects.toMatchObject({
      message: 'Acuity was called as often as this connection may in a minute.',
      details: { retryAfter: 55 },
    })
    expect(await ask(outboundTo(test.database, acuity.url, { clock }), { connection: await connectionOf() })).toMatchObject({ status: 200 })
    clock.pass(55_000)
    expect(await ask(outboundTo(test.database, acuity.url, { clock }))).toMatchObject({ status: 200 })
    expect(acuity.calls).toHaveLength(52)
    await another.close()
  })

  it('let five calls be under way at once, and free their places when a process dies', async () => {
    acuity.suffer('silence')
    const outbound = outboundTo(test.database, acuity.url, { clock, timeoutMs: 60_000 })
    const hanging = Array.from({ length: 5 }, () => ask(outbound).catch((error: unknown) => error))
    await expect.poll(() => acuity.calls.length).toBe(5)
    acuity.suffer(null)
    await expect(ask(outbound)).rejects.toMatchObject({ message: 'Too many calls to Acuity are under way.' })
    // Whoever never said that its call was over is taken for dead once the call must be.
    clock.pass(65_000)
    expect(await ask(outbound)).toMatchObject({ status: 200 })
    acuity.release()
    await Promise.all(hanging)
  })

  it('make calls of one lane wait for each other, in every process', async () => {
    acuity.suffer('silence')
    const another = createDatabase({ url: test.url('app_user'), max: 2 })
    const first = ask(outboundTo(test.database, acuity.url, { clock, timeoutMs: 60_000 }), {
      lane: 'appointment:1',
      repeatable: false,
    }).catch((error: unknown) => error)
    await expect.poll(() => acuity.calls.length).toBe(1)
    acuity.suffer(null)
    const there = outboundTo(another, acuity.url, { clock })
    await expect(ask(there, { lane: 'appointment:1' })).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    expect(await ask(there, { lane: 'appointment:2' })).toMatchObject({ status: 200 })
    acuity.release()
    await first
    expect(await ask(there, { lane: 'appointment:1' })).toMatchObject({ status: 200 })
    await another.close()
  })
})
