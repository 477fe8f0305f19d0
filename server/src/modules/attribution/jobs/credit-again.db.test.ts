import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { booking, type CreditStory, dana, startCreditStory } from '../../../../test/credit-story.ts'
import { Creditings } from '../../../../test/crediting.ts'
import type { TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { purchaseOf } from '../../../../test/messages.ts'
import { jobServices } from '../../../../test/job-services.ts'
import { patientDatabase } from '../../../../test/patient-database.ts'
import { runJobs } from '../../../../test/run-jobs.ts'
import { registerReactions } from '../../../app/modules.ts'
import { goOnWithRunsJob } from '../../runs/service/go-on-when-reopened.ts'
import { attributePayment } from '../service/attribute-payment.ts'
import { describeCrediting } from '../service/crediting-words.ts'
import { mostPayments } from '../service/plan-rerun.ts'
import type { RerunInput } from '../service/rerun-input.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await patientDatabase()
})
afterAll(() => test.close())

const october: RerunInput = { period: { from: '2026-10-01', to: '2026-10-31' } }
const omarsCall = { hosts: [{ email: 'omar@northlight.example', name: 'Omar Diaz' }] }
const plan = { subscriptionRef: 'sub_1' }
const hers = { ref: null, ...dana }

const setWindow = (story: CreditStory, days: number) =>
  test.owner`update organizations set attribution_window_days = ${days} where id = ${story.connection.organizationId}`

const decisions = async (story: CreditStory) =>
  (
    await test.owner<
      { n: number }[]
    >`select count(*)::int as n from attribution_decisions where organization_id = ${story.connection.organizationId}`
  )[0]?.n

/** Dana's seven payments by the old call of Omar's, four of them of one plan; by the window of ten days they are for Priya's. */
async function tellStory() {
  const story = await startCreditStory(test)
  await story.tell(
    booking('old', 2, dana, omarsCall),
    booking('coming', 30),
    purchaseOf('pi_1', 20, hers, plan),
    purchaseOf('pi_2', 21, hers),
    purchaseOf('pi_3', 22, hers, plan),
    purchaseOf('pi_4', 23, hers),
    purchaseOf('pi_5', 24, hers, plan),
    purchaseOf('pi_6', 25, hers),
    purchaseOf('pi_7', 26, hers, plan),
  )
  await setWindow(story, 10)
  return { story, runs: new Creditings(test, story) }
}

const events = async (story: CreditStory) => (await story.credits()).map(({ event }) => event)

