import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { booking, type CreditStory, dana, startCreditStory } from '../../../../test/credit-story.ts'
import { Creditings } from '../../../../test/crediting.ts'
import type { TestDatabase } from '../../../../test/database.ts'
import { purchaseOf } from '../../../../test/messages.ts'
import { patientDatabase } from '../../../../test/patient-database.ts'
import { registerReactions } from '../../../app/modules.ts'
import { type Actor, actorLabel } from '../../../kernel/actor.ts'
import type { RerunInput } from '../service/rerun-input.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await patientDatabase()
})
afterAll(() => test.close())

const october: RerunInput = { period: { from: '2026-10-01', to: '2026-10-31' } }
const omarsCall = { hosts: [{ email: 'omar@northlight.example', name: 'Omar Diaz' }] }
const gone = 'Whoever asked for it may not any more. Let somebody else take it up.'

/** Dana's six payments by the old call; by the window of ten days they are for the coming one. Two go in a step. */
async function tellStory() {
  const story = await startCreditStory(test)
  const { organizationId } = story.connection
  const hers = { ref: null, ...dana }
  await story.tell(
    booking('old', 2, dana, omarsCall),
    booking('coming', 30),
    ...[1, 2, 3, 4, 5, 6].map((n) => purchaseOf(`pi_${n}`, 19 + n, hers)),
  )
  await test.owner`update organizations set attribution_window_days = 10 where id = ${organizationId}`
  const runs = new Creditings(test, story)
  const keyId = uuidv7()
  await test.owner`insert into api_keys (organization_id, id, name, key_hash, last_four, scopes, created_by)
    values (${organizationId}, ${keyId}, 'Nightly', ${keyId}, 'abcd', '{payments:write}', 'Ada')`
  const key: Actor = { kind: 'api_key', organizationId, keyId, name: 'Nightly', scopes: ['payments:write'] }
  const previewId = await runs.preview(october)
  await runs.runThrough(previewId)
  return { story, runs, key, previewId, revoke: () => test.owner`update api_keys set revoked_at = now() where id = ${keyId}` }
}

const creditedAnew = async (story: CreditStory) => (await story.credits()).filter(({ event }) => event === 'coming').length
const runOf = async (id: string) =>
  (await test.owner`select state, error, requested_by as "requestedBy", ask ->> 'askedBy' as "askedBy" from runs where id = ${id}`)[0]

/** Who is written down for the payments that were credited, each with how many. */
const writers = async ({ connection }: CreditStory): Promise<Record<string, number>> => {
  const rows = await test.owner<{ actor: string; n: number }[]>`select actor, count(*)::int as n from audit_log
    where organization_id = ${connection.organizationId} and table_name = 'payments' and request_id = 'req-crediting' and after ? 'closer_id' group by 1`
  return Object.fromEntries(rows.map(({ actor, n }) => [actor, n]))
}

describe('a run of credits', () => {
  it('writes nothing more for a key that was revoked, says so, and is whoever’s who takes it up', async () => {
    const { story, runs, key, previewId, revoke } = await tellStory()
    const id = await runs.rerun(previewId, key)
    await runs.step(id)
    await revoke()
    await runs.turn(id)
    expect(await runOf(id)).toMatchObject({ state: 'failed', error: gone, requestedBy: 'Nightly' })
    expect(await creditedAnew(story)).toBe(2)
    await runs.resume(id)
    expect(await runOf(id)).toEqual({ state: 'queued', error: null, requestedBy: 'Ada', askedBy: actorLabel(story.admin) })
    expect(await runs.runThrough(id)).toMatchObject({ state: 'done', payments: 6, changed: 6 })
    expect(await writers(story)).toEqual({ [actorLabel(key)]: 2, [actorLabel(story.admin)]: 4 })
    const [last] = await test.owner`select reason from attribution_decisions where payment_id = ${await story.paymentOf('pi_6')}
      order by decided_at desc, id desc limit 1`
    expect(last).toEqual({ reason: 'Ada had the payments of 2026-10-01 to 2026-10-31 credited again.' })
  })

  it('is whoever’s who takes it up, though whoever stopped it began it', async () => {
    const { story, runs, key, previewId } = await tellStory()
    const id = await runs.rerun(previewId)
    await runs.step(id)
    await runs.cancel(id)
    await runs.resume(id, key)
    await runs.runThrough(id)
    expect(await writers(story)).toEqual({ [actorLabel(story.admin)]: 2, [actorLabel(key)]: 4 })
  })

  it('goes on for an admin who owns the organization by now, and for no one who is a rep by now', async () => {
    const { story, runs, previewId } = await tellStory()
    const role = (become: string) =>
      test.owner`update organization_members set role = ${become} where organization_id = ${story.connection.organizationId}`
    const id = await runs.rerun(previewId)
    await role('owner')
    await runs.step(id)
    expect(await creditedAnew(story)).toBe(2)
    await test.owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`update organization_members set role = 'sales_rep' where organization_id = ${story.connection.organizationId}`
    })
    await runs.turn(id)
    expect(await runOf(id)).toMatchObject({ state: 'failed', error: gone })
    expect(await creditedAnew(story)).toBe(2)
  })

  it('that only looks comes to its end, whatever became of whoever asked', async () => {
    const { runs, key, previewId, story, revoke } = await tellStory()
    const id = await runs.rerun(previewId, key)
    await runs.cancel(id)
    await runs.resume(id)
    await runs.runThrough(id)
    await test.owner`update organizations set attribution_window_days = 60 where id = ${story.connection.organizationId}`
    const looking = await runs.preview(october, key)
    await revoke()
    expect(await runs.runThrough(looking)).toMatchObject({ state: 'done', payments: 6 })
  })

  it('has in the audit log who started it, stopped it and took it up, and nothing of its steps', async () => {
    const { story, runs, key, previewId } = await tellStory()
    const id = await runs.rerun(previewId, key)
    await runs.step(id)
    await runs.cancel(id)
    await runs.resume(id)
    await runs.runThrough(id)
    const log = await test.owner`select actor, operation, after ->> 'state' as state, after ->> 'requested_by' as by from audit_log
      where organization_id = ${story.connection.organizationId} and table_name = 'runs' and row_id = ${id} order by at`
    const ada = actorLabel(story.admin)
    expect(log).toEqual([
      { actor: actorLabel(key), operation: 'insert', state: 'queued', by: 'Nightly' },
      { actor: ada, operation: 'update', state: 'canceled', by: null },
      { actor: ada, operation: 'update', state: 'queued', by: 'Ada' },
    ])
  })
})
