import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { booking, type CreditStory, dana, startCreditStory } from '../../../../test/credit-story.ts'
import { purchaseOf } from '../../../../test/messages.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { allocate } from '../../../lib/money.ts'
import { type AttributePayment, attributePayment } from './attribute-payment.ts'
import { loadSharesOfPayments } from './shares.ts'
import { undoAttribution } from './undo-attribution.ts'
import { unlockAttribution } from './unlock-attribution.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const plan = { subscriptionRef: 'sub_1' }
const first = purchaseOf('pi_1', 12, { ref: 'cus_9', ...dana }, plan)
const second = purchaseOf('pi_2', 20, { ref: 'cus_9' }, plan)

async function tellStory(): Promise<CreditStory> {
  const story = await startCreditStory(test)
  await story.tell(booking('call', 10), first, second)
  return story
}

const credit = async (story: CreditStory, input: Omit<AttributePayment, 'paymentId'>, ref = 'pi_1') => {
  const paymentId = await story.paymentOf(ref)
  return as(test.database, story.admin, (tx) => attributePayment({ actor: story.admin, input: { paymentId, ...input }, tx }))
}

const undo = async (story: CreditStory, change: { decisionId?: string } = {}) => {
  const paymentId = await story.paymentOf('pi_1')
  return as(test.database, story.admin, (tx) => undoAttribution({ actor: story.admin, input: { paymentId, ...change }, tx }))
}

const split = ({ closers, setters }: CreditStory, percents = [40, 60]) => ({
  closers: [
    { closerId: closers['Priya Nair'], percent: percents[0] ?? 0 },
    { closerId: closers['Omar Diaz'], percent: percents[1] ?? 0 },
  ],
  setters: [
    { setterId: setters['Marcus Hale'], percent: 50 },
    { setterId: setters['Lena Fox'], percent: 50 },
  ],
})

const both = ['Omar Diaz 60', 'Priya Nair 40', 'Marcus Hale 50', 'Lena Fox 50']

describe('a split by hand', () => {
  it('is in whole percents, the largest share standing for the payment, and instalments inherit it, those to come too', async () => {
    const story = await tellStory()
    await credit(story, { eventId: await story.eventOf('call'), ...split(story) })
    await story.tell(purchaseOf('pi_3', 25, { ref: null }, plan))
    expect(await story.credits()).toMatchObject([
      { method: 'manual', closer: 'Omar Diaz', event: 'call', confidence: 'certain', shares: both },
      { method: 'inherited', closer: 'Omar Diaz', event: 'call', confidence: 'certain', shares: both },
      { method: 'inherited', closer: 'Omar Diaz', event: 'call', confidence: 'certain', shares: both },
    ])
  })

  it('is replaced by the next decision, and its instalments follow', async () => {
    const story = await tellStory()
    await credit(story, split(story))
    await credit(story, split(story, [60, 40]))
    expect((await story.credits())[1]?.shares).toEqual(['Priya Nair 60', 'Omar Diaz 40', 'Marcus Hale 50', 'Lena Fox 50'])
    await credit(story, { closerId: story.closers['Maya Okafor'] })
    expect(await story.credits()).toMatchObject([
      { closer: 'Maya Okafor', shares: [] },
      { method: 'inherited', closer: 'Maya Okafor', shares: [] },
    ])
  })

  it('is refused with the field named where it is none', async () => {
    const story = await tellStory()
    const id = story.closers['Priya Nair']
    const other = story.closers['Omar Diaz']
    const refusals: [Omit<AttributePayment, 'paymentId'>, string, string][] = [
      [{ closers: [{ closerId: id, percent: 100 }] }, 'closers', 'A split is among at least two closers.'],
      [
        {
          closers: [
            { closerId: id, percent: 50 },
            { closerId: other, percent: 49 },
          ],
        },
        'closers',
        'The shares add to 99 percent; they must add to 100.',
      ],
      [
        {
          closers: [
            { closerId: id, percent: 50.5 },
            { closerId: other, percent: 49.5 },
          ],
        },
        'closers.0.percent',
        'A share is in whole percents.',
      ],
      [
        {
          closers: [
            { closerId: id, percent: 0 },
            { closerId: other, percent: 100 },
          ],
        },
        'closers.0.percent',
        'A share is at least 1 percent.',
      ],
      [
        {
          closers: [
            { closerId: id, percent: 50 },
            { closerId: id, percent: 50 },
          ],
        },
        'closers.1.closerId',
        'Each closer has one share.',
      ],
      [
        {
          setters: [
            { setterId: 'nobody', percent: 50 },
            { setterId: story.setters['Lena Fox'], percent: 50 },
          ],
        },
        'setters.0.setterId',
        'Say which setter.',
      ],
      [{ closerId: id, ...split(story) }, 'closers', 'Name one closer or a split, not both.'],
      [
        {
          closers: Array.from({ length: 11 }, (_, index) => ({
            closerId: `00000000-0000-7000-8000-0000000000${10 + index}`,
            percent: index === 0 ? 90 : 1,
          })),
        },
        'closers',
        'A split is among at most 10 closers.',
      ],
    ]
    for (const [input, path, message] of refusals)
      await expect(credit(story, input)).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        details: { fields: expect.arrayContaining([{ path, message }]) },
      })
    const stranger = (await tellStory()).closers['Omar Diaz']
    await expect(
      credit(story, {
        closers: [
          { closerId: id, percent: 50 },
          { closerId: stranger, percent: 50 },
        ],
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await story.credits())[0]).toMatchObject({ method: 'matched_past', shares: [] })
  })

  it('shows each of its reps their own share and no other', async () => {
    const story = await tellStory()
    await credit(story, split(story))
    const paymentId = await story.paymentOf('pi_1')
    const rep = (closerId: string | null, setterId: string | null): Actor => ({
      kind: 'user',
      organizationId: story.connection.organizationId,
      userId: paymentId,
      name: 'Rep',
      role: 'sales_rep',
      closerId,
      setterId,
    })
    const seen = (actor: Actor) =>
      as(test.database, actor, async (tx) => {
        const shares = (await loadSharesOfPayments(tx, [paymentId])).get(paymentId) ?? []
        const payments = await tx.query<{ id: string }>(`select id from payments where id = $1`, [paymentId])
        return [payments.length, ...shares.map(({ name, percent, amountMinor, netMinor }) => [name, percent, amountMinor, netMinor])]
      })
    expect(await seen(rep(story.closers['Priya Nair'], null))).toEqual([1, ['Priya Nair', 40, 120_000n, 120_000n]])
    expect(await seen(rep(null, story.setters['Lena Fox']))).toEqual([1, ['Lena Fox', 50, 150_000n, 150_000n]])
    expect(await seen(rep(story.closers['Maya Okafor'], null))).toEqual([0])
    expect(await seen(story.admin)).toHaveLength(5)
  })

  it('is computed alike by the database and here, whatever the amount', async () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 9 })
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 0n, max: 10n ** 15n }), cuts, async (amount, at) => {
        const percents = [0, ...at.sort((a, b) => a - b), 100].map((cut, index, all) => cut - (all[index - 1] ?? 0)).slice(1)
        const rows = await test.owner<{ part: string }[]>`
          select share_of(${String(amount)}::bigint, ${percents}::int[], n)::text as part from generate_series(0, ${percents.length - 1}::int) n order by n`
        expect(rows.map(({ part }) => BigInt(part))).toEqual(allocate(amount, percents))
      }),
      { numRuns: 50 },
    )
  })
})

