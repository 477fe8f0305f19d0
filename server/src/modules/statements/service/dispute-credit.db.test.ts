import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../../../test/intake.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { answerCreditDispute } from './answer-credit-dispute.ts'
import { listCreditDisputes, loadDisputesOfPayments } from './credit-dispute-rows.ts'
import { disputeCredit, type DisputeCredit } from './dispute-credit.ts'
import { withdrawCreditDispute } from './withdraw-credit-dispute.ts'

let test: TestDatabase
let organizationId: string
let admin: Actor
let [ada, bob, paymentId] = ['', '', '']
beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  organizationId = await makeOrganization(test)
  admin = adminOf(organizationId)
  ;[ada, bob, paymentId] = [uuidv7(), uuidv7(), uuidv7()]
  await test.owner`insert into closers (organization_id, id, name) values (${organizationId}, ${ada}, 'Ada'), (${organizationId}, ${bob}, 'Bob')`
  await test.owner`insert into payments (organization_id, id, origin, off_platform_method, amount_minor, currency, paid_at, status, metadata, closer_id, customer_name)
    values (${organizationId}, ${paymentId}, 'manual', 'wire', 10001, 'USD', '2026-10-07T02:00:00Z', 'succeeded', '{}', ${ada}, 'Dana Reyes')`
  await test.owner.begin(async (sql) => {
    for (const [position, [closerId, percent]] of [[ada, 67] as const, [bob, 33] as const].entries())
      await sql`insert into payment_shares (organization_id, id, payment_id, role, closer_id, percent, percents, position)
        values (${organizationId}, ${uuidv7()}, ${paymentId}, 'closer', ${closerId}, ${percent}, '{67,33}', ${position})`
  })
})

const rep = (closerId: string | null): Actor => ({
  kind: 'portal',
  organizationId,
  linkId: uuidv7(),
  sessionId: uuidv7(),
  name: 'Ada Brandt',
  closerId,
  setterId: null,
})
const dispute = (actor: Actor, input: Partial<DisputeCredit> = {}) =>
  as(test.database, actor, (tx) => disputeCredit({ actor, input: { paymentId, comment: 'Mine wholly', ...input }, tx }))
const answer = (id: string, actor: Actor = admin, verdict: 'accepted' | 'partly_accepted' | 'rejected' = 'accepted') =>
  as(test.database, actor, (tx) => answerCreditDispute({ actor, input: { id, verdict, answer: 'Half of it.' }, tx }))
const withdraw = (id: string, actor: Actor) => as(test.database, actor, (tx) => withdrawCreditDispute({ actor, input: { id }, tx }))
const seenBy = async (actor: Actor) => (await as(test.database, actor, (tx) => listCreditDisputes(tx, {}, 'desc', {}))).rows
const missing = { paymentId: null, missing: { leadName: 'Kim', amount: { amount: '250.00', currency: 'USD' }, paidOn: '2026-10-03' } }

