import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { booking, type CreditStory, type Customer, dana, startCreditStory } from '../../../../test/credit-story.ts'
import { purchaseOf } from '../../../../test/messages.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { registerReactions } from '../../../app/modules.ts'
import { attributePayment } from './attribute-payment.ts'
import { mostPayments } from './plan-rerun.ts'
import { previewAttribution, rerunAttribution } from './rerun-attribution.ts'
import type { RerunInput } from './rerun-input.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const october: RerunInput = { period: { from: '2026-10-01', to: '2026-10-31' } }

const preview = (story: CreditStory, input: RerunInput = october) =>
  as(test.database, story.admin, (tx) => previewAttribution({ actor: story.admin, input, tx }))

const apply = (story: CreditStory, fingerprint: string, input: RerunInput = october) =>
  as(test.database, story.admin, (tx) => rerunAttribution({ actor: story.admin, input: { ...input, fingerprint }, tx }))

const setWindow = (story: CreditStory, days: number) =>
  test.owner`update organizations set attribution_window_days = ${days} where id = ${story.connection.organizationId}`

const decisions = async (story: CreditStory) =>
  (
    await test.owner<
      { n: number }[]
    >`select count(*)::int as n from attribution_decisions where organization_id = ${story.connection.organizationId}`
  )[0]?.n

const omarsCall = { hosts: [{ email: 'omar@northlight.example', name: 'Omar Diaz' }] }

/** A call with Omar long before two payments of a plan, and one with Priya after the last. */
async function tellStory(): Promise<CreditStory> {
  const story = await startCreditStory(test)
  const plan = { subscriptionRef: 'sub_1' }
  await story.tell(
    booking('old', 2, dana, omarsCall),
    booking('coming', 30),
    purchaseOf('pi_1', 22, { ref: null, ...dana }, plan),
    purchaseOf('pi_2', 24, { ref: null, ...dana }, plan),
    purchaseOf('pi_3', 25, { ref: null, ...dana }),
  )
  return story
}

