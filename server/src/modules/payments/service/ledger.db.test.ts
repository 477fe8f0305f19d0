import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as, makeConnection, type TestConnection } from '../../../../test/intake.ts'
import { shuffled } from '../../../../test/shuffled.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { DisputeMessage, InvoiceMessage, PaymentMessage, PurchaseMessage, RefundMessage } from './payment-message.ts'
import { loadRefunds } from './ledger-rows.ts'
import { recordPaymentMessage } from './record-payment-message.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const day = (number: number, hour = 12): Date => new Date(Date.UTC(2026, 9, number, hour))
const dana = { ref: 'cus_1', email: 'dana@example.com', name: 'Dana Whitfield', phone: null }

const purchase = (purchaseRef: string, on: number, change: Partial<PurchaseMessage> = {}): PurchaseMessage => ({
  kind: 'purchase',
  purchaseRef,
  chargeRef: null,
  amountMinor: 300_000n,
  currency: 'USD',
  paidAt: day(on),
  customer: dana,
  description: null,
  metadata: {},
  clientReference: null,
  subscriptionRef: null,
  billingTurn: null,
  ...change,
})
const dispute = (state: DisputeMessage['state'], on: number, change: Partial<DisputeMessage> = {}): DisputeMessage => ({
  kind: 'dispute',
  disputeRef: 'dp_1',
  purchaseRef: 'pi_1',
  state,
  amountMinor: 200_000n,
  currency: 'USD',
  reason: 'fraudulent',
  openedAt: day(3),
  dueBy: day(20),
  reportedAt: day(on),
  ...change,
})
const refund = (amountMinor: bigint, on: number): RefundMessage => ({
  kind: 'refund',
  refundRef: 're_1',
  purchaseRef: 'pi_1',
  amountMinor,
  currency: 'USD',
  state: 'live',
  createdAt: day(on),
  reportedAt: day(on),
  reason: null,
})
const invoice = (invoiceRef: string, change: Partial<InvoiceMessage>): InvoiceMessage => ({
  kind: 'invoice',
  invoiceRef,
  subscriptionRef: null,
  billingTurn: null,
  purchaseRef: null,
  customer: { ref: null, email: null, name: null, phone: null },
  metadata: {},
  clientReference: null,
  ...change,
})

async function tell({ organizationId, id: connectionId }: TestConnection, messages: readonly PaymentMessage[]): Promise<void> {
  const actor: Actor = { kind: 'webhook', organizationId, connectionId, name: 'Main' }
  for (const message of messages)
    await as(test.database, actor, (tx) => recordPaymentMessage({ actor, input: { message, connectionId }, tx }))
}

const moneyOf = ({ organizationId }: TestConnection) =>
  test.owner`select purchase_ref, amount_minor, refunded_minor, disputed_minor, lost_minor, status from payments
    where organization_id = ${organizationId} order by purchase_ref`

const seeds = Array.from({ length: 8 }, (_, seed) => seed)

