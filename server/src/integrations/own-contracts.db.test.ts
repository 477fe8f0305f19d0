import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFixture } from '../../test/fixtures/read-fixture.ts'
import { deliver, makeConnection, type TestConnection } from '../../test/intake.ts'
import { openIntake } from '../../test/open-intake.ts'
import { runJobs } from '../../test/run-jobs.ts'
import { shuffled } from '../../test/shuffled.ts'

const { test, intake } = await openIntake()

const docs = readFileSync(new URL('../../../docs/webhooks-in.md', import.meta.url), 'utf8')
const examples = [...docs.matchAll(/```json custom\n([\s\S]*?)```/g)].map(([, json = '']) => json)

const deliveriesOf = ({ id }: TestConnection) =>
  test.owner<{ kind: string; state: string; error: string | null }[]>`
    select kind, state, error from deliveries where connection_id = ${id} order by kind`

describe('a system of one’s own', () => {
  it('tells of everything that is published, in any order and twice, and it comes to the same', async () => {
    const outcomes: unknown[] = []
    for (const seed of [1, 2, 3]) {
      const connection = await makeConnection(test, { provider: 'custom', secret: `whsec_${Buffer.alloc(32, seed).toString('base64')}` })
      for (const body of [...shuffled(examples, seed), ...examples]) expect((await deliver(intake, connection, body)).status).toBe(200)
      await runJobs(test)
      expect(await deliveriesOf(connection)).toEqual(
        ['booking', 'dispute', 'lead', 'payment', 'refund'].map((kind) => ({ kind, state: 'processed', error: null })),
      )
      const { organizationId } = connection
      const [outcome] = await test.owner`
        select (select count(*)::int from leads where organization_id = ${organizationId}) as leads,
          (select string_agg(status || ' ' || coalesce(source_name, '-'), ',') from events where organization_id = ${organizationId}) as events,
          (select array_agg(array[amount_minor, refunded_minor, disputed_minor, lost_minor]) from payments where organization_id = ${organizationId}) as money,
          (select count(*)::int from payments p join events e on e.organization_id = p.organization_id and e.id = p.event_id
            where p.organization_id = ${organizationId}) as credited`
      outcomes.push(outcome)
    }
    expect(outcomes[0]).toMatchObject({ leads: 1, events: 'scheduled youtube', credited: 1 })
    expect(outcomes[1]).toEqual(outcomes[0])
    expect(outcomes[2]).toEqual(outcomes[0])
  })

  /** Messages of these kinds, each sent an hour after the one before it, whatever the order in which they come. */
  type Said = readonly [kind: string, fields: object]
  const sent = (said: readonly Said[]): string[] =>
    said.map(([kind, fields], index) =>
      JSON.stringify({ id: `msg-${index}`, kind, sent_at: `2026-10-01T${10 + index}:00:00Z`, [kind]: fields }),
    )

  /** Delivers them one after the other, as they are numbered here, to a connection of its own. */
  async function taken(said: readonly Said[], order: readonly number[] = said.map((_, index) => index)): Promise<TestConnection> {
    const connection = await makeConnection(test, { provider: 'custom' })
    const bodies = sent(said)
    for (const index of order) {
      expect((await deliver(intake, connection, bodies[index] ?? '')).status).toBe(200)
      await runJobs(test)
    }
    return connection
  }
  const forwards = [0, 1, 2]
  const orders = [forwards, forwards.toReversed(), [1, 0, 2]]

  it.each(orders)(
    'has the largest amount, the earliest time and all that was said of a payment, in the order %i, %i, %i',
    async (...order) => {
      const payment = { ref: 'p-1', currency: 'USD', customer: { email: 'dana@example.com' } }
      const { organizationId } = await taken(
        [
          ['payment', { ...payment, amount: '1234.50', paid_at: '2026-10-12T12:00:00Z', description: 'Growth plan' }],
          ['payment', { ...payment, amount: '234.50', paid_at: '2026-10-11T12:00:00Z', description: 'The growth plan' }],
          [
            'payment',
            { ...payment, amount: '1234.00', paid_at: '2026-10-13T12:00:00Z', customer: { name: 'Dana' }, subscription_ref: 's-1' },
          ],
        ],
        order,
      )
      expect(
        await test.owner`select amount_minor, currency, paid_at, description, customer_name, customer_email, subscription_ref from payments
        where organization_id = ${organizationId}`,
      ).toEqual([
        {
          ...{ amount_minor: 123_450n, currency: 'USD', paid_at: new Date('2026-10-11T12:00:00Z'), description: 'Growth plan' },
          ...{ customer_name: 'Dana', customer_email: 'dana@example.com', subscription_ref: 's-1' },
        },
      ])
    },
  )

  it.each(orders)('has the refund and the dispute that were sent last, in the order %i, %i, %i', async (...order) => {
    const payment = {
      ref: 'p-1',
      amount: '100.00',
      currency: 'USD',
      paid_at: '2026-10-01T09:00:00Z',
      customer: { email: 'dana@example.com' },
    }
    const refund = (amount: string): Said => [
      'refund',
      { ref: 'r-1', payment_ref: 'p-1', amount, currency: 'USD', created_at: '2026-10-01T09:30:00Z' },
    ]
    const dispute = (state: string): Said => [
      'dispute',
      { ref: 'd-1', payment_ref: 'p-1', amount: '40.00', currency: 'USD', state, opened_at: '2026-10-01T09:30:00Z' },
    ]
    const money = async (said: readonly Said[]) => {
      const { organizationId } = await taken(said, order)
      return test.owner`select refunded_minor::int as refunded, disputed_minor::int as disputed, lost_minor::int as lost from payments
        where organization_id = ${organizationId}`
    }
    const paid: Said = ['payment', payment]
    expect(await money([refund('30.00'), paid, refund('20.00')])).toEqual([{ refunded: 2_000, disputed: 0, lost: 0 }])
    expect(await money([dispute('lost'), paid, dispute('won')])).toEqual([{ refunded: 0, disputed: 0, lost: 0 }])
    const [kind, fields] = refund('30.00')
    expect(await money([[kind, { ...fields, state: 'failed' }], paid, refund('30.00')])).toEqual([{ refunded: 0, disputed: 0, lost: 0 }])
  })

  const bookingOf = (ref: string, change: object): Said => [
    'booking',
    { ref, scheduled_at: '2026-10-12T12:00:00Z', lead: { name: 'Dana', email: 'dana@example.com' }, ...change },
  ]

  it.each(orders)(
    'has a booking as the message says that is taken in first, and what is added to it, in the order %i, %i, %i',
    async (...order) => {
      const hosts = ['priya', 'omar', 'ines'].map((name) => [{ email: `${name}@northlight.example` }])
      const said = hosts.map((host, index) =>
        bookingOf('b-1', {
          hosts: host,
          scheduled_at: `2026-10-1${index}T12:00:00Z`,
          canceled: { at: `2026-10-0${4 - index}T12:00:00Z`, by: `by ${index}` },
          no_show: index !== 2,
        }),
      )
      const { organizationId } = await taken(said, order)
      const [first = 0] = order
      expect(
        await test.owner`select host_email, scheduled_at, canceled_at, canceled_by, no_show_marked from events
        where organization_id = ${organizationId}`,
      ).toEqual([
        {
          ...{ host_email: hosts[first]?.[0]?.email, scheduled_at: new Date(`2026-10-1${first}T12:00:00Z`) },
          ...{ canceled_at: new Date('2026-10-02T12:00:00Z'), canceled_by: 'by 2', no_show_marked: false },
        },
      ])
    },
  )

  it.each([
    [{ replaced_by_ref: 'b-2' }, {}],
    [{}, { replaces_ref: 'b-1' }],
    [{ replaced_by_ref: 'b-2' }, { replaces_ref: 'b-1' }],
  ])('has a booking that was moved where either of the two says so, whichever comes first (%j, %j)', async (old, made) => {
    const said = [bookingOf('b-1', old), bookingOf('b-2', { scheduled_at: '2026-10-20T12:00:00Z', ...made })]
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const { organizationId } = await taken(said, order)
      expect(
        await test.owner`select e.own_ref as ref, e.status, f.own_ref as from from events e
            left join events f on f.organization_id = e.organization_id and f.id = e.rescheduled_from_id
            where e.organization_id = ${organizationId} order by e.scheduled_at`,
      ).toMatchObject([
        { ref: 'b-1', status: 'rescheduled', from: null },
        { ref: 'b-2', from: 'b-1' },
      ])
    }
  })

  it.each(orders)('has all addresses of a lead, and where they came from as was said first, in the order %i, %i, %i', async (...order) => {
    const connection = await makeConnection(test, { provider: 'custom' })
    const mapping = { setterFrom: [], sourceFrom: [{ kind: 'question', question: 'source' }], trafficTypeFrom: [] }
    await test.owner`update connections set mapping = ${test.owner.json(mapping)} where id = ${connection.id}`
    const bodies = ['Webinar', 'Instagram', 'Referral'].map((source, index) =>
      JSON.stringify({
        ...{ id: `msg-${index}`, kind: 'lead', sent_at: `2026-10-01T${10 + index}:00:00Z`, fields: { source } },
        lead: { ref: 'c-1', name: 'Dana', email: `dana${index}@example.com` },
      }),
    )
    for (const index of order) {
      await deliver(intake, connection, bodies[index] ?? '')
      await runJobs(test)
    }
    const { organizationId } = connection
    expect(await test.owner`select source_name from leads where organization_id = ${organizationId}`).toEqual([{ source_name: 'Webinar' }])
    expect(await test.owner`select email from lead_emails where organization_id = ${organizationId} order by email`).toHaveLength(3)
  })

  it('is told what is the matter with a message that has not the published shape', async () => {
    const connection = await makeConnection(test, { provider: 'custom' })
    await deliver(intake, connection, JSON.stringify({ id: 'm1', kind: 'payment', sent_at: '2026-11-21T12:00:00Z', payment: { ref: 'x' } }))
    await runJobs(test)
    expect(await deliveriesOf(connection)).toEqual([{ kind: 'payment', state: 'parked', error: expect.stringContaining('payment.amount') }])
  })
})

describe('ManyChat', () => {
  it('tells of a contact, who is a lead with their source; and is answered with the tags that it asked for', async () => {
    const connection = await makeConnection(test, { provider: 'manychat' })
    const body = { ...readFixture('manychat/external-request.custom'), source: 'Instagram', reply_tags: ['In Clinch'] }
    const answer = await deliver(intake, connection, JSON.stringify(body))
    expect(await answer.json()).toMatchObject({
      version: 'v2',
      content: { messages: [], actions: [{ action: 'add_tag', tag_name: 'In Clinch' }] },
    })
    await deliver(intake, connection, JSON.stringify(readFixture('manychat/external-request.placeholders')))
    await runJobs(test)
    expect(await deliveriesOf(connection)).toEqual(
      Array.from({ length: 2 }, () => ({ kind: 'dm_qualified', state: 'processed', error: null })),
    )
    expect(
      await test.owner`select name, email, phone, source_name from leads where organization_id = ${connection.organizationId} order by name`,
    ).toEqual([
      { name: 'Dana Whitfield', email: 'dana.whitfield@example.com', phone: '+12025550143', source_name: 'Instagram' },
      { name: 'Sam', email: null, phone: null, source_name: null },
    ])
  })
})
