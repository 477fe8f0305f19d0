import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeConnection, type TestConnection } from '../../../../test/intake.ts'
import { bookingOf, day, purchaseOf } from '../../../../test/messages.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Verb } from '../../../kernel/verb.ts'
import { recordBooking } from '../../events/service/index.ts'
import { submitPostCallForm } from '../../forms/service/submit-post-call-form.ts'
import { createCloser } from '../../roster/service/create-closer.ts'
import { deletePayments } from './delete-payments.ts'
import type { PurchaseMessage } from './payment-message.ts'
import { recordPayment } from './record-payment.ts'
import { recordPaymentMessage } from './record-payment-message.ts'
import { recordRefundByHand, takeBackRefund } from './record-refund-by-hand.ts'
import { restoreDeletion, restorePayments } from './restore-payments.ts'
import { updateRecordedPayment } from './update-recorded-payment.ts'

let test: TestDatabase
let home: TestConnection
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

/** Two calls of Dana's with Priya, the first of them over, and a connection by which processors tell. */
beforeEach(async () => {
  home = await makeConnection(test)
  const { admin: actor, id: connectionId } = home
  await as(test.database, actor, async (tx) => {
    await createCloser({ actor, input: { name: 'Priya Nair', email: 'priya@northlight.example' }, tx })
    for (const [ref, on] of [
      ['one', 5],
      ['two', 9],
    ] as const)
      await recordBooking({
        actor,
        tx,
        input: {
          connectionId,
          message: bookingOf(ref, on, { name: 'Dana Whitfield', email: 'dana@example.com', phone: '+12025550143' }),
        },
      })
  })
})

/** Does something as the admin. */
const act = <Input, Result>(verb: (call: Verb<Input>) => Promise<Result>, input: Input, actor: Actor = home.admin): Promise<Result> =>
  as(test.database, actor, (tx) => verb({ actor, input, tx }))

const wire = {
  amount: { amount: '3000.00', currency: 'USD' },
  method: 'wire' as const,
  paidOn: '2026-10-09',
  customerEmail: 'Dana@Example.com',
}

const eventNamed = async (ref: string): Promise<string> => {
  const [row] = await test.owner<
    { id: string }[]
  >`select id from events where organization_id = ${home.organizationId} and booking_ref like ${`%${ref}`}`
  return row?.id ?? ''
}
const leadOfDana = async (): Promise<string> => {
  const [row] = await test.owner<{ id: string }[]>`select id from leads where organization_id = ${home.organizationId}`
  return row?.id ?? ''
}

const payment = async (id: string) => {
  const [row] = await test.owner<{ deletion_id: string | null }[]>`
    select p.origin, p.status, p.amount_minor, p.currency, p.refunded_minor, p.customer_email, p.customer_name, p.customer_phone, p.off_platform_method,
      p.note, p.entered_by_name, p.paid_at, p.attribution_method, right(e.booking_ref, 3) as call, c.name as closer, p.deal_type, p.payment_type,
      p.deletion_id, p.matched_payment_id, p.provider
    from payments p left join events e on e.organization_id = p.organization_id and e.id = p.event_id
    left join closers c on c.organization_id = p.organization_id and c.id = p.closer_id
    where p.organization_id = ${home.organizationId} and p.id = ${id}`
  return row
}

const refusedWith = (path: string) => ({ code: 'BAD_USER_INPUT', details: { fields: [expect.objectContaining({ path }) as unknown] } })

