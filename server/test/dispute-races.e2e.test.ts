import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../src/kernel/actor.ts'
import { disputeCredit } from '../src/modules/statements/service/dispute-credit.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { as, makeOrganization } from './intake.ts'

const reps = 100

let test: TestDatabase
let organizationId: string
beforeAll(async () => {
  test = await freshDatabase()
  organizationId = await makeOrganization(test)
})
afterAll(() => test.close())

/** A payment of a rep’s own, for each of a hundred. */
async function makeReps(): Promise<{ actor: Actor; paymentId: string }[]> {
  const made = Array.from({ length: reps }, () => ({ closerId: uuidv7(), paymentId: uuidv7() }))
  for (const { closerId, paymentId } of made) {
    await test.owner`insert into closers (organization_id, id, name) values (${organizationId}, ${closerId}, 'Maya')`
    await test.owner`insert into payments (organization_id, id, origin, off_platform_method, amount_minor, currency, paid_at, status, metadata, closer_id)
      values (${organizationId}, ${paymentId}, 'manual', 'wire', 100, 'USD', now(), 'succeeded', '{}', ${closerId})`
  }
  return made.map(({ closerId, paymentId }) => ({
    paymentId,
    actor: { kind: 'portal', organizationId, linkId: uuidv7(), sessionId: uuidv7(), name: 'Maya', closerId, setterId: null },
  }))
}

/** How many disputes are open of each payment after every rep sent theirs twice at once. */
async function openAfterRace(): Promise<number[]> {
  const made = await makeReps()
  const sent = await Promise.allSettled(
    [...made, ...made].map(({ actor, paymentId }) =>
      as(test.database, actor, (tx) => disputeCredit({ actor, input: { paymentId, comment: 'Not mine' }, tx })),
    ),
  )
  const counts = await test.owner<{ n: number }[]>`
    select count(*)::int as n from credit_disputes where payment_id = any(${made.map(({ paymentId }) => paymentId)}) group by payment_id`
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(counts.reduce((sum, { n }) => sum + n, 0))
  return counts.map(({ n }) => n)
}

it('a hundred reps who dispute their line twice at once make one dispute each', { timeout: 120_000 }, async () => {
  expect(await openAfterRace()).toEqual(Array.from({ length: reps }, () => 1))
})

it('without the index that allows one, each would have made two', { timeout: 120_000 }, async () => {
  await test.owner`drop index credit_disputes_open_of_closer`
  expect(await openAfterRace()).toEqual(Array.from({ length: reps }, () => 2))
})
