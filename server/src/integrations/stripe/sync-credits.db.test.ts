import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type StripeEmulator, startStripe } from '../../../test/emulators/stripe.ts'
import { as, deliver, type TestConnection } from '../../../test/intake.ts'
import { openIntake } from '../../../test/open-intake.ts'
import { bookingOf, day, inviteeRef } from '../../../test/messages.ts'
import { runJobs } from '../../../test/run-jobs.ts'
import { shuffled } from '../../../test/shuffled.ts'
import { stripeAccount } from '../../../test/stripe-account.ts'
import { Syncing } from '../../../test/syncing.ts'
import { recordBooking } from '../../modules/events/service/index.ts'

const { test, intake } = await openIntake()
let stripe: StripeEmulator
beforeEach(async () => {
  stripe = await startStripe()
})
afterEach(() => stripe.close())

/** A Stripe account of an organization that knows of a call with Dana. */
async function begin(): Promise<{ connection: TestConnection; syncs: Syncing }> {
  const connection = await stripeAccount(test, stripe.key)
  const { admin, id } = connection
  const message = bookingOf('call-1', 5, { name: 'Dana', email: 'dana@example.com' })
  await as(test.database, admin, (tx) => recordBooking({ actor: admin, tx, input: { connectionId: id, message } }))
  return { connection, syncs: new Syncing(test, connection, stripe.url) }
}

const unix = (on: number, second = 0): number => Math.floor(day(on, 15).getTime() / 1000) + second
let nth = 0
const event = (type: string, created: number, object: object) => ({
  id: `evt_${(nth += 1)}`,
  object: 'event',
  type,
  created,
  data: { object },
})

/** What Stripe tells of money that came in, of somebody of whom the charge itself says nothing that is known. */
function charged(ref: string, on: number): object[] {
  const money = { amount: 100_000, currency: 'usd', customer: `cus_${ref}`, description: null, metadata: {}, receipt_email: null }
  const charge = {
    ...money,
    id: `ch_${ref}`,
    object: 'charge',
    amount_captured: 100_000,
    amount_refunded: 0,
    created: unix(on),
    payment_intent: `pi_${ref}`,
  }
  const intent = {
    ...money,
    id: `pi_${ref}`,
    object: 'payment_intent',
    amount_received: 100_000,
    created: unix(on, -300),
    latest_charge: charge.id,
  }
  return [event('charge.succeeded', unix(on), charge), event('payment_intent.succeeded', unix(on, 1), intent)]
}

/** A turn of a subscription: an invoice, and that this payment paid it. */
function turn(ref: string, on: number, reason: string): object[] {
  const invoice = {
    id: `in_${ref}`,
    object: 'invoice',
    billing_reason: reason,
    customer: null,
    customer_email: null,
    customer_name: null,
    metadata: {},
    parent: { subscription_details: { subscription: 'sub_1', metadata: {} } },
  }
  const paid = {
    id: `inpay_${ref}`,
    object: 'invoice_payment',
    invoice: invoice.id,
    payment: { type: 'payment_intent', payment_intent: `pi_${ref}` },
  }
  return [...charged(ref, on), event('invoice.paid', unix(on, 3), invoice), event('invoice_payment.paid', unix(on, 4), paid)]
}

const session = (ref: string, change: object) => ({
  id: `cs_${ref}`,
  object: 'checkout.session',
  mode: 'payment',
  amount_total: 100_000,
  currency: 'usd',
  client_reference_id: inviteeRef('call-1'),
  customer: null,
  customer_email: null,
  customer_details: null,
  invoice: null,
  metadata: {},
  payment_intent: `pi_${ref}`,
  payment_status: 'paid',
  subscription: null,
  ...change,
})

/** A subscription that began at a checkout which named the call, two turns of it, and something bought once at such a checkout. */
const told = (): object[] => [
  ...turn('first', 6, 'subscription_create'),
  event(
    'checkout.session.completed',
    unix(6, 2),
    session('first', { mode: 'subscription', payment_intent: null, invoice: 'in_first', subscription: 'sub_1' }),
  ),
  ...turn('second', 13, 'subscription_cycle'),
  ...turn('third', 20, 'subscription_cycle'),
  ...charged('once', 8),
  event('checkout.session.completed', unix(8, 2), session('once', {})),
]

const known = ({ organizationId }: TestConnection) => test.owner<Record<string, unknown>[]>`
  select p.purchase_ref as ref, p.attribution_method as method, p.confidence, c.name as closer, e.booking_ref as event, p.deal_type as deal,
    p.subscription_ref as subscription, p.billing_turn as turn, p.client_reference as "clientReference", p.customer_ref as customer,
    p.amount_minor::text as amount, p.paid_at as "paidAt"
  from payments p left join events e on e.organization_id = p.organization_id and e.id = p.event_id
  left join closers c on c.organization_id = p.organization_id and c.id = p.closer_id
  where p.organization_id = ${organizationId} order by p.paid_at`

async function deliverAll({ connection, syncs }: Awaited<ReturnType<typeof begin>>, bodies: readonly object[]): Promise<void> {
  for (const body of bodies) expect((await deliver(intake, connection, JSON.stringify(body))).status).toBe(200)
  await runJobs(test, syncs.services())
}

describe('what a sync alone brings, webhooks alone, and both', () => {
  const credit = { event: inviteeRef('call-1'), confidence: 'certain' }
  const must = [
    { ref: 'pi_first', method: 'reference', deal: 'new_deal', subscription: 'sub_1', turn: 'first', ...credit },
    { ref: 'pi_once', method: 'reference', deal: 'new_deal', subscription: null, turn: null, ...credit },
    { ref: 'pi_second', method: 'inherited', deal: 'renewal', subscription: 'sub_1', turn: 'later', ...credit },
    { ref: 'pi_third', method: 'inherited', deal: 'renewal', subscription: 'sub_1', turn: 'later', ...credit },
  ]

  it.each(['as it is now', 'as it was'])('are the same payments with the same credits, with Stripe’s API %s', async (version) => {
    if (version === 'as it was') stripe.speakOld()
    const bodies = told()
    stripe.happen(...bodies)
    const [synced, hooked, both, healed] = [await begin(), await begin(), await begin(), await begin()]
    expect(await synced.syncs.sync()).toMatchObject({ state: 'done', seen: 4, created: 4, changed: 0, failed: 0 })
    await deliverAll(hooked, shuffled(bodies, 1))
    await deliverAll(both, shuffled(bodies, 2))
    expect(await both.syncs.sync()).toMatchObject({ state: 'done', created: 0, changed: 0, failed: 0 })
    // Only charges were told of by webhooks: what their invoices and checkouts know is what changes.
    await deliverAll(
      healed,
      bodies.filter((body) => 'type' in body && body.type === 'charge.succeeded'),
    )
    expect(await healed.syncs.sync()).toMatchObject({ state: 'done', created: 0, failed: 0 })
    const first = await known(hooked.connection)
    expect(first).toMatchObject(must)
    for (const { connection } of [synced, both, healed]) expect(await known(connection)).toEqual(first)
  })

  it('are those of the days that were asked for, though their invoices and checkouts were made before, and those of others make none', async () => {
    stripe.happen(...told())
    const { connection, syncs } = await begin()
    const id = await syncs.start({ from: '2026-10-13', to: '2026-10-19' })
    expect(await syncs.runThrough(id)).toMatchObject({ state: 'done', created: 1, failed: 0 })
    expect((await known(connection)).map(({ ref, turn: of }) => [ref, of])).toEqual([['pi_second', 'later']])
  })
})
