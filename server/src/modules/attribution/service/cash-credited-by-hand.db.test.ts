import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { booking, type CreditStory, startCreditStory } from '../../../../test/credit-story.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { inviteeRef, purchaseOf } from '../../../../test/messages.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { Verb } from '../../../kernel/verb.ts'
import { submitPostCallForm } from '../../forms/service/submit-post-call-form.ts'
import { computeMetrics } from '../../metrics/service/compute-metrics.ts'
import type { PurchaseMessage } from '../../payments/service/index.ts'
import { deletePayments } from '../../payments/service/delete-payments.ts'
import { matchReport } from '../../payments/service/match-report-by-hand.ts'
import { keepReportApart } from '../../payments/service/reconcile-reports.ts'
import { reopenReport } from '../../payments/service/report-reopen.ts'
import { restorePayments } from '../../payments/service/restore-payments.ts'
import { attributePayment } from './attribute-payment.ts'
import { loadDecisions } from './load-decisions.ts'
import { previewAttribution } from './rerun-attribution.ts'
import { unlockAttribution } from './unlock-attribution.ts'

let test: TestDatabase
let story: CreditStory
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

beforeEach(async () => {
  story = await startCreditStory(test)
})

const sam = { name: 'Sam Okoro', email: 'sam@example.com', phone: null }
const purchase = (ref: string, on: number, change: Partial<PurchaseMessage> = {}) =>
  purchaseOf(ref, on, { email: 'dana@example.com' }, change)

const by = <Input>(verb: (call: Verb<Input>) => Promise<unknown>, input: Input) =>
  as(test.database, story.admin, (tx) => verb({ actor: story.admin, input, tx }))

/** Files the form of a call, which reports cash. Answers the report. */
async function report(ref: string, amount = '3000.00'): Promise<string> {
  const eventId = await story.eventOf(ref)
  await by(submitPostCallForm, {
    eventId,
    callOccurred: true,
    leadShowed: true,
    offerMade: true,
    dealClosed: true,
    paymentType: 'pif' as const,
    cashCollected: { amount, currency: 'USD' },
  })
  const [row] = await test.owner<{ id: string }[]>`
    select p.id from payments p join post_call_forms f on f.id = p.form_id where f.event_id = ${eventId}`
  return row?.id ?? ''
}

const halves = () => [
  { closerId: story.closers['Priya Nair'], percent: 50 },
  { closerId: story.closers['Omar Diaz'], percent: 50 },
]
const split = (paymentId: string) => by(attributePayment, { paymentId, closers: halves() })

/** What was collected of October, by closer. */
async function collected(): Promise<Record<string, bigint>> {
  const { groups } = await as(test.database, story.admin, (tx) =>
    computeMetrics(tx, {
      period: { from: '2026-10-01', to: '2026-10-31' },
      timeZone: 'America/New_York',
      currency: 'USD',
      groupBy: ['closer'],
      filter: {},
    }),
  )
  const names = new Map(Object.entries(story.closers).map(([name, id]) => [id, name]))
  const sums = groups.map(({ keys, counts }): [string, bigint] => [names.get(keys[0] ?? '') ?? 'nobody', counts.collectedMinor])
  return Object.fromEntries(sums.filter(([, minor]) => minor !== 0n))
}
const inHalves = { 'Priya Nair': 150_000n, 'Omar Diaz': 150_000n }

const creditOf = async (purchaseRef: string) => (await story.credits()).find(({ purchase: ref }) => ref === purchaseRef)
const tiedTo = async (reportId: string): Promise<string | null> => {
  const [row] = await test.owner<{ ref: string }[]>`
    select p.purchase_ref as ref from payments r join payments p on p.id = r.matched_payment_id where r.id = ${reportId}`
  return row?.ref ?? null
}