describe('a long period that is credited again', () => {
  it('is looked at step by step, with what later payments inherit, and nothing is stored by that', async () => {
    const { story, runs } = await tellStory()
    const count = await decisions(story)
    const id = await runs.preview(october)
    await runs.step(id)
    expect(await runs.runOf(id)).toMatchObject({ state: 'running', payments: 2, changed: 2 })
    const seen = await runs.runThrough(id)
    expect(seen).toMatchObject({ state: 'done', payments: 7, locked: 0, changed: 7 })
    expect(seen.changes.map(({ payment, decision }) => [payment.method, decision.method])).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((n) => (n % 2 === 1 && n > 1 ? ['inherited', 'inherited'] : ['matched_past', 'matched_coming'])),
    )
    expect(Object.fromEntries(seen.people.map(({ personId, ...moved }) => [personId, moved]))).toMatchObject({
      [story.closers['Omar Diaz']]: { gainedMinor: 0n, lostMinor: 2_100_000n, gainedPayments: 0, lostPayments: 7 },
      [story.closers['Priya Nair']]: { gainedMinor: 2_100_000n, lostMinor: 0n, gainedPayments: 7, lostPayments: 0 },
    })
    expect(new Set(await events(story))).toEqual(new Set(['old']))
    expect(await decisions(story)).toBe(count)
  })

  it('is then credited so, whoever inherits over the border of a step too, and its history and the audit log tell who had it so', async () => {
    const { story, runs } = await tellStory()
    const previewId = await runs.preview(october)
    const seen = await runs.runThrough(previewId)
    const done = await runs.runThrough(await runs.rerun(previewId))
    expect(done).toMatchObject({ state: 'done', payments: 7, changed: 7, people: seen.people, changes: seen.changes })
    expect(new Set(await events(story))).toEqual(new Set(['coming']))
    const [last] = await test.owner`select reason, decided_by from attribution_decisions
      where payment_id = ${await story.paymentOf('pi_7')} order by decided_at desc, id desc limit 1`
    expect(last).toEqual({ reason: 'Ada had the payments of 2026-10-01 to 2026-10-31 credited again.', decided_by: 'job:attribution' })
    if (story.admin.kind !== 'user') throw new Error('The admin is a user')
    const [audited] = await test.owner`select count(*)::int as n from audit_log
      where organization_id = ${story.connection.organizationId} and table_name = 'payments' and after ? 'closer_id'
        and actor = ${`user:${story.admin.userId}`} and request_id = 'req-crediting'`
    expect(audited).toEqual({ n: 7 })
    await expect(runs.rerun(previewId)).rejects.toMatchObject({ cause: { constraint_name: 'runs_one_rerun_of_preview' } })
    expect(await runs.runThrough(await runs.preview(october))).toMatchObject({ payments: 7, changed: 0, people: [], changes: [] })
  })

  it('takes along what inherits from it outside of its days, however many they are', async () => {
    const { story, runs } = await tellStory()
    await story.tell(...[1, 2, 3, 4, 5, 6].map((n) => purchaseOf(`turn_${n}`, 40 + n, hers, plan)))
    const onlyFirst = { period: { from: '2026-10-20', to: '2026-10-21' } }
    const previewId = await runs.preview(onlyFirst)
    expect(await runs.runThrough(previewId)).toMatchObject({ payments: 2, changed: 2 + 3 + 6 })
    expect(await runs.runThrough(await runs.rerun(previewId))).toMatchObject({ payments: 2, changed: 11 })
    const now = await story.credits()
    expect(now.filter(({ event }) => event === 'coming').map(({ purchase }) => purchase)).toEqual([
      'pi_1',
      'pi_2',
      'pi_3',
      'pi_5',
      'pi_7',
      ...[1, 2, 3, 4, 5, 6].map((n) => `turn_${n}`),
    ])
  })

  it('leaves alone what is locked, and has inherited what is by hand', async () => {
    const { story, runs } = await tellStory()
    const byHand = { paymentId: await story.paymentOf('pi_1'), closerId: story.closers['Maya Okafor'] }
    await as(test.database, story.admin, (tx) => attributePayment({ actor: story.admin, input: byHand, tx }))
    const previewId = await runs.preview(october)
    expect(await runs.runThrough(previewId)).toMatchObject({ payments: 7, locked: 1, changed: 3 })
    expect(await runs.runThrough(await runs.rerun(previewId))).toMatchObject({ locked: 1, changed: 3 })
    expect((await story.credits()).map(({ method, closer }) => `${method} ${closer ?? ''}`)).toEqual([
      'manual Maya Okafor',
      'matched_coming Priya Nair',
      'inherited Maya Okafor',
      'matched_coming Priya Nair',
      'inherited Maya Okafor',
      'matched_coming Priya Nair',
      'inherited Maya Okafor',
    ])
  })

  it('decides what came or changed since the preview by how it stands now, and says how many that were', async () => {
    const { story, runs } = await tellStory()
    const previewId = await runs.preview(october)
    const preview = await runs.runThrough(previewId)
    const id = await runs.rerun(previewId)
    await runs.step(id)
    // Behind the run and before it: one that comes is credited by itself; the call that is booked changes what was shown.
    await story.tell(purchaseOf('pi_0', 19, hers), purchaseOf('pi_8', 27, hers))
    const byHand = { paymentId: await story.paymentOf('pi_6'), closerId: story.closers['Maya Okafor'] }
    await as(test.database, story.admin, (tx) => attributePayment({ actor: story.admin, input: byHand, tx }))
    const done = await runs.runThrough(id)
    expect(done).toMatchObject({ state: 'done', payments: 8, locked: 1, changed: 6 })
    expect(describeCrediting(done, preview)).toBe(
      '8 payments looked at. 6 payments were credited again. The preview said 7: what changed in between was decided by how it stands now. ' +
        '1 payment credited by hand stays as it is.',
    )
    expect((await story.credits()).map(({ event, closer }) => event ?? closer)).toEqual([
      ...Array.from({ length: 6 }, () => 'coming'),
      'Maya Okafor',
      'coming',
      'coming',
    ])
  })
})

