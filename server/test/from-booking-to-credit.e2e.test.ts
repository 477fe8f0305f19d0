import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFixture } from './fixtures/read-fixture.ts'
import type { Person } from './person.ts'
import { type RunningApp, startApp } from './running-app.ts'

let app: RunningApp
let owner: Person
let calendly: { webhookUrl: string; secret: string }
let stripe: { webhookUrl: string; secret: string }

const connect = async (provider: string, secret: string) => {
  const { createConnection } = await owner.ask<{ createConnection: { connection: { webhookUrl: string } } }>(
    `mutation ($secret: String!, $provider: Provider!) { createConnection(input: { provider: $provider, name: "Main", webhookSecret: $secret }) { connection { webhookUrl } } }`,
    { provider, secret },
  )
  return { webhookUrl: createConnection.connection.webhookUrl, secret }
}

beforeAll(async () => {
  app = await startApp()
  owner = await app.organize()
  await owner.ask(`mutation { createCloser(input: { name: "Priya Nair", email: "priya.nair@northlight.example" }) { closer { id } }
    createSetter(input: { name: "Marcus Hale" }) { setter { id } } createSource(input: { name: "Instagram" }) { source { id } } }`)
  calendly = await connect('CALENDLY', 'calendly-signing-key')
  stripe = await connect('STRIPE', 'whsec_test_secret')
})
afterAll(() => app.close())

describe('from a booking to a credited payment', () => {
  it('takes a booking in, credits closer, setter and source, and answers a repetition without acting twice', async () => {
    const body = readFixture('calendly/invitee.created')
    expect((await app.deliver(calendly, body)).status).toBe(200)
    expect((await app.deliver(calendly, body)).status).toBe(200)
    await app.drain()
    const { events } = await owner.ask<{ events: { nodes: object[]; totalCount: number } }>(
      `{ events { totalCount nodes { leadName leadEmail status outcome scheduledAt closer { name } setter { name } source { name } callType { name } lead { fullName phone } } } }`,
    )
    expect(events.totalCount).toBe(1)
    expect(events.nodes[0]).toEqual({
      leadName: 'Dana Whitfield',
      leadEmail: 'dana.whitfield@example.com',
      status: 'SCHEDULED',
      outcome: null,
      scheduledAt: '2026-10-06T15:00:00.000Z',
      closer: { name: 'Priya Nair' },
      setter: { name: 'Marcus Hale' },
      source: { name: 'Instagram' },
      callType: { name: 'Strategy Call' },
      lead: { fullName: 'Dana Whitfield', phone: '+12025550143' },
    })
  })

  it('counts one purchase once, whatever messages tell of it, and credits it to the call', async () => {
    for (const name of ['payment_intent.succeeded', 'charge.succeeded', 'checkout.session.completed']) {
      expect((await app.deliver(stripe, readFixture(`stripe/${name}`))).status).toBe(200)
    }
    await app.drain()
    const { payments } = await owner.ask<{ payments: { nodes: { attribution: { trail: { rule: string; result: string }[] } }[] } }>(
      `{ payments { nodes { amount { amount currency } net { amount } status customerName closer { name } setter { name } event { leadName }
          attribution { method locked summary trail { rule result explanation candidates { verdict } } } } } }`,
    )
    expect(payments.nodes).toHaveLength(1)
    expect(payments.nodes[0]).toMatchObject({
      amount: { amount: '3000.00', currency: 'USD' },
      status: 'SUCCEEDED',
      customerName: 'Dana Whitfield',
      closer: { name: 'Priya Nair' },
      setter: { name: 'Marcus Hale' },
      attribution: { method: 'MATCHED_PAST', locked: false },
    })
    expect(payments.nodes[0]?.attribution.trail.map((step) => [step.rule, step.result])).toEqual([
      ['REFERENCE', 'NOTHING'],
      ['INHERITED', 'NOTHING'],
      ['MATCHED_PAST', 'FOUND'],
      ['MATCHED_COMING', 'NOT_NEEDED'],
    ])
  })

  it('takes refunds in any order, and undoes one that failed', async () => {
    const net = async () =>
      (
        await owner.ask<{ payments: { nodes: { net: { amount: string }; status: string }[] } }>(
          `{ payments { nodes { net { amount } status } } }`,
        )
      ).payments.nodes[0]
    for (const name of ['charge.refunded.full', 'refund.created.remainder', 'charge.refunded.partial', 'refund.created.partial'])
      await app.deliver(stripe, readFixture(`stripe/${name}`))
    await app.drain()
    expect(await net()).toEqual({ net: { amount: '0.00' }, status: 'REFUNDED' })
    await app.deliver(stripe, readFixture('stripe/refund.failed'))
    await app.drain()
    expect(await net()).toEqual({ net: { amount: '2500.00' }, status: 'PARTIALLY_REFUNDED' })
  })

  it('ties both halves of a reschedule together, and follows the no-show mark and its undoing', async () => {
    const state = async () =>
      (
        await owner.ask<{
          events: { nodes: { status: string; outcome: string | null; rescheduledFrom: object | null; setter: object }[] }
        }>(
          `{ events(orderBy: { field: SCHEDULED_AT, direction: ASC }, filter: { search: "dana" }) { nodes { status outcome setter { name } rescheduledFrom { status } } } }`,
        )
      ).events.nodes
    await app.deliver(calendly, readFixture('calendly/invitee.created.rescheduled'))
    await app.deliver(calendly, readFixture('calendly/invitee.canceled.rescheduled'))
    await app.drain()
    expect(await state()).toEqual([
      { status: 'RESCHEDULED', outcome: null, setter: { name: 'Marcus Hale' }, rescheduledFrom: null },
      { status: 'SCHEDULED', outcome: null, setter: { name: 'Marcus Hale' }, rescheduledFrom: { status: 'RESCHEDULED' } },
    ])
  })

  it('files a form with all that follows, in one transaction', async () => {
    const { events } = await owner.ask<{ events: { nodes: { id: string }[] } }>(
      `{ events(filter: { statuses: [SCHEDULED] }) { nodes { id } } }`,
    )
    const { submitPostCallForm } = await owner.ask<{ submitPostCallForm: object }>(
      `mutation ($id: ID!) { submitPostCallForm(input: { eventId: $id, callOccurred: true, leadShowed: true, dealClosed: true, paymentType: PIF,
         cashCollected: { amount: "900.00", currency: "USD" }, notes: "wire" }) { event { status outcome overdue payments { amount { amount } status attribution { method } } } postCallForm { version offerMade } } }`,
      { id: events.nodes[0]?.id },
    )
    expect(submitPostCallForm).toMatchObject({
      postCallForm: { version: 1, offerMade: true },
      event: { status: 'COMPLETED', outcome: 'CLOSED', overdue: false },
    })
  })

  it('computes the figures', async () => {
    const { metrics } = await owner.ask<{ metrics: { totals: object } }>(
      `{ metrics(period: { from: "2026-10-01", to: "2026-10-31" }, groupBy: [CLOSER]) { totals { bookedCalls shows closes showRate cashCollected { amount } refunded { amount } netCash { amount } averageOrderValue { amount } medianSpeedToCallSeconds } groups { keys { label } values { closes } } } }`,
    )
    expect(metrics).toMatchObject({ totals: { bookedCalls: 1, shows: 1, closes: 1, showRate: 1 } })
  })
})