describe('cash that a closer reported and a person credited', () => {
  it('is credited so still once its payment comes, in figures and in words, and so are the payments that follow that', async () => {
    const subscription = { subscriptionRef: 'sub_1' }
    const first = purchase('pi_1', 11, { ...subscription, billingTurn: 'first' })
    const later = purchase('pi_2', 25, { ...subscription, billingTurn: 'later', amountMinor: 50_000n })
    for (const messages of [
      [first, later],
      [later, first],
    ]) {
      story = await startCreditStory(test)
      await story.tell(booking('a', 10))
      const reportId = await report('a')
      await split(reportId)
      expect(await collected()).toEqual(inHalves)
      await story.tell(...messages)
      expect(await tiedTo(reportId)).toBe('pi_1')
      expect(await collected()).toEqual({ 'Priya Nair': 175_000n, 'Omar Diaz': 175_000n })
      const credit = { method: 'inherited', event: null, lead: 'Dana Whitfield', confidence: 'certain', locked: false }
      const shares = ['Priya Nair 50', 'Omar Diaz 50']
      expect(await story.credits()).toMatchObject([
        { ...credit, shares, purchase: 'pi_1' },
        { ...credit, shares, purchase: 'pi_2' },
      ])
      const paymentId = await story.paymentOf('pi_1')
      const [decision] = (await as(test.database, story.admin, (tx) => loadDecisions(tx, [paymentId]))).get(paymentId) ?? []
      expect(decision?.summary).toBe('Credited to Priya Nair and Omar Diaz, as the cash that Ada reported was by Ada, by hand.')
      expect(decision?.trail[0]).toMatchObject({ rule: 'inherited', result: 'found', explanation: expect.stringContaining('locked') })
      const [types] = await test.owner`select payment_type, deal_type from payments where id = ${paymentId}`
      expect(types).toEqual({ payment_type: 'pif', deal_type: 'new_deal' })
    }
  })

  it('is left as it is when the period is credited again', async () => {
    await story.tell(booking('a', 10))
    await split(await report('a'))
    await story.tell(purchase('pi_1', 11))
    const input = { period: { from: '2026-10-01', to: '2026-10-31' } }
    const preview = await as(test.database, story.admin, (tx) => previewAttribution({ actor: story.admin, input, tx }))
    expect(preview).toMatchObject({ payments: 1, changes: [] })
  })

  it('is credited so before whatever call its payment names', async () => {
    await story.tell(booking('a', 10), booking('b', 8))
    await by(attributePayment, { paymentId: await report('a'), eventId: await story.eventOf('a'), closerId: story.closers['Omar Diaz'] })
    await story.tell(purchase('pi_1', 11, { metadata: { invitee_id: inviteeRef('b') } }))
    expect(await creditOf('pi_1')).toMatchObject({ method: 'inherited', event: 'a', closer: 'Omar Diaz' })
    expect(await collected()).toEqual({ 'Omar Diaz': 300_000n })
  })

  it('is credited to nobody where a person said so', async () => {
    await story.tell(booking('a', 10))
    await by(attributePayment, { paymentId: await report('a') })
    await story.tell(purchase('pi_1', 11))
    expect(await creditOf('pi_1')).toMatchObject({ method: 'inherited', event: null, closer: null, confidence: 'certain' })
  })

  it('is not what its payment is credited by once the two are kept apart, and is again once that is taken back', async () => {
    await story.tell(booking('a', 10))
    const reportId = await report('a')
    await split(reportId)
    await story.tell(purchase('pi_1', 11))
    await by(keepReportApart, { reportId })
    expect(await creditOf('pi_1')).toMatchObject({ method: 'matched_past', event: 'a', closer: 'Priya Nair', shares: [] })
    expect(await collected()).toEqual({ 'Priya Nair': 450_000n, 'Omar Diaz': 150_000n })
    await by(reopenReport, { reportId })
    expect(await creditOf('pi_1')).toMatchObject({ method: 'inherited', shares: ['Priya Nair 50', 'Omar Diaz 50'] })
    expect(await collected()).toEqual(inHalves)
  })

  it('lets its payment go to the rules once it is unlocked itself', async () => {
    await story.tell(booking('a', 10))
    const reportId = await report('a')
    await split(reportId)
    await story.tell(purchase('pi_1', 11))
    await by(unlockAttribution, { paymentId: reportId })
    expect(await creditOf('pi_1')).toMatchObject({ method: 'matched_past', event: 'a', shares: [] })
    expect(await collected()).toEqual({ 'Priya Nair': 300_000n })
  })

  it('leaves alone a payment that a person credited itself', async () => {
    await story.tell(booking('a', 10))
    await split(await report('a', '2900.00'))
    await story.tell(purchase('pi_1', 11))
    const paymentId = await story.paymentOf('pi_1')
    await by(attributePayment, { paymentId, closerId: story.closers['Maya Okafor'] })
    await report('a')
    expect(await creditOf('pi_1')).toMatchObject({ method: 'manual', closer: 'Maya Okafor', locked: true })
    expect(await collected()).toEqual({ 'Maya Okafor': 300_000n })
  })

  it('follows its form: of another amount it is other money, and of the first again the same', async () => {
    await story.tell(booking('a', 10))
    await split(await report('a'))
    await story.tell(purchase('pi_1', 11))
    await report('a', '2900.00')
    expect(await creditOf('pi_1')).toMatchObject({ method: 'matched_past', shares: [] })
    await report('a')
    expect(await creditOf('pi_1')).toMatchObject({ method: 'inherited', shares: ['Priya Nair 50', 'Omar Diaz 50'] })
    const paymentId = await story.paymentOf('pi_1')
    const [told] = await test.owner`select count(*)::int as count from attribution_decisions where payment_id = ${paymentId}`
    await report('a')
    expect(await test.owner`select count(*)::int as count from attribution_decisions where payment_id = ${paymentId}`).toEqual([told])
  })

  it('that is deleted lets its payment go to the rules, and takes it back once it is restored', async () => {
    await story.tell(booking('a', 10))
    const reportId = await report('a')
    await split(reportId)
    await story.tell(purchase('pi_1', 11))
    await by(deletePayments, { ids: [reportId], reason: 'Test' })
    expect(await creditOf('pi_1')).toMatchObject({ method: 'matched_past', shares: [] })
    await by(restorePayments, { ids: [reportId] })
    expect(await collected()).toEqual(inHalves)
    await by(deletePayments, { ids: [await story.paymentOf('pi_1')], reason: 'Test' })
    expect(await collected()).toEqual(inHalves)
    await by(restorePayments, { ids: [await story.paymentOf('pi_1')] })
    expect(await collected()).toEqual(inHalves)
  })
})

