import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { makeOrganization } from '../../../../test/intake.ts'
import type { Database } from '../../../database/tx.ts'
import type { ActivityFeed, Changes } from '../../../kernel/activity-feed.ts'
import { createActivityFeed } from './activity-feed.ts'

let test: TestDatabase
let feed: ActivityFeed
/** What the feed asked the database, and how often. */
let asked: (readonly unknown[])[]

beforeAll(async () => {
  test = await freshDatabase()
})
afterEach(() => feed.stop())
afterAll(() => test.close())

function begin(): void {
  asked = []
  const watched: Database = {
    ...test.database,
    flight(settings, statements, options) {
      asked.push(statements.flatMap(({ parameters = [] }) => parameters))
      return test.database.flight(settings, statements, options)
    },
  }
  feed = createActivityFeed({
    database: watched,
    onFault: (error) => {
      throw error
    },
    lookEveryMs: 5,
  })
}

/** So many calls change, as the audit log knows them. */
const change = (organizationId: string, count = 1) =>
  test.owner<{ id: string }[]>`
    insert into audit_log (organization_id, id, at, actor, request_id, table_name, row_id, operation)
    select ${organizationId}, new_id(), clock_timestamp(), 'test', '', 'events', new_id()::text, 'insert' from generate_series(1, ${count})
    returning row_id as id`

async function nextOf(follower: AsyncIterator<Changes>): Promise<Changes> {
  const step = await follower.next()
  if (step.done) throw new Error('It ended')
  return step.value
}
const idsOf = ({ changes }: Changes) => changes.map(({ id }) => id).toSorted()

it('tells somebody who begins from an early place what the others know, and the others only what is new', async () => {
  begin()
  const organizationId = await makeOrganization(test)
  const early = await feed.placeOf(organizationId)
  const first = feed.follow(organizationId, early)
  const known = (await change(organizationId, 30)).map(({ id }) => id).toSorted()
  expect(idsOf(await nextOf(first))).toEqual(known)
  for (let time = 0; time < 3; time += 1) {
    const late = feed.follow(organizationId, early)
    expect(idsOf(await nextOf(late))).toEqual(known)
    await late.return?.()
  }
  const [fresh] = await change(organizationId)
  expect(idsOf(await nextOf(first))).toEqual([fresh?.id])
})

it('asks once for all who stand at one place', async () => {
  begin()
  const organizationId = await makeOrganization(test)
  const place = await feed.placeOf(organizationId)
  const followers = Array.from({ length: 20 }, () => feed.follow(organizationId, place))
  await change(organizationId)
  await Promise.all(followers.map(nextOf))
  expect(asked.at(-1)?.[0]).toEqual([organizationId])
})

it('says where an organization stood a moment ago without asking, once it looked', async () => {
  begin()
  const organizationId = await makeOrganization(test)
  await change(organizationId)
  await nextOf(feed.follow(organizationId, 0n))
  const [row] = await test.owner<{ position: bigint }[]>`select position from audit_heads where organization_id = ${organizationId}`
  const before = asked.length
  const place = feed.placeOf(organizationId)
  expect(asked).toHaveLength(before)
  expect(await place).toBe(BigInt(row?.position ?? 0))
})
