import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findEventsNamed } from '../src/modules/attribution/service/candidate-events.ts'
import { findPaymentsOfLead } from '../src/modules/attribution/service/credit-payments-of-lead.ts'
import { creditPaymentsOfLeads } from '../src/modules/attribution/service/credit-payments-of-leads.ts'
import { findSuggestedLeads } from '../src/modules/attribution/service/suggestion-leads.ts'
import { matchCustomer } from '../src/modules/leads/service/index.ts'
import { listPayments } from '../src/modules/payments/service/list-payments.ts'
import type { Tx } from '../src/database/tx.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { makeOrganization } from './intake.ts'
import { plansIn } from './plans-in.ts'

/** How many leads there are, each with a call and a payment: `LOOKUP_LEADS=1000000` for as many as a large organization has. */
const leads = Number(process.env.LOOKUP_LEADS ?? 20_000)
const fillingMs = 60_000 + leads / 4

let test: TestDatabase
let organizationId: string
beforeAll(async () => {
  test = await freshDatabase()
  organizationId = await makeOrganization(test)
  await fill()
}, fillingMs)
afterAll(() => test.close())

const idOf = (nth: string) => `('0197a000-0000-7000-8000-' || lpad(to_hex(${nth}), 12, '0'))::uuid`
const id = '0197a000-0000-7000-8000-000000000001'
const connection = `'0197a000-0000-7000-9000-000000000001'::uuid`

/** Spread over some years. */
const moment = `'2024-01-01'::timestamptz + n * interval '1 hour' * ${30_000 / leads}`

/** Everything that there is of so many leads; without the triggers, which would only make it last. */
async function fill(): Promise<void> {
  await test.owner.begin(async (owner) => {
    await owner.unsafe(`set local session_replication_role = replica`)
    const insert = (into: string, values: string) =>
      owner.unsafe(`insert into ${into} select '${organizationId}', ${values} from generate_series(1, ${leads}) as n`)
    await insert(
      'leads (organization_id, id, name, email, phone)',
      `${idOf('n')}, 'Lead ' || n, 'lead' || n || '@mail.example', '+1202' || (2000000 + n)`,
    )
    await insert(
      'lead_emails (organization_id, id, lead_id, learned_from, email)',
      `${idOf('n')}, ${idOf('n')}, 'booking', 'lead' || n || '@mail.example'`,
    )
    await insert(
      'lead_phones (organization_id, id, lead_id, learned_from, phone)',
      `${idOf('n')}, ${idOf('n')}, 'booking', '+1202' || (2000000 + n)`,
    )
    await insert(
      'events (organization_id, id, lead_id, connection_id, booking_ref, lead_name, status, answers, scheduled_at, booked_at)',
      `${idOf('n')}, ${idOf('n')}, ${connection}, 'https://booking.example/invitees/' || n, 'Lead ' || n, 'scheduled', '[]', ${moment}, ${moment}`,
    )
    await insert(
      `payments (organization_id, id, lead_id, event_id, connection_id, closer_id, origin, provider, purchase_ref, amount_minor, currency, status, metadata,
         customer_ref, customer_email, customer_phone, paid_at)`,
      `${idOf('n')}, ${idOf('n')}, ${idOf('n')}, ${connection}, ${idOf('n % 50')}, 'processor', 'stripe', 'pi_' || n, 100 * (n % 5000 + 1), 'USD', 'succeeded',
        '{}', 'cus_' || n, 'lead' || n || '@mail.example', '+1202' || (2000000 + n), ${moment}`,
    )
    await insert(
      'payment_shares (organization_id, id, payment_id, role, closer_id, percent, percents, position)',
      `${idOf('n')}, ${idOf('n')}, 'closer', ${idOf('n % 50')}, 100, '{100}', 0`,
    )
    await insert('payment_references (organization_id, payment_id, value)', `${idOf('n')}, 'https://booking.example/invitees/' || n`)
  })
  await test.owner`analyze leads, lead_emails, lead_phones, events, payments, payment_references, payment_shares`
}