describe('a credit by hand that is undone', () => {
  it('gives way to what the rules come to now, and the history keeps all of it', async () => {
    const story = await tellStory()
    const before = await story.credits()
    await credit(story, split(story))
    await undo(story)
    expect(await story.credits()).toEqual(before)
    const history = await test.owner`
      select method, reason from attribution_decisions where payment_id = ${await story.paymentOf('pi_1')} order by decided_at, id`
    expect(history).toMatchObject([
      { method: 'matched_past', reason: null },
      { method: 'manual' },
      { method: 'matched_past', reason: 'Ada took back the credit by hand.' },
    ])
  })

  it('gives way to the credit by hand before it, and undone again to what stood before that', async () => {
    const story = await tellStory()
    const rules = await story.credits()
    await credit(story, split(story))
    const splitUp = await story.credits()
    await credit(story, { closerId: story.closers['Maya Okafor'] })
    await undo(story)
    expect(await story.credits()).toEqual(splitUp)
    await undo(story)
    expect(await story.credits()).toEqual(rules)
    await expect(undo(story)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('is the one that was looked at, or nothing is undone', async () => {
    const story = await tellStory()
    await credit(story, split(story))
    const paymentId = await story.paymentOf('pi_1')
    const [seen] = await test.owner<
      { id: string }[]
    >`select id from attribution_decisions where payment_id = ${paymentId} order by decided_at desc, id desc limit 1`
    await credit(story, { closerId: story.closers['Maya Okafor'] })
    await expect(undo(story, { decisionId: seen?.id ?? '' })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await story.credits())[0]).toMatchObject({ closer: 'Maya Okafor' })
  })

  it('is no credit by the rules, nor one that was unlocked since', async () => {
    const story = await tellStory()
    await expect(undo(story)).rejects.toMatchObject({ code: 'CONFLICT' })
    await credit(story, split(story))
    const paymentId = await story.paymentOf('pi_1')
    await as(test.database, story.admin, (tx) => unlockAttribution({ actor: story.admin, input: { paymentId }, tx }))
    await expect(undo(story)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('is undone once, where two undo the same at once', async () => {
    const story = await tellStory()
    await credit(story, split(story))
    const paymentId = await story.paymentOf('pi_1')
    const [seen] = await test.owner<
      { id: string }[]
    >`select id from attribution_decisions where payment_id = ${paymentId} order by decided_at desc, id desc limit 1`
    const results = await Promise.allSettled([1, 2].map(() => undo(story, { decisionId: seen?.id ?? '' })))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await story.credits())[0]).toMatchObject({ method: 'matched_past', locked: false })
  })
})
