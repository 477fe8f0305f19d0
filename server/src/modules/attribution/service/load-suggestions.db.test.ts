import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { booking, type CreditStory, type Customer, dana, startCreditStory } from '../../../../test/credit-story.ts'
import { day, purchaseOf } from '../../../../test/messages.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { isMoved } from '../../events/service/index.ts'
import { submitPostCallForm } from '../../forms/service/submit-post-call-form.ts'
import { attributePayment } from './attribute-payment.ts'
import { loadSuggestions } from './load-suggestions.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const suggestedBy = async (story: CreditStory, ref: string, actor: Actor = story.admin) => {
  const id = await story.paymentOf(ref)
  const found = await as(test.database, actor, (tx) => loadSuggestions(tx, [id]))
  const names = new Map(
    (
      await test.owner<{ id: string; ref: string }[]>`
      select id, regexp_replace(booking_ref, '^.*/', '') as ref from events where organization_id = ${story.connection.organizationId}`
    ).map((row) => [row.id, row.ref]),
  )
  return (found.get(id) ?? []).map(({ eventId, score, reasons }) => ({ call: names.get(eventId), score, reasons }))
}

const stranger = { ref: 'cus_9', name: 'Dana Whitfeild', email: 'd.w@gmail.com' }

describe('what a payment without credit may be for', () => {
  it('is the call of a lead of nearly the same name, and of nobody whose name is another', async () => {
    const story = await startCreditStory(test)
    await story.tell(
      booking('call', 10),
      booking('other', 11, { name: 'Omar Ruiz', email: 'omar@example.com', phone: null }),
      purchaseOf('pi_1', 12, stranger),
    )
    expect(await suggestedBy(story, 'pi_1')).toEqual([
      {
        call: 'call',
        score: 36,
        reasons: ['Nearly the same name: Dana Whitfield', 'A call 2 days before, and no payment for it is known'],
      },
    ])
  })

  it('is told by the mailbox, the company, the end of the phone number, a report of this amount, and the processor’s customer', async () => {
    const story = await startCreditStory(test)
    const leads: [string, Customer][] = [
      ['mailbox', { name: 'A', email: 'dwhit@icloud.com', phone: null }],
      ['company', { name: 'B', email: 'office@acme.example', phone: null }],
      ['phone', { name: 'C', email: 'c@gmail.com', phone: '+12025550143' }],
      ['report', { name: 'D', email: 'd@gmail.com', phone: null }],
      ['buyer', { name: 'E', email: 'e@gmail.com', phone: null }],
    ]
    await story.tell(...leads.map(([ref, lead]) => booking(ref, 10, lead)))
    const input = {
      eventId: await story.eventOf('report'),
      callOccurred: true,
      leadShowed: true,
      offerMade: true,
      dealClosed: true,
      paymentType: 'pif' as const,
      cashCollected: { amount: '3000.00', currency: 'USD' },
    }
    await as(test.database, story.admin, (tx) => submitPostCallForm({ actor: story.admin, input, tx }))
    await story.tell(
      purchaseOf('pi_1', 12, { ref: 'cus_1', email: 'dwhit@gmail.com' }),
      purchaseOf('pi_2', 12, { ref: 'cus_2', email: 'billing@acme.example' }),
      purchaseOf('pi_3', 12, { ref: 'cus_3', phone: '+442025550143' }),
      purchaseOf('pi_4', 12, { ref: 'cus_4' }),
      purchaseOf('pi_5', 12, { ref: 'cus_5' }, { amountMinor: 100n }),
      purchaseOf('pi_6', 12, { ref: 'cus_5' }, { amountMinor: 200n }),
    )
    const paymentId = await story.paymentOf('pi_5')
    const eventId = await story.eventOf('buyer')
    await as(test.database, story.admin, (tx) => attributePayment({ actor: story.admin, input: { paymentId, eventId }, tx }))
    const first = async (ref: string) => (await suggestedBy(story, ref)).map(({ call, reasons }) => `${call ?? ''}: ${reasons[0] ?? ''}`)
    expect(await first('pi_1')).toContain('mailbox: The same name before the @: dwhit')
    expect(await first('pi_2')).toContain('company: An address of the same company: acme.example')
    expect(await first('pi_3')).toContain('phone: The phone number ends alike, in 0143')
    expect(await first('pi_4')).toEqual(['report: The closer reported 3000.00 USD of them 2 days before'])
    expect(await first('pi_6')).toEqual(['buyer: Another payment of the same customer of the processor is theirs'])
    expect(await first('pi_5')).toEqual([])
  })

  it('is at most five calls, one a lead, never a copy nor one that was moved, and nothing for a rep', async () => {
    const story = await startCreditStory(test)
    const namesake = (n: number): Customer => ({ ...dana, email: `dana${n}@example.com` })
    await story.tell(...[1, 2, 3, 4, 5, 6, 7].map((n) => booking(`call-${n}`, n + 2, namesake(n))), booking('later', 11, namesake(7)))
    await test.owner`update events set duplicate_of_id = ${await story.eventOf('call-6')} where id = ${await story.eventOf('call-5')}`
    await story.tell(purchaseOf('pi_1', 12, { ref: null, name: 'Dana Whitfield' }))
    expect((await suggestedBy(story, 'pi_1')).map(({ call }) => call)).toEqual(['later', 'call-6', 'call-4', 'call-3', 'call-2'])
    const rep: Actor = {
      kind: 'user',
      organizationId: story.connection.organizationId,
      userId: await story.paymentOf('pi_1'),
      name: 'Rep',
      role: 'sales_rep',
      closerId: story.closers['Priya Nair'],
      setterId: null,
    }
    expect(await suggestedBy(story, 'pi_1', rep)).toEqual([])
  })

  it('is found within a bounded number of calls, by indexes, among a hundred thousand', async () => {
    const story = await startCreditStory(test)
    const { organizationId } = story.connection
    // Without its triggers, which would write as many rows of the audit log.
    await test.owner.begin(async (owner) => {
      await owner`set local session_replication_role = replica`
      await owner`
        insert into leads (organization_id, id, name, email)
        select ${organizationId}, gen_random_uuid(), 'Lead ' || n, 'lead' || n || '@example.com' from generate_series(1, 100000) n`
      await owner`
        insert into events (organization_id, id, booking_ref, lead_id, lead_name, lead_email, scheduled_at, booked_at, status, answers)
        select organization_id, gen_random_uuid(), 'many/' || id, id, name, email, ${day(12)}::timestamptz - (random() * 730) * interval '1 day',
          timestamptz '2024-01-01', 'scheduled', '[]' from leads where organization_id = ${organizationId}`
      await owner`
        insert into lead_phones (organization_id, id, lead_id, phone)
        select organization_id, gen_random_uuid(), id, '+1202' || lpad((row_number() over ())::text, 7, '0') from leads where organization_id = ${organizationId}`
    })
    await test.owner`analyze leads, events, lead_phones`
    await story.tell(booking('call', 10), purchaseOf('pi_1', 12, { ...stranger, phone: '+442020000077' }))
    const plans = await as(test.database, story.admin, (tx) =>
      tx.query<{ 'QUERY PLAN': string }>(
        `explain select e.lead_id from events e where e.organization_id = $1 and e.scheduled_at between $2::text::timestamptz - interval '90 days' and $2::text::timestamptz + interval '90 days'
           and e.duplicate_of_id is null and not ${isMoved()} and e.lead_name ilike any(array['%dana%','%whitfeild%'])`,
        [organizationId, day(12).toISOString()],
      ),
    )
    expect(plans.map((row) => row['QUERY PLAN']).join('\n')).toMatch(
      /Index (Only )?Scan.*events_by_scheduled|Bitmap Index Scan on events_by_scheduled/,
    )
    const found = await suggestedBy(story, 'pi_1')
    expect(found.map(({ call }) => call)).toContain('call')
    expect(found.some(({ reasons }) => reasons.includes('The phone number ends alike, in 0077'))).toBe(true)
  }, 120_000)
})
