import { type Provider, providers } from '@clinch/drizzle/tables'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { readFixture } from '../../../test/fixtures/read-fixture.ts'
import { deliver, type Intake, makeConnection, signed, startIntake, type TestConnection } from '../../../test/intake.ts'

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

const goodBodies: Readonly<Record<Provider, string>> = {
  calendly: JSON.stringify(readFixture('calendly/invitee.created')),
  stripe: JSON.stringify(readFixture('stripe/payment_intent.succeeded')),
  whop: JSON.stringify(readFixture('whop/v1.payment.succeeded')),
}

const minutes = (count: number) => new Date(Date.now() + count * 60_000)

/** One attempt: what is sent, with which headers; by default with the good body's own. */
interface Attempt {
  body?: string | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
  path?: string
  wanted: number
}

/** Every attempt on a connection, by name; another tenant's connection of the same provider stands beside it. */
function attemptsOn(mine: TestConnection, theirs: TestConnection): Record<string, Attempt> {
  const body = goodBodies[mine.provider]
  const good = signed(mine, body)
  const [signatureHeader = ''] = Object.keys(good).filter((name) => name.includes('signature'))
  const signature = good[signatureHeader] ?? ''
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  const huge = JSON.stringify({ pad: 'x'.repeat(1_100_000) })
  return {
    'without any signature': { headers: { 'content-type': 'application/json' }, wanted: 401 },
    'with an empty signature': { headers: { ...good, [signatureHeader]: '' }, wanted: 401 },
    'with a wrong secret': { headers: signed(mine, body, new Date(), 'a guess at the secret'), wanted: 401 },
    'with another tenant’s secret': { headers: signed(mine, body, new Date(), theirs.secret), wanted: 401 },
    'to another tenant’s address': { path: theirs.path, wanted: 401 },
    'signed six minutes ago': { headers: signed(mine, body, minutes(-6)), wanted: 401 },
    'signed six minutes from now': { headers: signed(mine, body, minutes(6)), wanted: 401 },
    'signed when the clocks were an hour apart': { headers: signed(mine, body, minutes(-60)), wanted: 401 },
    'with its last byte cut off': { body: body.slice(0, -1), wanted: 401 },
    'encoded anew': { body: JSON.stringify(JSON.parse(body), null, 1), wanted: 401 },
    'as Latin-1': { body: Uint8Array.from(Buffer.from(`${body} é`, 'latin1')), wanted: 401 },
    'with the signature in capital letters': { headers: { ...good, [signatureHeader]: `${signature.toUpperCase()}x` }, wanted: 401 },
    'with its signature header twice': { headers: { ...good, [signatureHeader]: `${signature}, ${signature}` }, wanted: 401 },
    'with an empty body that is not what was signed': { body: '', wanted: 401 },
    'with another provider’s signature': {
      headers: signed({ ...mine, provider: mine.provider === 'calendly' ? 'stripe' : 'calendly' }, body),
      wanted: 401,
    },
    'rightly signed, but no JSON': { body: '{"half":', headers: signed(mine, '{"half":'), wanted: 400 },
    'rightly signed, but only a number': { body: '42', headers: signed(mine, '42'), wanted: 400 },
    'rightly signed, but nested too deep to be read': { body: deep, headers: signed(mine, deep), wanted: 400 },
    'rightly signed, but over 1 MiB': { body: huge, headers: signed(mine, huge), wanted: 413 },
    'to an address that names no connection': { path: mine.path.replace(/[^/]+$/, '0197a000-0000-7000-8000-000000000000'), wanted: 404 },
  }
}

const send = (connection: TestConnection, { body = goodBodies[connection.provider], headers, path }: Attempt): Promise<Response> =>
  fetch(intake.url + (path ?? connection.path), {
    method: 'POST',
    body,
    headers: headers ?? signed(connection, goodBodies[connection.provider]),
  })

const kept = async ({ organizationId }: TestConnection) => {
  const [counts] = await test.owner<{ bodies: number; jobs: number; events: number; payments: number }[]>`
    select (select count(*)::int from deliveries where organization_id = ${organizationId} and (body is not null or state <> 'refused')) as bodies,
      (select count(*)::int from graphile_worker._private_jobs where payload ->> 'organizationId' = ${organizationId}) as jobs,
      (select count(*)::int from events where organization_id = ${organizationId}) as events,
      (select count(*)::int from payments where organization_id = ${organizationId}) as payments`
  return counts
}

describe.each(providers)('whoever imitates %s', (provider) => {
  let mine: TestConnection
  let theirs: TestConnection

  beforeAll(async () => {
    mine = await makeConnection(test, { provider })
    theirs = await makeConnection(test, { provider })
  })

  const names = Object.keys(
    attemptsOn(
      { organizationId: '', id: '', provider, secret: 'one', path: '/one', admin: { kind: 'job', organizationId: '', name: 'none' } },
      { organizationId: '', id: '', provider, secret: 'other', path: '/other', admin: { kind: 'job', organizationId: '', name: 'none' } },
    ),
  )

  it.each(names)('%s, is refused, and nothing is written', async (name) => {
    const attempt = attemptsOn(mine, theirs)[name]
    if (!attempt) throw new Error('There is no such attempt')
    const answer = await send(mine, attempt)
    expect(answer.status).toBe(attempt.wanted)
    const nothing = { bodies: 0, jobs: 0, events: 0, payments: 0 }
    expect([await kept(mine), await kept(theirs)]).toEqual([nothing, nothing])
  })

  it('does not spoil it for the provider itself, whose message is then let in, and once', async () => {
    const body = goodBodies[provider]
    const headers = signed(mine, body)
    const answers = [await deliver(intake, mine, body, headers), await deliver(intake, mine, body, headers)]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await kept(mine)).toEqual({ bodies: 1, jobs: 1, events: 0, payments: 0 })
  })
})
