import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { booking, type CreditStory, dana, startCreditStory } from '../../../../test/credit-story.ts'
import { purchaseOf } from '../../../../test/messages.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { shuffled } from '../../../../test/shuffled.ts'
import { registerReactions } from '../../../app/modules.ts'
import { submitPostCallForm } from '../../forms/service/submit-post-call-form.ts'
import { attributePayment } from './attribute-payment.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const omar = { name: 'Omar Ruiz', email: 'omar.ruiz@example.com', phone: '+12025550143' }

const told = async (messages: Parameters<CreditStory['tell']>) => {
  const story = await startCreditStory(test)
  await story.tell(...messages)
  return story.credits()
}

const trailOf = async (story: CreditStory, ref: string): Promise<string> => {
  const [row] = await test.owner<{ words: string }[]>`
    select string_agg(step ->> 'explanation', ' ' order by place) as words from (
      select * from attribution_decisions where payment_id = ${await story.paymentOf(ref)} order by decided_at desc, id desc limit 1) d,
      jsonb_array_elements(d.trail) with ordinality as t(step, place)`
  return row?.words ?? ''
}

describe('a payment that names nobody', () => {
  const named = purchaseOf('pi_1', 12, { ref: 'cus_9', ...dana })
  const unnamed = purchaseOf('pi_2', 14, { ref: 'cus_9' })

  it('is the lead’s whom another payment of the same customer leads to by address, phone or reference, in every order', async () => {
    const ways = [
      named,
      purchaseOf('pi_1', 12, { ref: 'cus_9', phone: omar.phone }),
      purchaseOf('pi_1', 12, { ref: 'cus_9' }, { metadata: { invitee_id: 'call' } }),
    ]
    for (const [index, way] of ways.entries()) {
      const call = booking('call', 10, index === 1 ? omar : dana)
      const credits = await told([call, way, unnamed])
      expect(credits).toMatchObject([{ event: 'call' }, { purchase: 'pi_2', method: 'matched_past', event: 'call', confidence: 'low' }])
      for (const order of [
        [call, unnamed, way],
        [way, call, unnamed],
        [way, unnamed, call],
        [unnamed, call, way],
        [unnamed, way, call],
      ])
        expect(await told(order)).toEqual(credits)
    }
  })

  it('says in its trail which payment said whose it is', async () => {
    const story = await startCreditStory(test)
    await story.tell(booking('call', 10), unnamed, named)
    expect(await trailOf(story, 'pi_2')).toContain(
      'The processor’s customer cus_9 is Dana Whitfield: their payment of Oct 12, 2026, 15:00 UTC says so by its email.',
    )
  })

  it('is nobody’s where payments of its customer lead to two leads, and says so', async () => {
    const story = await startCreditStory(test)
    await story.tell(booking('call', 10), booking('other', 11, omar), unnamed, named)
    expect((await story.credits())[1]).toMatchObject({ method: 'matched_past', event: 'call' })
    await story.tell(purchaseOf('pi_3', 13, { ref: 'cus_9', ...omar }))
    expect(await story.credits()).toMatchObject([{ event: 'call' }, { method: 'none', event: null, lead: null }, { event: 'other' }])
    expect(await trailOf(story, 'pi_2')).toContain('are of Dana Whitfield and of Omar Ruiz, so it is not known whose this one is.')
  })

  it('is nobody’s by a customer id of another connection', async () => {
    const story = await startCreditStory(test)
    const other = await startCreditStory(test)
    await story.tell(booking('call', 10), named)
    await other.tell(unnamed)
    expect(await other.credits()).toMatchObject([{ method: 'none', lead: null }])
  })

  it('learns nothing from a payment that is deleted', async () => {
    const story = await startCreditStory(test)
    await story.tell(booking('call', 10), named)
    const { organizationId } = story.connection
    await test.owner`with gone as (insert into payment_deletions (organization_id, id, reason, deleted_by, deleted_by_name) values (${organizationId}, gen_random_uuid(), 'Test', 'test', 'Ada') returning id)
      update payments set deletion_id = (select id from gone) where organization_id = ${organizationId} and purchase_ref = 'pi_1'`
    await story.tell(unnamed)
    expect(await story.credits()).toMatchObject([{ purchase: 'pi_1' }, { purchase: 'pi_2', method: 'none', lead: null }])
  })

  it('is surer once a form says that the lead came, and once it reports this very amount', async () => {
    const story = await startCreditStory(test)
    await story.tell(booking('call', 10), named, unnamed)
    const file = async (cash: string | null) => {
      const eventId = await story.eventOf('call')
      const cashCollected = cash === null ? null : { amount: cash, currency: 'USD' }
      const paymentType = cash === null ? null : ('pif' as const)
      const input = { eventId, callOccurred: true, leadShowed: true, offerMade: true, dealClosed: true, cashCollected, paymentType }
      await as(test.database, story.admin, (tx) => submitPostCallForm({ actor: story.admin, input, tx }))
    }
    expect(await story.credits()).toMatchObject([{ confidence: 'medium' }, { confidence: 'low' }])
    await file(null)
    expect(await story.credits()).toMatchObject([{ confidence: 'high' }, { confidence: 'medium' }])
    await file('3000.00')
    expect(await story.credits()).toMatchObject([{ confidence: 'high' }, { confidence: 'high' }])
  })

  it('never is a copy’s of a call, which its original stands for, also where the copy is named', async () => {
    const story = await startCreditStory(test)
    await story.tell(booking('call', 9), booking('copy', 11))
    await test.owner`update events set duplicate_of_id = ${await story.eventOf('call')} where id = ${await story.eventOf('copy')}`
    await story.tell(named, purchaseOf('pi_2', 14, { ref: null }, { metadata: { invitee_id: 'copy' } }))
    expect(await story.credits()).toMatchObject([
      { method: 'matched_past', event: 'call' },
      { method: 'reference', event: 'call' },
    ])
  })
})