describe('a dispute of a credit', () => {
  it('keeps what its line said, is due in seven days, and is seen by whoever made it and by admins alone', async () => {
    const { id } = await dispute(rep(bob))
    const [today] = await test.owner<{ day: string; due: string }[]>`
      select (now() at time zone 'America/New_York')::date::text as day, ((now() at time zone 'America/New_York')::date + 7)::text as due`
    for (const actor of [rep(bob), admin])
      expect(await seenBy(actor)).toMatchObject([
        // Bob's third of it; paid on the evening of the 6th in New York.
        {
          id,
          paymentId,
          closerId: bob,
          leadName: 'Dana Reyes',
          amountMinor: 3_300n,
          currency: 'USD',
          paidOn: '2026-10-06',
          state: 'open',
          dueOn: today?.due,
          overdue: false,
        },
      ])
    expect(await seenBy(rep(ada))).toEqual([])
  })

  it('may be about a payment that is missing', async () => {
    await dispute(rep(ada), missing)
    expect(await seenBy(admin)).toMatchObject([{ paymentId: null, leadName: 'Kim', amountMinor: 25_000n, paidOn: '2026-10-03' }])
  })

  it.each([
    ['of nothing', { paymentId: null }],
    ['of a line and of what is missing at once', { missing: missing.missing }],
    ['without words', { comment: '   ' }],
    ['with too many words', { comment: 'x'.repeat(1_001) }],
    ['of a payment of nobody', { paymentId: null, missing: { leadName: ' ' } }],
    ['of nothing paid', { paymentId: null, missing: { leadName: 'Kim', amount: { amount: '0.00', currency: 'USD' } } }],
    ['of a currency that is none', { paymentId: null, missing: { leadName: 'Kim', amount: { amount: '1.00', currency: 'dollars' } } }],
  ] as const)('%s is refused', async (_, input) => {
    await expect(dispute(rep(ada), input)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('is of somebody’s own line: another’s is not there, and who is no rep disputes nothing', async () => {
    await test.owner`delete from payment_shares where payment_id = ${paymentId}`
    await expect(dispute(rep(bob))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(dispute(rep(ada), { paymentId: uuidv7() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const actor of [admin, rep(null)]) await expect(dispute(actor)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('follows what the team shows: no line where it shows sums alone, nothing at all where it shows no money', async () => {
    const { id } = await dispute(rep(ada))
    const show = (
      money: string,
    ) => test.owner`insert into portal_settings (organization_id, id, money) values (${organizationId}, ${uuidv7()}, ${money})
      on conflict (organization_id) do update set money = excluded.money`
    await show('figures')
    await expect(dispute(rep(bob))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await dispute(rep(ada), missing)
    expect(await seenBy(rep(ada))).toMatchObject([{ paymentId: null }])
    // What is not shown is not there to be taken back either, open or settled.
    await expect(withdraw(id, rep(ada))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await show('none')
    await expect(dispute(rep(ada), missing)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await seenBy(rep(ada))).toEqual([])
    expect((await seenBy(admin)).map((row) => row.id)).toContain(id)
    for (const each of await seenBy(admin)) await expect(withdraw(each.id, rep(ada))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await seenBy(admin)).map(({ state }) => state)).toEqual(['open', 'open'])
    await answer(id)
    await expect(withdraw(id, rep(ada))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is open once at a time for a person and a payment, and may be made again once it was settled', async () => {
    const { id } = await dispute(rep(ada))
    await expect(dispute(rep(ada))).rejects.toMatchObject({ constraint_name: 'credit_disputes_open_of_closer' })
    await dispute(rep(bob))
    await withdraw(id, rep(ada))
    await dispute(rep(ada))
    expect((await seenBy(rep(ada))).map(({ state }) => state)).toEqual(['open', 'withdrawn'])
  })

  it('of missing payments waits for an answer 20 times at the most, however many are made at once', async () => {
    const made = await Promise.allSettled(Array.from({ length: 30 }, () => dispute(rep(ada), missing)))
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
    await expect(dispute(rep(ada), missing)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/^20 missing payments/) as string,
    })
    // Neither somebody else's nor those of a line count.
    await dispute(rep(bob), missing)
    await dispute(rep(ada))
    const [{ id } = { id: '' }] = (await seenBy(rep(ada))).filter(({ paymentId }) => paymentId === null)
    await answer(id)
    await dispute(rep(ada), missing)
    await expect(dispute(rep(ada), missing)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('is made 50 times a day by a person at the most, taken back or not, of a line or missing, however many at once', async () => {
    const say = (of: object) => dispute(rep(ada), of)
    await test.owner`insert into credit_disputes (organization_id, id, closer_id, payment_id, comment, made_by, made_by_name, made_at, due_on, state, settled_by,
        settled_by_name, settled_at)
      select ${organizationId}, new_id(), ${ada}, ${paymentId}, 'Mine ' || n, 'x', 'Ada', now() - n * interval '1 minute', now()::date, 'withdrawn', 'x', 'Ada', now()
      from generate_series(1, 45) n`
    const made = await Promise.allSettled([say({}), ...Array.from({ length: 14 }, () => say(missing))])
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    const tooMany = { code: 'CONFLICT', message: expect.stringMatching(/^You disputed 50 credits within a day/) as string }
    for (const of of [{}, missing]) await expect(say(of)).rejects.toMatchObject(tooMany)
    // Another's are their own, and the next day is another.
    await dispute(rep(bob))
    await test.owner`update credit_disputes set made_at = made_at - interval '24 hours' where closer_id = ${ada} and state = 'withdrawn'`
    await say(missing)
    const of = (await as(test.database, admin, (tx) => loadDisputesOfPayments(tx, [paymentId]))).get(paymentId) ?? []
    expect(of).toHaveLength(20)
    expect(of.map(({ madeAt }) => madeAt)).toEqual(of.map(({ madeAt }) => madeAt).toSorted((a, b) => b.localeCompare(a)))
    expect(of.map(({ closerId }) => closerId)).toContain(bob)
  })

  it('is overdue once its last day is over, and no more once it was answered', async () => {
    const { id } = await dispute(rep(ada))
    await test.owner`update credit_disputes set due_on = (now() at time zone 'America/New_York')::date where id = ${id}`
    expect(await seenBy(admin)).toMatchObject([{ overdue: false }])
    await test.owner`update credit_disputes set due_on = due_on - 1 where id = ${id}`
    expect(await seenBy(admin)).toMatchObject([{ overdue: true }])
    await answer(id)
    expect(await seenBy(rep(ada))).toMatchObject([{ overdue: false, state: 'accepted', answer: 'Half of it.', settledByName: 'Ada' }])
  })

  it('is settled once: answered or taken back, by whom it is theirs to', async () => {
    const { id } = await dispute(rep(ada))
    await expect(answer(id, rep(ada))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(withdraw(id, admin)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(withdraw(id, rep(bob))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(answer(id, adminOf(await makeOrganization(test)))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await answer(id, admin, 'rejected')
    await expect(answer(id)).rejects.toMatchObject({ code: 'CONFLICT', message: 'It was answered already.' })
    await expect(withdraw(id, rep(ada))).rejects.toMatchObject({ code: 'CONFLICT' })
    const again = await dispute(rep(ada))
    await withdraw(again.id, rep(ada))
    await expect(answer(again.id)).rejects.toMatchObject({ code: 'CONFLICT', message: 'It was taken back.' })
  })

  it('is settled by one of many who do at once', async () => {
    const { id } = await dispute(rep(ada))
    const acts = await Promise.allSettled([
      ...Array.from({ length: 10 }, () => answer(id)),
      ...Array.from({ length: 10 }, () => withdraw(id, rep(ada))),
    ])
    expect(acts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('the database itself', () => {
  const raw = (actor: Actor, text: string) => as(test.database, actor, (tx) => tx.query(text))

  it('keeps a rep from answering their own dispute, and anybody from changing one that is settled', async () => {
    const { id } = await dispute(rep(ada))
    const accept = `update credit_disputes set state = 'accepted', answer = 'Yes.', settled_by = 'x', settled_by_name = 'x', settled_at = now() where id = '${id}' returning id`
    await expect(raw(rep(ada), accept)).rejects.toMatchObject({ code: '42501' })
    expect(await raw(admin, accept)).toHaveLength(1)
    expect(await raw(admin, `update credit_disputes set answer = 'No.' where id = '${id}' returning id`)).toEqual([])
  })

  it('keeps what was said as it was said', async () => {
    const { id } = await dispute(rep(ada))
    for (const change of [`comment = 'Not mine'`, `amount_minor = 1`, `due_on = due_on + 30`, `made_by_name = 'Bob'`])
      await expect(raw(admin, `update credit_disputes set ${change} where id = '${id}'`)).rejects.toMatchObject({ code: '42501' })
    await expect(raw(admin, `delete from credit_disputes where id = '${id}'`)).rejects.toMatchObject({ code: '42501' })
  })
})