describe('a disputed payment', () => {
  const stories: [string, PaymentMessage[], object][] = [
    ['is held while the dispute is open', [dispute('open', 3)], { disputed_minor: 200_000n, lost_minor: 0n, status: 'disputed' }],
    [
      'lost it once the dispute is lost',
      [dispute('open', 3), dispute('lost', 25)],
      { disputed_minor: 0n, lost_minor: 200_000n, status: 'partially_refunded' },
    ],
    [
      'is whole again once it is won',
      [dispute('open', 3), dispute('won', 25)],
      { disputed_minor: 0n, lost_minor: 0n, status: 'succeeded' },
    ],
    [
      'is whole again once an appeal against the loss is won',
      [dispute('open', 3), dispute('lost', 25), dispute('open', 27), dispute('won', 30)],
      { disputed_minor: 0n, lost_minor: 0n, status: 'succeeded' },
    ],
    [
      'is left alone by an inquiry',
      [dispute('inquiry', 3), dispute('closed', 9)],
      { disputed_minor: 0n, lost_minor: 0n, status: 'succeeded' },
    ],
    [
      'gives back once what is told as a refund and as a dispute',
      [dispute('lost', 25, { amountMinor: 300_000n }), refund(250_000n, 24)],
      { refunded_minor: 250_000n, disputed_minor: 0n, lost_minor: 50_000n, status: 'refunded' },
    ],
  ]

  describe.each(stories)('%s', (_title, told, expected) => {
    it.each(seeds)('in whatever order its messages come, each twice (%i)', async (seed) => {
      const connection = await makeConnection(test)
      await tell(connection, shuffled([purchase('pi_1', 2), ...told, purchase('pi_1', 2), ...told], seed))
      expect(await moneyOf(connection)).toEqual([{ purchase_ref: 'pi_1', amount_minor: 300_000n, refunded_minor: 0n, ...expected }])
    })
  })

  it.each([
    ['JPY', 450_000n, 120_000n],
    ['KWD', 924_500n, 24_500n],
  ])('is in the minor units of %s', async (currency, amountMinor, lostMinor) => {
    const connection = await makeConnection(test)
    await tell(connection, [purchase('pi_1', 2, { currency, amountMinor }), dispute('lost', 25, { currency, amountMinor: lostMinor })])
    expect(await moneyOf(connection)).toMatchObject([{ amount_minor: amountMinor, lost_minor: lostMinor }])
  })
})

describe('the payments of a subscription', () => {
  const messages: PaymentMessage[] = [
    purchase('pi_1', 2),
    invoice('in_1', { subscriptionRef: 'sub_1', billingTurn: 'first' }),
    invoice('in_1', { purchaseRef: 'pi_1' }),
    purchase('pi_2', 30),
    invoice('in_2', { subscriptionRef: 'sub_1', billingTurn: 'later' }),
    invoice('in_2', { purchaseRef: 'pi_2' }),
    ...(['active', 'past_due', 'ended'] as const).map((state, index): PaymentMessage => ({
      kind: 'subscription',
      subscriptionRef: 'sub_1',
      state,
      productName: 'Growth',
      customerRef: 'cus_1',
      startedAt: day(2),
      endedAt: state === 'ended' ? day(31) : null,
      reportedAt: day(2 + index * 14),
    })),
  ]

  it.each(seeds)('have their turn and their kind of deal, and it its last state, in whatever order all is told (%i)', async (seed) => {
    const connection = await makeConnection(test)
    await tell(connection, shuffled([...messages, ...messages], seed))
    expect(
      await test.owner`select purchase_ref, billing_turn, subscription_ref, deal_type from payments
        where organization_id = ${connection.organizationId} order by purchase_ref`,
    ).toEqual([
      { purchase_ref: 'pi_1', billing_turn: 'first', subscription_ref: 'sub_1', deal_type: 'new_deal' },
      { purchase_ref: 'pi_2', billing_turn: 'later', subscription_ref: 'sub_1', deal_type: 'renewal' },
    ])
    expect(
      await test.owner`select subscription_ref, state, ended_at from subscriptions where organization_id = ${connection.organizationId}`,
    ).toEqual([{ subscription_ref: 'sub_1', state: 'ended', ended_at: day(31) }])
  })
})

describe('an invoice that several purchases paid', () => {
  const nobody = { ref: null, email: null, name: null, phone: null }
  const messages: PaymentMessage[] = [
    ...['pi_1', 'pi_2', 'pi_3'].flatMap((ref, index) => [
      purchase(ref, 12 + index, { customer: nobody }),
      invoice('in_1', { purchaseRef: ref }),
    ]),
    invoice('in_1', { subscriptionRef: 'sub_1', billingTurn: 'first', customer: { ...nobody, email: 'dana@example.com' } }),
    invoice('in_1', { customer: { ...nobody, ref: 'cus_1' }, metadata: { event_id: 'call-1' } }),
  ]
  const tied = { subscription_ref: 'sub_1', customer_email: 'dana@example.com', customer_ref: 'cus_1', metadata: { event_id: 'call-1' } }

  it.each(seeds)('ties each of them to its subscription and its customer, in whatever order all is told (%i)', async (seed) => {
    const connection = await makeConnection(test)
    await tell(connection, shuffled([...messages, ...messages], seed))
    expect(
      await test.owner`select purchase_ref, subscription_ref, customer_email, customer_ref, metadata from payments
        where organization_id = ${connection.organizationId} order by purchase_ref`,
    ).toEqual(['pi_1', 'pi_2', 'pi_3'].map((ref) => ({ purchase_ref: ref, ...tied })))
    expect(
      await test.owner`select purchase_ref, subscription_ref, metadata from payment_invoices
        where organization_id = ${connection.organizationId} order by purchase_ref`,
    ).toEqual(['pi_1', 'pi_2', 'pi_3'].map((ref) => ({ purchase_ref: ref, subscription_ref: 'sub_1', metadata: tied.metadata })))
  })
})

