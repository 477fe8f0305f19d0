import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { booking, type CreditStory, dana, startCreditStory } from '../../../../test/credit-story.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { purchaseOf } from '../../../../test/messages.ts'
import { until } from '../../../../test/until.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { Tx } from '../../../database/tx.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { previewAttribution, rerunAttribution } from './rerun-attribution.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const somebodyWaits = async (): Promise<boolean> =>
  (await test.owner`select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`).length > 0

/**
 * Holds a name until the work waits for it, then takes the row of a payment and what else is named: who has a name may go on to what comes
 * after it, or the two wait for each other until one is ended.
 */
async function goOnWhileWaiting(
  story: CreditStory,
  [first, ...others]: readonly [string, ...string[]],
  paymentId: string,
  work: () => Promise<unknown>,
): Promise<void> {
  const waiting: Promise<unknown>[] = []
  await as(test.database, story.admin, async (tx: Tx) => {
    await lockNames(tx, [first])
    waiting.push(work())
    await until('the other waits', somebodyWaits)
    for (const name of others) {
      const [row] = await tx.query<{ free: boolean }>('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free', [
        `${tx.organizationId}:${name}`,
      ])
      expect([name, row?.free]).toEqual([name, true])
    }
    const rows = await tx.query('select id from payments where organization_id = $1 and id = $2 for update skip locked', [
      tx.organizationId,
      paymentId,
    ])
    expect(rows).toEqual([{ id: paymentId }])
  })
  await Promise.all(waiting)
}

const reminded = { ref: 'cus_1', ...dana }

describe('whoever changes payments', () => {
  it('holds the lead before the rows where a period is credited again', async () => {
    const story = await startCreditStory(test)
    await story.tell(booking('old', 2), booking('coming', 30), purchaseOf('pi_1', 22, reminded))
    const { organizationId } = story.connection
    await test.owner`update organizations set attribution_window_days = 10 where id = ${organizationId}`
    const input = { period: { from: '2026-10-01', to: '2026-10-31' } }
    const { fingerprint } = await as(test.database, story.admin, (tx) => previewAttribution({ actor: story.admin, input, tx }))
    const [lead] = await test.owner<{ id: string }[]>`select id from leads where organization_id = ${organizationId}`
    await goOnWhileWaiting(story, [`lead:${lead?.id ?? ''}`], await story.paymentOf('pi_1'), () =>
      as(test.database, story.admin, (tx) => rerunAttribution({ actor: story.admin, input: { ...input, fingerprint }, tx })),
    )
    expect(await story.credits()).toMatchObject([{ method: 'matched_coming', event: 'coming' }])
  })

  it('holds what names a call before the processor’s customer and the row, as a booking does', async () => {
    const story = await startCreditStory(test)
    const told = purchaseOf('pi_1', 22, reminded, { metadata: { event_id: 'cal_1' } })
    await story.tell(told)
    const buyer = `buyer:${story.connection.id}:cus_1`
    await goOnWhileWaiting(story, ['named:cal_1', buyer], await story.paymentOf('pi_1'), () => story.tell(told))
  })

  it('holds the lead of the call that a payment names before what names it, as a booking does', async () => {
    const story = await startCreditStory(test)
    await story.tell(booking('cal_1', 2, { name: 'Kim', email: 'kim@example.com', phone: null }))
    const told = purchaseOf('pi_1', 22, reminded, { metadata: { event_id: 'cal_1' } })
    await story.tell(told)
    const [kim] = await test.owner<{ id: string }[]>`select id from leads where organization_id = ${story.connection.organizationId}`
    const after = ['named:cal_1', `buyer:${story.connection.id}:cus_1`] as const
    await goOnWhileWaiting(story, [`lead:${kim?.id ?? ''}`, ...after], await story.paymentOf('pi_1'), () => story.tell(told))
  })
})