describe('a payment that is entered by hand', () => {
  it('is credited by the rules as any other, counted as the last thing of its day', async () => {
    const { paymentId } = await act(recordPayment, { ...wire, note: ' Ref 4711 ' })
    expect(await payment(paymentId)).toMatchObject({
      origin: 'manual',
      provider: null,
      status: 'succeeded',
      amount_minor: 300_000n,
      customer_email: 'dana@example.com',
      off_platform_method: 'wire',
      note: 'Ref 4711',
      entered_by_name: 'Ada',
      // Midnight in New York.
      paid_at: new Date('2026-10-10T03:59:59.999Z'),
      attribution_method: 'matched_past',
      call: 'two',
      closer: 'Priya Nair',
      deal_type: 'new_deal',
    })
  })

  it('is for the call that is named, whatever the rules would find', async () => {
    const { paymentId } = await act(recordPayment, { ...wire, eventId: await eventNamed('one') })
    expect(await payment(paymentId)).toMatchObject({ attribution_method: 'reference', call: 'one' })
  })

  it('is a lead’s who is named, by their own details', async () => {
    const { paymentId } = await act(recordPayment, { ...wire, customerEmail: null, leadId: await leadOfDana() })
    expect(await payment(paymentId)).toMatchObject({
      customer_email: 'dana@example.com',
      customer_name: 'Dana Whitfield',
      customer_phone: '+12025550143',
      call: 'two',
    })
  })

  it.each([
    ['JPY', '450000', 450_000n],
    ['KWD', '924.500', 924_500n],
    ['USD', '0.01', 1n],
  ])('is in the minor units of %s', async (currency, amount, amountMinor) => {
    const { paymentId } = await act(recordPayment, { ...wire, amount: { amount, currency } })
    expect(await payment(paymentId)).toMatchObject({ amount_minor: amountMinor, currency })
  })

  it.each([
    ['amount.amount', { amount: { amount: '0.00', currency: 'USD' } }],
    ['amount.amount', { amount: { amount: '-5', currency: 'USD' } }],
    ['amount.amount', { amount: { amount: '5.5', currency: 'JPY' } }],
    ['amount.amount', { amount: { amount: '1.2345', currency: 'KWD' } }],
    ['amount.currency', { amount: { amount: '5', currency: 'XYZ' } }],
    ['paidOn', { paidOn: null }],
    ['paidOn', { paidOn: '2999-01-01' }],
    ['paidOn', { paidOn: '1970-01-01' }],
    ['customerEmail', { customerEmail: 'dana' }],
    ['customerPhone', { customerPhone: '12' }],
    ['customerEmail', { customerEmail: null }],
    ['note', { note: 'x'.repeat(2_001) }],
  ])('is refused with %s named (%#)', async (path, change) => {
    await expect(act(recordPayment, { ...wire, ...change })).rejects.toMatchObject(refusedWith(path))
  })

  it('names only leads and calls of its own organization', async () => {
    const [eventId, leadId] = [await eventNamed('one'), await leadOfDana()]
    const other = await makeConnection(test)
    await expect(act(recordPayment, { ...wire, eventId }, other.admin)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(act(recordPayment, { ...wire, leadId }, other.admin)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is entered by owners and admins alone', async () => {
    const rep: Actor = { ...adminOf(home.organizationId), role: 'sales_rep' } as Actor
    await expect(act(recordPayment, wire, rep)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('is changed where something is said, and credited anew', async () => {
    const { paymentId } = await act(recordPayment, { ...wire, note: 'Ref 4711' })
    await act(updateRecordedPayment, { paymentId, amount: { amount: '2500.00', currency: 'USD' }, method: 'check', paidOn: '2026-10-06' })
    expect(await payment(paymentId)).toMatchObject({ amount_minor: 250_000n, off_platform_method: 'check', note: 'Ref 4711', call: 'one' })
    await act(updateRecordedPayment, { paymentId, eventId: await eventNamed('two'), note: null })
    expect(await payment(paymentId)).toMatchObject({ attribution_method: 'reference', call: 'two', note: null })
    await act(updateRecordedPayment, { paymentId, eventId: null })
    expect(await payment(paymentId)).toMatchObject({ attribution_method: 'matched_past', call: 'one' })
  })

  it('stands for the cash that its closer reported of it: the two count once', async () => {
    const eventId = await eventNamed('two')
    await act(submitPostCallForm, {
      eventId,
      callOccurred: true,
      leadShowed: true,
      offerMade: true,
      dealClosed: true,
      cashCollected: { amount: '3000.00', currency: 'USD' },
      paymentType: 'pif',
    })
    const { paymentId } = await act(recordPayment, wire)
    const [report] =
      await test.owner`select matched_payment_id from payments where organization_id = ${home.organizationId} and origin = 'form'`
    expect(report).toEqual({ matched_payment_id: paymentId })
    expect(await payment(paymentId)).toMatchObject({ payment_type: 'pif' })
  })
})

describe('what is given back of it', () => {
  const of = (paymentId: string, amount: string, change: object = {}) => ({
    paymentId,
    amount: { amount, currency: 'USD' },
    refundedOn: '2026-10-12',
    reason: 'Changed their mind',
    ...change,
  })

  it('is taken off, part by part, never more than is left', async () => {
    const { paymentId } = await act(recordPayment, wire)
    await act(recordRefundByHand, of(paymentId, '1000.00'))
    expect(await payment(paymentId)).toMatchObject({ refunded_minor: 100_000n, status: 'partially_refunded' })
    await expect(act(recordRefundByHand, of(paymentId, '2000.01'))).rejects.toMatchObject(refusedWith('amount.amount'))
    await act(recordRefundByHand, of(paymentId, '2000.00'))
    expect(await payment(paymentId)).toMatchObject({ refunded_minor: 300_000n, status: 'refunded' })
    await expect(act(recordRefundByHand, of(paymentId, '0.01'))).rejects.toMatchObject(refusedWith('amount.amount'))
  })

  it('is in its own currency, on a day that has come, and of a payment that was entered by hand', async () => {
    const { paymentId } = await act(recordPayment, wire)
    await expect(act(recordRefundByHand, of(paymentId, '5', { amount: { amount: '5', currency: 'EUR' } }))).rejects.toMatchObject(
      refusedWith('amount.currency'),
    )
    await expect(act(recordRefundByHand, of(paymentId, '5', { refundedOn: '2999-01-01' }))).rejects.toMatchObject(refusedWith('refundedOn'))
    const processors = await told('pi_1')
    await expect(act(recordRefundByHand, of(processors, '5'))).rejects.toMatchObject(refusedWith('paymentId'))
    await expect(act(updateRecordedPayment, { paymentId: processors, note: 'x' })).rejects.toMatchObject(refusedWith('paymentId'))
  })

  it('stays where it was taken back as never made, once', async () => {
    const { paymentId } = await act(recordPayment, wire)
    const { refundId } = await act(recordRefundByHand, of(paymentId, '1000.00'))
    await act(takeBackRefund, { refundId })
    expect(await payment(paymentId)).toMatchObject({ refunded_minor: 0n, status: 'succeeded' })
    await expect(act(takeBackRefund, { refundId })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('keeps its amount from being changed to less', async () => {
    const { paymentId } = await act(recordPayment, wire)
    await act(recordRefundByHand, of(paymentId, '1000.00'))
    const change = (amount: string) => act(updateRecordedPayment, { paymentId, amount: { amount, currency: 'USD' } })
    await expect(change('999.99')).rejects.toMatchObject(refusedWith('amount'))
    await change('1000.00')
    expect(await payment(paymentId)).toMatchObject({ status: 'refunded' })
  })
})

async function told(purchaseRef: string, change: Partial<PurchaseMessage> = {}): Promise<string> {
  const actor: Actor = { kind: 'webhook', organizationId: home.organizationId, connectionId: home.id, name: 'Main' }
  const message = purchaseOf(purchaseRef, 9, { ref: 'cus_1', email: 'dana@example.com', name: 'Dana Whitfield' }, change)
  await as(test.database, actor, (tx) => recordPaymentMessage({ actor, input: { message, connectionId: home.id }, tx }))
  const [row] = await test.owner<
    { id: string }[]
  >`select id from payments where organization_id = ${home.organizationId} and purchase_ref = ${purchaseRef}`
  return row?.id ?? ''
}

describe('a deleted payment', () => {
  const reason = 'A test of the checkout'

  it('is told more of by its processor, and stays deleted until somebody restores it', async () => {
    const id = await told('pi_1', { customer: { ref: 'cus_1', email: null, name: null, phone: null } })
    const { deletionId } = await act(deletePayments, { ids: [id], reason })
    await told('pi_1')
    expect(await payment(id)).toMatchObject({ deletion_id: deletionId, customer_email: 'dana@example.com' })
    await act(restorePayments, { ids: [id] })
    expect(await payment(id)).toMatchObject({ deletion_id: null, attribution_method: 'matched_past', call: 'two' })
  })

  it('lets the report that it stood for stand again, and stands for it again once restored', async () => {
    await act(submitPostCallForm, {
      eventId: await eventNamed('two'),
      callOccurred: true,
      leadShowed: true,
      offerMade: true,
      dealClosed: true,
      cashCollected: { amount: '3000.00', currency: 'USD' },
      paymentType: 'pif',
    })
    const id = await told('pi_1')
    const matched = async () =>
      (await test.owner`select matched_payment_id from payments where organization_id = ${home.organizationId} and origin = 'form'`)[0]
    expect(await matched()).toEqual({ matched_payment_id: id })
    const { deletionId } = await act(deletePayments, { ids: [id], reason })
    expect(await matched()).toEqual({ matched_payment_id: null })
    await act(restoreDeletion, { deletionId })
    expect(await matched()).toEqual({ matched_payment_id: id })
  })

  it('of several is restored alone or with all that went with it', async () => {
    const ids = [await told('pi_1'), await told('pi_2', { amountMinor: 1n }), await told('pi_3', { amountMinor: 2n })]
    const { deletionId, paymentIds } = await act(deletePayments, { ids, reason })
    expect(paymentIds).toEqual([...ids].sort())
    await act(restorePayments, { ids: ids.slice(0, 1) })
    expect(await Promise.all(ids.map(async (id) => (await payment(id))?.deletion_id))).toEqual([null, deletionId, deletionId])
    expect((await act(restoreDeletion, { deletionId })).paymentIds).toEqual(ids.slice(1).sort())
    await expect(act(restoreDeletion, { deletionId })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(act(restorePayments, { ids })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('makes the next deal the first: what is deleted made none', async () => {
    const first = await told('pi_1', { paidAt: day(6) })
    const second = await told('pi_2', { paidAt: day(9, 20), amountMinor: 5n })
    expect(await payment(second)).toMatchObject({ deal_type: 'upsell' })
    await act(deletePayments, { ids: [first], reason })
    expect(await payment(second)).toMatchObject({ deal_type: 'new_deal' })
    await act(restorePayments, { ids: [first] })
    expect(await payment(second)).toMatchObject({ deal_type: 'upsell' })
  })

  it('is deleted once, with a reason, all or none, by owners and admins alone', async () => {
    const id = await told('pi_1')
    const gone = '0198f0aa-0000-7000-8000-000000000000'
    await expect(act(deletePayments, { ids: [id], reason: ' ' })).rejects.toMatchObject(refusedWith('reason'))
    await expect(act(deletePayments, { ids: [], reason })).rejects.toMatchObject(refusedWith('ids'))
    await expect(act(deletePayments, { ids: [id, gone], reason })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await payment(id)).toMatchObject({ deletion_id: null })
    const rep: Actor = { ...adminOf(home.organizationId), role: 'sales_rep' } as Actor
    await expect(act(deletePayments, { ids: [id], reason }, rep)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await act(deletePayments, { ids: [id], reason })
    await expect(act(deletePayments, { ids: [id], reason })).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})