describe('cash that a person credited, and matched with a payment by hand', () => {
  it('takes the payment along, of whatever amount and of whichever lead, until that is taken back', async () => {
    await story.tell(booking('a', 10), booking('s', 9, sam))
    const reportId = await report('a', '2900.00')
    await split(reportId)
    await story.tell(purchaseOf('pi_1', 11, { email: 'sam@example.com' }))
    expect(await creditOf('pi_1')).toMatchObject({ method: 'matched_past', event: 's', lead: 'Sam Okoro' })
    await by(matchReport, { reportId, paymentId: await story.paymentOf('pi_1') })
    expect(await creditOf('pi_1')).toMatchObject({ method: 'inherited', event: null, lead: 'Dana Whitfield', confidence: 'certain' })
    expect(await collected()).toEqual(inHalves)
    await by(reopenReport, { reportId })
    expect(await creditOf('pi_1')).toMatchObject({ method: 'matched_past', event: 's', lead: 'Sam Okoro' })
  })

  it('cannot be credited after it was matched: the payment is, and keeps that', async () => {
    await story.tell(booking('a', 10))
    const reportId = await report('a')
    await story.tell(purchase('pi_1', 11))
    await expect(split(reportId)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await split(await story.paymentOf('pi_1'))
    await by(keepReportApart, { reportId })
    expect(await creditOf('pi_1')).toMatchObject({ method: 'manual', locked: true, shares: ['Priya Nair 50', 'Omar Diaz 50'] })
  })
})

describe('cash that a person credited to another lead’s call', () => {
  it('is not tied to what the first lead pays, nor does it draw that along: both wait in the reconciliation', async () => {
    await story.tell(booking('a', 10), booking('s', 9, sam))
    const reportId = await report('a')
    await by(attributePayment, { paymentId: reportId, eventId: await story.eventOf('s') })
    await story.tell(purchase('pi_1', 11))
    expect(await tiedTo(reportId)).toBeNull()
    expect(await creditOf('pi_1')).toMatchObject({ method: 'matched_past', event: 'a', lead: 'Dana Whitfield' })
  })

  it('is tied to what that lead pays, and what is paid is credited as it is, whichever was first', async () => {
    for (const paidFirst of [true, false]) {
      story = await startCreditStory(test)
      await story.tell(booking('a', 10), booking('s', 9, sam))
      const reportId = await report('a')
      const paid = purchaseOf('pi_1', 11, { email: 'sam@example.com' })
      if (paidFirst) await story.tell(paid)
      await by(attributePayment, { paymentId: reportId, eventId: await story.eventOf('s'), closers: halves() })
      if (!paidFirst) await story.tell(paid)
      expect(await tiedTo(reportId)).toBe('pi_1')
      expect(await creditOf('pi_1')).toMatchObject({ method: 'inherited', event: 's', lead: 'Sam Okoro' })
      expect(await collected()).toEqual(inHalves)
    }
  })
})
