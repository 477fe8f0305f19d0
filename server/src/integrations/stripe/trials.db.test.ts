import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type StripeEmulator, startStripe } from '../../../test/emulators/stripe.ts'
import { as, deliver, type TestConnection } from '../../../test/intake.ts'
import { bookingOf, day, inviteeRef } from '../../../test/messages.ts'
import { openIntake } from '../../../test/open-intake.ts'
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
  const message = bookingOf('call-1', 1, { name: 'Dana', email: 'dana@example.com' })
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

const invoice = (ref: string, reason: string, amount: number) => ({
  ...{ id: `in_${ref}`, object: 'invoice', billing_reason: reason, amount_paid: amount, customer: 'cus_1', customer_email: null },
  ...{ customer_name: null, metadata: {}, parent: { subscription_details: { subscription: 'sub_1', metadata: {} } } },
})

/** A turn of the subscription that money was paid for. */
const turn = (ref: string, on: number): object[] => [
  event('charge.succeeded', unix(on), {
    ...{ id: `ch_${ref}`, object: 'charge', amount: 100_000, amount_captured: 100_000, amount_refunded: 0, captured: true },
    ...{ currency: 'usd', created: unix(on), customer: 'cus_1', description: null, metadata: {}, payment_intent: `pi_${ref}` },
  }),
  event('invoice.paid', unix(on, 3), invoice(ref, 'subscription_cycle', 100_000)),
  event('invoice_payment.paid', unix(on, 4), {
    ...{ id: `inpay_${ref}`, object: 'invoice_payment', invoice: `in_${ref}` },
    payment: { type: 'payment_intent', payment_intent: `pi_${ref}` },
  }),
]

const session = event('checkout.session.completed', unix(3, 2), {
  ...{ id: 'cs_1', object: 'checkout.session', mode: 'subscription', amount_total: 0, currency: 'usd', customer: 'cus_1', metadata: {} },
  ...{ client_reference_id: inviteeRef('call-1'), payment_intent: null, payment_status: 'no_payment_required' },
  ...{ invoice: 'in_trial', subscription: 'sub_1' },
})

/** A trial that began at a checkout which named the call, became paid a week later, and went on. */
const told = (): object[] => [
  event('invoice.paid', unix(3), invoice('trial', 'subscription_create', 0)),
  session,
  ...turn('converted', 10),
  ...turn('second', 17),
  ...turn('third', 24),
]

const known = ({ organizationId }: TestConnection) => test.owner<Record<string, unknown>[]>`
  select p.purchase_ref as ref, p.attribution_method as method, e.booking_ref as event, p.deal_type as deal, p.billing_turn as turn,
    p.client_reference as "clientReference", p.begun_with is not null as begun
  from payments p left join events e on e.organization_id = p.organization_id and e.id = p.event_id
  where p.organization_id = ${organizationId} order by p.paid_at`

async function deliverAll({ connection, syncs }: Awaited<ReturnType<typeof begin>>, bodies: readonly object[]): Promise<void> {
  for (const body of bodies) {
    expect((await deliver(intake, connection, JSON.stringify(body))).status).toBe(200)
    await runJobs(test, syncs.services())
  }
}

const of = { event: inviteeRef('call-1') }
const must = [
  { ref: 'pi_converted', method: 'reference', deal: 'new_deal', turn: 'first', clientReference: of.event, begun: true, ...of },
  { ref: 'pi_second', method: 'inherited', deal: 'renewal', turn: 'later', clientReference: null, begun: false, ...of },
  { ref: 'pi_third', method: 'inherited', deal: 'renewal', turn: 'later', clientReference: null, begun: false, ...of },
]

describe('a trial that becomes paid', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'is a deal with its first money, which is what its checkout was for, in whatever order it is told (%i)',
    async (seed) => {
      const account = await begin()
      const bodies = told()
      await deliverAll(account, shuffled(bodies, seed))
      expect(await known(account.connection)).toEqual(must)
      await deliverAll(
        account,
        shuffled(bodies, seed + 1).map((body, index) => ({ ...body, id: `evt_again_${seed}_${index}` })),
      )
      expect(await known(account.connection)).toEqual(must)
    },
  )

  it('is that too where its turns come the last one first', async () => {
    const account = await begin()
    await deliverAll(account, [session, ...turn('third', 24), ...turn('second', 17), ...turn('converted', 10)])
    expect(await known(account.connection)).toEqual(must)
  })

  it('is the same to a sync, alone and beside webhooks', async () => {
    const bodies = told()
    stripe.happen(...bodies)
    const [synced, both] = [await begin(), await begin()]
    expect(await synced.syncs.sync()).toMatchObject({ state: 'done', created: 3, failed: 0 })
    expect(await known(synced.connection)).toEqual(must)
    expect(await synced.syncs.sync()).toMatchObject({ state: 'done', created: 0, changed: 0, failed: 0 })
    await deliverAll(both, shuffled(bodies, 9).slice(0, 5))
    await both.syncs.sync()
    expect(await known(both.connection)).toEqual(must)
  })

  it('leaves alone a subscription whose first invoice took money', async () => {
    const account = await begin()
    await deliverAll(account, [event('invoice.paid', unix(3), invoice('paid', 'subscription_create', 100_000)), ...turn('second', 17)])
    expect(await known(account.connection)).toMatchObject([{ ref: 'pi_second', deal: 'renewal', turn: 'later', begun: false }])
  })
})