describe('a purchase whose messages differ', () => {
  it.each(seeds)('comes to the same payment in whatever order they are told (%i)', async (seed) => {
    const connection = await makeConnection(test)
    const messages = [
      purchase('pi_1', 2, { customer: { ...dana, email: 'dana@work.example', name: 'D. Whitfield' }, metadata: { a: '2' } }),
      purchase('pi_1', 3, { customer: { ...dana, phone: '+12025550143' }, metadata: { a: '1', b: '1' }, amountMinor: 250_000n }),
      invoice('in_1', { purchaseRef: 'pi_1', customer: { ...dana, email: 'Accounts@example.com' } }),
      invoice('in_1', { subscriptionRef: 'sub_1', customer: { ...dana, email: 'billing@example.com' } }),
    ]
    await tell(connection, shuffled(messages, seed))
    expect(
      await test.owner`select amount_minor, customer_email, customer_name, customer_phone, metadata, paid_at, subscription_ref from payments
        where organization_id = ${connection.organizationId}`,
    ).toEqual([
      {
        amount_minor: 300_000n,
        customer_email: 'accounts@example.com',
        customer_name: 'D. Whitfield',
        customer_phone: '+12025550143',
        metadata: { a: '1', b: '1' },
        paid_at: day(2),
        subscription_ref: 'sub_1',
      },
    ])
  })
})

describe('money that is told of in another currency', () => {
  const inEuro = { ...refund(50_000n, 4), refundRef: 're_2', currency: 'EUR' }

  it('is taken off no payment: the refund stands in the ledger, and says that it does not count', async () => {
    for (const seed of seeds) {
      const home = await makeConnection(test)
      await tell(home, shuffled([purchase('pi_1', 1), inEuro, refund(20_000n, 3)], seed))
      expect(await moneyOf(home)).toMatchObject([{ refunded_minor: 20_000n, status: 'partially_refunded' }])
      const [payment] = await test.owner<{ id: string }[]>`select id from payments where organization_id = ${home.organizationId}`
      const rows = await as(test.database, home.admin, (tx) => loadRefunds(tx, [payment?.id ?? '']))
      expect(rows.get(payment?.id ?? '')?.map(({ currency, counted }) => [currency, counted])).toEqual([
        ['EUR', false],
        ['USD', true],
      ])
    }
  })

  it('says so where the delivery is read', async () => {
    const home = await makeConnection(test)
    await tell(home, [purchase('pi_1', 1)])
    const { admin: actor, id: connectionId } = home
    const { summary } = await as(test.database, actor, (tx) =>
      recordPaymentMessage({ actor, input: { message: inEuro, connectionId }, tx }),
    )
    expect(summary).toBe('Refund of 500.00 EUR is not counted: the payment is in USD')
  })

  it('makes a purchase that is told of in two currencies the same payment, whichever came first', async () => {
    const told = [
      purchase('pi_1', 1),
      purchase('pi_1', 1, { currency: 'EUR' }),
      purchase('pi_1', 1, { currency: 'EUR', amountMinor: 310_000n }),
    ]
    for (const seed of seeds) {
      const home = await makeConnection(test)
      await tell(home, shuffled(told, seed))
      expect(await test.owner`select amount_minor, currency from payments where organization_id = ${home.organizationId}`).toEqual([
        { amount_minor: 310_000n, currency: 'EUR' },
      ])
    }
  })
})