describe('a period that is credited again', () => {
  it('is shown first, from whom to whom and how much, and nothing is stored by that', async () => {
    const story = await tellStory()
    const before = await story.credits()
    expect(before.map(({ event }) => event)).toEqual(['old', 'old', 'old'])
    await setWindow(story, 10)
    const count = await decisions(story)
    const shown = await preview(story)
    expect(shown).toMatchObject({ payments: 3, locked: 0 })
    expect(shown.changes.map(({ payment, decision }) => [payment.method, decision.method])).toEqual([
      ['matched_past', 'matched_coming'],
      ['inherited', 'inherited'],
      ['matched_past', 'matched_coming'],
    ])
    expect(shown.people).toMatchObject([
      { role: 'closer', currency: 'USD' },
      { role: 'closer', currency: 'USD' },
    ])
    expect(new Map(shown.people.map(({ personId, gainedMinor }) => [personId, gainedMinor]))).toEqual(
      new Map([
        [story.closers['Priya Nair'], 900_000n],
        [story.closers['Omar Diaz'], 0n],
      ]),
    )
    expect(await story.credits()).toEqual(before)
    expect(await decisions(story)).toBe(count)
  })

  it('is then credited exactly so, and again changes nothing', async () => {
    const story = await tellStory()
    await setWindow(story, 10)
    const shown = await preview(story)
    expect(await apply(story, shown.fingerprint)).toEqual({ changed: 3, locked: 0 })
    expect(await story.credits()).toMatchObject([
      { method: 'matched_coming', event: 'coming', closer: 'Priya Nair' },
      { method: 'inherited', event: 'coming', closer: 'Priya Nair' },
      { method: 'matched_coming', event: 'coming', closer: 'Priya Nair' },
    ])
    const again = await preview(story)
    expect(again.changes).toEqual([])
    expect(await apply(story, again.fingerprint)).toEqual({ changed: 0, locked: 0 })
    const [reason] =
      await test.owner`select reason from attribution_decisions where payment_id = ${await story.paymentOf('pi_1')} order by decided_at desc, id desc limit 1`
    expect(reason).toEqual({ reason: 'Ada had the payments of 2026-10-01 to 2026-10-31 credited again.' })
  })

  it('is not credited where something changed since it was shown', async () => {
    const story = await tellStory()
    await setWindow(story, 10)
    const { fingerprint } = await preview(story)
    await story.tell(booking('nearer', 21))
    const before = await story.credits()
    await setWindow(story, 3)
    await story.tell(booking('nearest', 24, dana, omarsCall))
    await expect(apply(story, fingerprint)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await story.credits())[0]).toEqual(before[0])
  })

  it('leaves alone what is locked, and counts it', async () => {
    const story = await tellStory()
    const input = { paymentId: await story.paymentOf('pi_3'), closerId: story.closers['Maya Okafor'] }
    await as(test.database, story.admin, (tx) => attributePayment({ actor: story.admin, input, tx }))
    await setWindow(story, 10)
    const shown = await preview(story)
    expect([shown.payments, shown.locked, shown.changes.length]).toEqual([3, 1, 2])
    expect(await apply(story, shown.fingerprint)).toEqual({ changed: 2, locked: 1 })
    expect((await story.credits())[2]).toMatchObject({ method: 'manual', closer: 'Maya Okafor' })
  })

  it('takes along what inherits from it, though that was paid later', async () => {
    const story = await tellStory()
    await setWindow(story, 10)
    const onlyFirst: RerunInput = { period: { from: '2026-10-22', to: '2026-10-22' } }
    const shown = await preview(story, onlyFirst)
    expect([shown.payments, shown.changes.length]).toEqual([1, 2])
    await apply(story, shown.fingerprint, onlyFirst)
    expect((await story.credits()).map(({ event }) => event)).toEqual(['coming', 'coming', 'old'])
  })

  it('can be of some people or ways of crediting alone', async () => {
    const story = await tellStory()
    await setWindow(story, 10)
    const counted = async (filter: RerunInput['filter']) => (await preview(story, { ...october, filter })).payments
    expect(await counted({ methods: ['inherited'] })).toBe(1)
    expect(await counted({ closerIds: [story.closers['Omar Diaz']] })).toBe(3)
    expect(await counted({ closerIds: [story.closers['Priya Nair']] })).toBe(0)
    expect(await counted({ setterIds: [story.setters['Lena Fox']] })).toBe(0)
  })

  it('has an end after its beginning, and no more payments than go at once: else a shorter one is named', async () => {
    const story = await startCreditStory(test)
    await expect(preview(story, { period: { from: '2026-10-02', to: '2026-10-01' } })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    const { organizationId, id } = story.connection
    await test.owner`
      insert into payments (organization_id, id, origin, provider, connection_id, purchase_ref, amount_minor, currency, paid_at, status, metadata)
      select ${organizationId}, gen_random_uuid(), 'processor', 'stripe', ${id}, 'many_' || n, 100, 'USD', timestamptz '2026-10-05 16:00Z' + n % 20 * interval '1 day', 'succeeded', '{}'
      from generate_series(1, ${mostPayments + 200}) n`
    await expect(preview(story)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: {
        fields: [{ path: 'period', message: 'At most 100 payments are credited again at once. Take 2026-10-01 to 2026-10-10 first.' }],
      },
    })
    expect((await preview(story, { period: { from: '2026-10-01', to: '2026-10-10' } })).payments).toBe(90)
  })

  it('is credited within one transaction’s time where everything of as many payments as go at once changes', async () => {
    const story = await startCreditStory(test)
    const { organizationId, id } = story.connection
    const lead = (n: number): Customer => ({ name: `Lead ${n}`, email: `lead${n}@example.com`, phone: null })
    await story.tell(booking('one', 10, lead(1)))
    const [model] = await test.owner<{ id: string }[]>`select id from leads where organization_id = ${organizationId}`
    await test.owner`
      with made as (
        insert into leads (organization_id, id, name, email) select ${organizationId}, gen_random_uuid(), 'Lead ' || n, 'lead' || n || '@example.com'
        from generate_series(2, ${mostPayments}) n returning id, email
      ), known as (
        insert into lead_emails (organization_id, id, lead_id, email, learned_from) select ${organizationId}, gen_random_uuid(), id, email, 'booking' from made
      ) select count(*) from made`
    await test.owner`
      insert into events (organization_id, id, booking_ref, lead_id, lead_name, closer_id, scheduled_at, booked_at, status, answers)
      select organization_id, gen_random_uuid(), 'many/' || id, id, name, ${story.closers['Omar Diaz']}, timestamptz '2026-10-10 12:00Z', timestamptz '2026-10-01', 'scheduled', '[]'
      from leads where organization_id = ${organizationId} and id <> ${model?.id ?? ''}`
    await test.owner`
      insert into payments (organization_id, id, origin, provider, connection_id, purchase_ref, amount_minor, currency, paid_at, status, metadata, customer_email)
      select organization_id, gen_random_uuid(), 'processor', 'stripe', ${id}, 'many_' || id, 100, 'USD', timestamptz '2026-10-12', 'succeeded', '{}', email
      from leads where organization_id = ${organizationId}`
    // Of each of them, a closer reported the same money three days before, outside of what is credited again.
    await test.owner`
      with filed as (
        insert into post_call_forms (organization_id, id, event_id, call_occurred, lead_showed, offer_made, deal_closed, cash_collected_minor,
          cash_currency, submitted_at, submitted_by, submitted_by_name)
        select organization_id, gen_random_uuid(), id, true, true, true, true, 100, 'USD', timestamptz '2026-10-09 12:00Z', 'test', 'Omar Diaz'
        from events where organization_id = ${organizationId} returning id, event_id
      ) insert into payments (organization_id, id, origin, form_id, amount_minor, currency, paid_at, status, metadata, lead_id, event_id, attribution_method, confidence)
      select ${organizationId}, gen_random_uuid(), 'form', f.id, 100, 'USD', timestamptz '2026-10-09 12:00Z', 'reported', '{}', e.lead_id, e.id, 'reference', 'certain'
      from filed f join events e on e.organization_id = ${organizationId} and e.id = f.event_id`
    const paidThen: RerunInput = { period: { from: '2026-10-10', to: '2026-10-31' } }
    const shown = await preview(story, paidThen)
    expect([shown.payments, shown.changes.length]).toEqual([mostPayments, mostPayments])
    expect(await apply(story, shown.fingerprint, paidThen)).toEqual({ changed: mostPayments, locked: 0 })
    expect(new Set((await story.credits()).map(({ method }) => method))).toEqual(new Set(['matched_past']))
    const [reports] = await test.owner`
      select count(distinct matched_payment_id)::int as matched, count(*)::int as told from payments where organization_id = ${organizationId} and origin = 'form'`
    expect(reports).toEqual({ matched: mostPayments, told: mostPayments })
  })

  it('counts what inherits from it among what goes at once', async () => {
    const story = await startCreditStory(test)
    const plan = { subscriptionRef: 'sub_1' }
    await story.tell(
      booking('old', 2, dana, omarsCall),
      booking('coming', 30),
      purchaseOf('pi_0', 20, { ref: null, ...dana }),
      purchaseOf('pi_1', 22, { ref: null, ...dana }, plan),
    )
    const { organizationId, id } = story.connection
    await test.owner`
      insert into payments (organization_id, id, origin, provider, connection_id, purchase_ref, amount_minor, currency, paid_at, status, metadata, subscription_ref)
      select ${organizationId}, gen_random_uuid(), 'processor', 'stripe', ${id}, 'turn_' || n, 100, 'USD', timestamptz '2026-11-05 16:00Z' + n * interval '7 days', 'succeeded', '{}', 'sub_1'
      from generate_series(1, ${mostPayments}) n`
    await setWindow(story, 10)
    await expect(preview(story)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: {
        fields: [{ path: 'period', message: 'At most 100 payments are credited again at once. Take 2026-10-01 to 2026-10-21 first.' }],
      },
    })
    expect((await preview(story, { period: { from: '2026-10-01', to: '2026-10-21' } })).payments).toBe(1)
  })
})