/** Of the indexes that are asked, each with the columns that it is asked for; nothing is found by reading through a table. */
async function lookupsOf(work: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  const plan = (await plansIn(test.database, organizationId, work, [])).join('\n')
  expect(plan).not.toMatch(/Seq Scan on (leads|lead_emails|lead_phones|events|payments|payment_shares|payment_references)/)
  const asked = plan.matchAll(/(?:using (\w+) on .+|Index Scan on (\w+)\s.+)\n\s+Index Cond: (.+)/g)
  return [...asked].map(([, one, other, condition]) => `${one ?? other ?? ''}: ${columnsIn(condition ?? '')}`)
}

const columnsIn = (condition: string): string =>
  [...new Set(condition.match(/\(+"?(?:\w+\.)?(\w+)"?(?=\)?(?:::\w+)? (?:=|<|>))/g) ?? [])]
    .map((part) => part.replace(/[("]|\w+\./g, ''))
    .join(', ')

describe('among a million of them, row-level security included, an index finds', () => {
  it('the calls that a payment names: by our id, by the booking tool’s, and by the last part of that', async () => {
    const asked = await lookupsOf((tx) => findEventsNamed(tx, ['c0ffee', id]))
    expect(asked).toEqual(
      expect.arrayContaining([
        'events_booking: organization_id, booking_ref',
        'events_by_own_ref: organization_id, own_ref',
        'events_organization_id_id_pk: organization_id, id',
      ]),
    )
  })

  it('the payments that name a call, and those of a lead by each of their addresses', async () => {
    const asked = await lookupsOf((tx) => findPaymentsOfLead(tx, { leadId: id, eventId: id, names: ['c0ffee', id] }))
    expect(asked).toEqual(
      expect.arrayContaining([
        'payment_references_by_value: organization_id, value',
        'payments_of_lead: organization_id, lead_id',
        'payments_of_event: organization_id, event_id',
        'payments_of_customer_email: organization_id, customer_email',
        'payments_of_customer_phone: organization_id, customer_phone',
      ]),
    )
    expect(await lookupsOf((tx) => creditPaymentsOfLeads(tx, { leadIds: [id] }))).toContain('payments_of_lead: organization_id, lead_id')
  })

  it('the lead behind a customer, by address and by number', async () => {
    const asked = await lookupsOf((tx) => matchCustomer(tx, { email: 'dana@example.com', phone: '+12025550143' }))
    expect(asked).toEqual(
      expect.arrayContaining(['lead_emails_email: organization_id, email', 'lead_phones_by_phone: organization_id, phone']),
    )
  })

  it('whose an uncredited payment may be: by calls around it, reports of its amount, its customer, and the end of a number', async () => {
    const payment = {
      id,
      connectionId: id,
      customerRef: 'cus_9',
      amountMinor: 300_000n,
      currency: 'USD',
      paidAt: new Date('2026-10-09T15:00:00Z'),
      customerName: 'Dana Whitfield',
      customerEmail: 'dana@whitfield.example',
      customerPhone: '+12025550143',
    }
    const asked = await lookupsOf((tx) => findSuggestedLeads(tx, [payment]))
    expect(asked).toEqual(
      expect.arrayContaining([
        'events_by_scheduled: organization_id, scheduled_at',
        'payments_by_amount: organization_id, amount_minor',
        'payments_of_customer: organization_id, connection_id, customer_ref',
        'lead_phones_by_ending: organization_id, ending',
      ]),
    )
  })

  it('the payments of a closer, those split with others among them', async () => {
    const asked = await lookupsOf((tx) => listPayments(tx, { closerIds: [id] }, { field: 'paid_at', direction: 'desc' }, {}))
    expect(asked).toEqual(
      expect.arrayContaining(['payments_of_closer: organization_id, closer_id', 'payment_shares_of_closer: organization_id, closer_id']),
    )
  })
})