describe('all credits together', () => {
  it('follow from the set of what is told, whatever the order and however often: customers, subscriptions, moved and canceled calls', async () => {
    const plan = { subscriptionRef: 'sub_1' }
    const facts = [
      booking('early', 3),
      booking('call', 10),
      booking('coming', 26),
      booking('other', 11, omar),
      { ...booking('called-off', 12), cancellation: { at: booking('x', 2).scheduledAt, by: null, byKind: null, reason: null } },
      purchaseOf('pi_1', 12, { ref: 'cus_9', ...dana }),
      purchaseOf('pi_2', 13, { ref: 'cus_9' }, plan),
      purchaseOf('pi_3', 20, { ref: 'cus_9' }, plan),
      purchaseOf('pi_4', 28, { ref: 'cus_9', ...omar }, plan),
      purchaseOf('pi_5', 14, { ref: 'cus_8' }),
      purchaseOf('pi_6', 15, { ref: 'cus_8', phone: omar.phone }),
      purchaseOf('pi_7', 16, { ref: 'cus_7' }, { clientReference: 'early' }),
      purchaseOf('pi_8', 17, { ref: 'cus_7' }),
    ]
    const expected = await told(facts)
    expect(expected.map(({ purchase: ref, method, event }) => `${ref} ${method} ${event ?? '-'}`)).toEqual([
      'pi_1 matched_past call',
      // Omar’s address came with pi_4: the customer cus_9 is known under two leads.
      'pi_2 none -',
      'pi_3 none -',
      'pi_4 matched_past other',
      'pi_5 matched_past other',
      'pi_6 matched_past other',
      'pi_7 reference early',
      'pi_8 matched_past call',
    ])
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const repeated = facts.filter((_, index) => (seed >>> index) % 2 === 0)
        expect(await told(shuffled([...facts, ...repeated], seed))).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  it('are the same where the messages of one customer come at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const story = await startCreditStory(test)
      await Promise.all(
        [
          booking('call', 10),
          purchaseOf('pi_1', 12, { ref: 'cus_9', ...dana }),
          purchaseOf('pi_2', 13, { ref: 'cus_9' }),
          purchaseOf('pi_3', 14, { ref: 'cus_9' }),
        ].map((message) => story.tell(message)),
      )
      expect((await story.credits()).map(({ event }) => event)).toEqual(['call', 'call', 'call'])
    }
  })

  it('speak through a payment whose own credit is locked by hand', async () => {
    const story = await startCreditStory(test)
    await story.tell(booking('call', 10), purchaseOf('pi_1', 12, { ref: 'cus_9', ...dana }))
    const input = { paymentId: await story.paymentOf('pi_1'), closerId: null }
    await as(test.database, story.admin, (tx) => attributePayment({ actor: story.admin, input, tx }))
    await story.tell(purchaseOf('pi_2', 13, { ref: 'cus_9' }))
    expect(await story.credits()).toMatchObject([{ method: 'manual' }, { method: 'matched_past', event: 'call' }])
  })
})