describe('a run of credits', () => {
  it.each([1, 2, 3, 5, 8])('that is killed in every %ith transaction comes to the same end', async (nth) => {
    const { story, runs } = await tellStory()
    let transactions = 0
    // The process is gone before every so many-th transaction commits.
    const dying = new Proxy(test.database, {
      get: (database, key) =>
        key === 'transaction'
          ? (...given: Parameters<typeof database.transaction>) => {
              const [settings, work, options] = given
              transactions += 1
              const dies = transactions % (nth + 4) === nth
              return database.transaction(
                settings,
                async (tx) => {
                  const result = await work(tx)
                  if (dies) throw new Error('the process died')
                  return result
                },
                options,
              )
            }
          : (Reflect.get(database, key) as unknown),
    })
    const through = async (id: string) => {
      for (let lives = 0; lives < 100; lives += 1) {
        const run = await runs.runOf(id)
        if (run.state === 'done') return run
        await runs.turn(id, { database: dying }).catch((error: unknown) => expect(String(error)).toContain('the process died'))
      }
      throw new Error('It came to no end')
    }
    const previewId = await runs.preview(october)
    expect(await through(previewId)).toMatchObject({ payments: 7, changed: 7 })
    const before = await decisions(story)
    expect(await through(await runs.rerun(previewId))).toMatchObject({ payments: 7, changed: 7 })
    expect(await decisions(story)).toBe((before ?? 0) + 7)
    expect(new Set(await events(story))).toEqual(new Set(['coming']))
  })

  it('counts nothing twice where several workers go through it by mistake', async () => {
    const { story, runs } = await tellStory()
    const previewId = await runs.preview(october)
    await Promise.all([runs.turn(previewId), runs.turn(previewId), runs.turn(previewId)])
    expect(await runs.runThrough(previewId)).toMatchObject({ payments: 7, changed: 7 })
    const id = await runs.rerun(previewId)
    await Promise.all([runs.turn(id), runs.turn(id), runs.turn(id)])
    expect(await runs.runThrough(id)).toMatchObject({ payments: 7, changed: 7 })
    expect(new Set(await events(story))).toEqual(new Set(['coming']))
  })

  it('that is stopped credits nothing more, and goes on from there when it is taken up again', async () => {
    const { story, runs } = await tellStory()
    const previewId = await runs.preview(october)
    await runs.step(previewId)
    await runs.cancel(previewId)
    await expect(runs.rerun(previewId)).rejects.toMatchObject({ code: 'CONFLICT' })
    await runs.turn(previewId)
    expect(await runs.runOf(previewId)).toMatchObject({ state: 'canceled', payments: 2 })
    await runs.resume(previewId)
    expect(await runs.runThrough(previewId)).toMatchObject({ state: 'done', payments: 7, changed: 7 })
    const id = await runs.rerun(previewId)
    await runs.step(id)
    await runs.cancel(id)
    await runs.turn(id)
    expect(await events(story)).toEqual(['coming', 'coming', 'old', 'old', 'old', 'old', 'old'])
    await runs.resume(id)
    expect(await runs.runThrough(id)).toMatchObject({ state: 'done', payments: 7, changed: 7 })
    expect(new Set(await events(story))).toEqual(new Set(['coming']))
    await expect(runs.cancel(id)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(runs.resume(id)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('is one of an organization at a time: who comes second is told', async () => {
    const { runs } = await tellStory()
    const id = await runs.preview(october)
    await expect(runs.preview(october)).rejects.toMatchObject({ cause: { constraint_name: 'runs_one_crediting_at_a_time' } })
    await runs.runThrough(id)
    const rerun = await runs.rerun(id)
    await expect(runs.preview(october)).rejects.toMatchObject({ cause: { constraint_name: 'runs_one_crediting_at_a_time' } })
    await runs.cancel(rerun)
    const other = await runs.preview(october)
    await expect(runs.resume(rerun)).rejects.toMatchObject({ constraint_name: 'runs_one_crediting_at_a_time' })
    expect(await runs.runThrough(other)).toMatchObject({ state: 'done' })
  })

  it('waits in the middle while nothing in its organization may change, and goes on where it was', async () => {
    const { story, runs } = await tellStory()
    const { organizationId } = story.connection
    const previewId = await runs.preview(october)
    await runs.runThrough(previewId)
    const id = await runs.rerun(previewId)
    await runs.step(id)
    const waits = async () => (await test.owner`select state, waits_for as "waitsFor" from runs where id = ${id}`)[0]
    await test.owner`update organizations set state = 'suspended', state_reason = 'unpaid' where id = ${organizationId}`
    await runs.turn(id)
    expect(await waits()).toMatchObject({ state: 'running', waitsFor: expect.stringContaining('is shut') as string })
    await test.owner`update organizations set state = 'active', state_reason = null, plan = 'trial', trial_ends_at = now() - interval '1 day' where id = ${organizationId}`
    await runs.turn(id)
    expect(await waits()).toMatchObject({ state: 'running', waitsFor: expect.stringContaining('trial is over') as string })
    expect(await runs.runOf(id)).toMatchObject({ payments: 2, changed: 2 })
    await expect(runs.preview(october)).rejects.toMatchObject({ code: 'TRIAL_EXPIRED' })
    await test.owner`update organizations set trial_ends_at = now() + interval '7 days' where id = ${organizationId}`
    await goOnWithRunsJob.perform(
      { organizationId },
      { attempt: 1, maxAttempts: 25, requestId: 'req-reopened', jobId: '1' },
      jobServices(test.database),
    )
    await runJobs(test)
    expect(await runs.runOf(id)).toMatchObject({ state: 'done', payments: 7, changed: 7 })
  })

  it('is refused for strangers, and applies what was looked at to its end, where that changes something', async () => {
    const { story, runs } = await tellStory()
    const stranger = '01936f3e-0000-7000-8000-000000000001'
    await expect(runs.preview({ ...october, filter: { closerIds: [stranger] } })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(runs.preview({ period: { from: '2026-10-02', to: '2026-10-01' } })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await expect(runs.rerun(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const id = await runs.preview({ ...october, filter: { closerIds: [story.closers['Priya Nair']] } })
    await expect(runs.rerun(id)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await runs.runThrough(id)).toMatchObject({ payments: 0, changed: 0, filtered: true })
    await expect(runs.rerun(id)).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

it('more payments than go at once are credited by one run, in steps of its usual size', async () => {
  const story = await startCreditStory(test)
  const { organizationId, id: connectionId } = story.connection
  await story.tell(booking('old', 2, dana, omarsCall), booking('coming', 30), purchaseOf('pi_1', 22, hers, plan))
  const [standing] = await test.owner<{ lead: string; event: string; closer: string }[]>`
    select lead_id as lead, event_id as event, closer_id as closer from payments where organization_id = ${organizationId}`
  if (!standing) throw new Error('There is no payment')
  const many = mostPayments + 250
  // Every other one is of the plan, and all are at a few instants, so that steps end between equals.
  await test.owner`
    insert into payments (organization_id, id, origin, provider, connection_id, purchase_ref, amount_minor, currency, paid_at, status, metadata,
      customer_email, subscription_ref, attribution_method, confidence, lead_id, event_id, closer_id)
    select ${organizationId}, gen_random_uuid(), 'processor', 'stripe', ${connectionId}, 'many_' || n, 100, 'USD', timestamptz '2026-10-23 16:00Z' + n % 3 * interval '1 day',
      'succeeded', '{}', 'dana@example.com', case when n % 2 = 0 then 'sub_1' end, case when n % 2 = 0 then 'inherited' else 'matched_past' end, 'high',
      ${standing.lead}, ${standing.event}, ${standing.closer}
    from generate_series(1, ${many}) n`
  await setWindow(story, 10)
  const runs = new Creditings(test, story, { size: { payments: 100, withHeirs: 300 }, stepsATurn: 20 })
  const previewId = await runs.preview(october)
  const seen = await runs.runThrough(previewId)
  expect(seen).toMatchObject({ state: 'done', payments: many + 1, changed: many + 1 })
  expect(seen.changes).toHaveLength(50)
  expect(await runs.runThrough(await runs.rerun(previewId))).toMatchObject({ state: 'done', payments: many + 1, changed: many + 1 })
  expect(new Set(await events(story))).toEqual(new Set(['coming']))
})
