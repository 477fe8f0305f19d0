import { providers } from '@clinch/drizzle/tables'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { type Attempt, attemptsOn, goodBodies, schemes } from '../../../test/hostile-attempts.ts'
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

  it('is tried in fifteen ways and more', () => {
    expect(names.length).toBeGreaterThanOrEqual(15)
  })

  it('does not spoil it for the provider itself, whose message is then let in, and once', async () => {
    const body = goodBodies[provider]
    const headers = signed(mine, body)
    const answers = [await deliver(intake, mine, body, headers), await deliver(intake, mine, body, headers)]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    // What carries no time of its own cannot be known for a repeat: each is let in, and what is done is decided by how things stand.
    const times = schemes[provider] === 'body' ? 2 : 1
    expect(await kept(mine)).toEqual({ bodies: times, jobs: times, events: 0, payments: 0 })
  })
})
