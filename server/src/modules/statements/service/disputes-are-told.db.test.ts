import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../../../test/intake.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { ActivityFeed } from '../../../kernel/activity-feed.ts'
import { createActivityFeed } from '../../activity/service/activity-feed.ts'
import { visibleActivities } from '../../activity/service/visible-activities.ts'
import { answerCreditDispute } from './answer-credit-dispute.ts'
import { disputeCredit } from './dispute-credit.ts'

let test: TestDatabase
let feed: ActivityFeed
beforeAll(async () => {
  test = await freshDatabase()
  feed = createActivityFeed({
    database: test.database,
    onFault: (error) => {
      throw error
    },
    lookEveryMs: 5,
  })
})
afterAll(async () => {
  await feed.stop()
  await test.close()
})

it('a dispute and its answer are told to whoever made it and to admins, and to nobody else', async () => {
  const organizationId = await makeOrganization(test)
  const [ada, bob] = [uuidv7(), uuidv7()]
  await test.owner`insert into closers (organization_id, id, name) values (${organizationId}, ${ada}, 'Ada'), (${organizationId}, ${bob}, 'Bob')`
  const admin = adminOf(organizationId)
  const rep = (closerId: string): Actor => ({
    kind: 'portal',
    organizationId,
    linkId: uuidv7(),
    sessionId: uuidv7(),
    name: 'Rep',
    closerId,
    setterId: null,
  })
  const follower = feed.follow(organizationId, await feed.placeOf(organizationId))
  const told = async () => {
    const step = await follower.next()
    if (step.done) throw new Error('It ended')
    const seenBy = (actor: Actor) => as(test.database, actor, (tx) => visibleActivities(tx, step.value, ['credit_dispute', 'payment']))
    return { ofAda: await seenBy(rep(ada)), ofBob: await seenBy(rep(bob)), ofAdmin: await seenBy(admin) }
  }
  const input = { missing: { leadName: 'Kim' }, comment: 'She paid me.' }
  const { id } = await as(test.database, rep(ada), (tx) => disputeCredit({ actor: rep(ada), input, tx }))
  const one = [{ kind: 'credit_dispute', recordId: id, count: 1 }]
  expect(await told()).toMatchObject({ ofAda: one, ofBob: [], ofAdmin: one })
  await as(test.database, admin, (tx) =>
    answerCreditDispute({ actor: admin, input: { id, verdict: 'rejected', answer: 'She did not.' }, tx }),
  )
  expect(await told()).toMatchObject({ ofAda: one, ofBob: [], ofAdmin: one })
})
