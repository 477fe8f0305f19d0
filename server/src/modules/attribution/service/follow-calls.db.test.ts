import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { booking, type CreditStory, type Customer, startCreditStory } from '../../../../test/credit-story.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { purchaseOf } from '../../../../test/messages.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { Tx } from '../../../database/tx.ts'
import { mergeLeads } from '../../contacts/service/merge-leads.ts'
import { undoMerge } from '../../contacts/service/undo-merge.ts'
import { mergeDuplicate } from '../../events/service/merge-duplicate.ts'
import { unmergeDuplicate } from '../../events/service/unmerge-duplicate.ts'
import { deletePayments } from '../../payments/service/delete-payments.ts'
import { restoreDeletion } from '../../payments/service/restore-payments.ts'
import { type AttributePayment, attributePayment } from './attribute-payment.ts'
import { undoAttribution } from './undo-attribution.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const omar: Customer = { name: 'Omar Ruiz', email: 'omar.ruiz@example.com', phone: null }
const purchase = (ref: string, on: number, email = 'dana@example.com') => purchaseOf(ref, on, { email })
const withOmar = { hosts: [{ email: 'omar@northlight.example', name: 'Omar Diaz' }] }

/** What the admin of a story does. */
function adminOf(story: CreditStory) {
  const { admin: actor } = story
  const run = <Result>(work: (tx: Tx) => Promise<Result>) => as(test.database, actor, work)
  return {
    credit: async (ref: string, call: string, input: Partial<AttributePayment> = {}) => {
      const [paymentId, eventId] = [await story.paymentOf(ref), await story.eventOf(call)]
      await run((tx) => attributePayment({ actor, input: { paymentId, eventId, ...input }, tx }))
    },
    undo: async (ref: string) => {
      const paymentId = await story.paymentOf(ref)
      await run((tx) => undoAttribution({ actor, input: { paymentId }, tx }))
    },
    merge: async (copy: string, kept: string) => {
      const input = { copyId: await story.eventOf(copy), keptId: await story.eventOf(kept) }
      await run((tx) => mergeDuplicate({ actor, input, tx }))
    },
    unmerge: async (copy: string) => {
      const copyId = await story.eventOf(copy)
      await run((tx) => unmergeDuplicate({ actor, input: { copyId }, tx }))
    },
    makeOne: async (survivor: string, merged: string) => {
      const input = { survivorId: await leadOf(story, survivor), mergedId: await leadOf(story, merged) }
      return (await run((tx) => mergeLeads({ actor, input, tx }))).id
    },
    makeTwo: (mergeId: string) => run((tx) => undoMerge({ actor, input: { mergeId }, tx })),
    remove: async (ref: string) => {
      const ids = [await story.paymentOf(ref)]
      return (await run((tx) => deletePayments({ actor, input: { ids, reason: 'A test' }, tx }))).deletionId
    },
    restore: (deletionId: string) => run((tx) => restoreDeletion({ actor, input: { deletionId }, tx })),
  }
}

async function leadOf({ connection: { organizationId } }: CreditStory, name: string): Promise<string> {
  const [lead] = await test.owner<{ id: string }[]>`select id from leads where organization_id = ${organizationId} and name = ${name}`
  return lead?.id ?? ''
}

const dealsOf = async ({ connection: { organizationId } }: CreditStory) =>
  (
    await test.owner<{ purchase: string; deal: string }[]>`
      select purchase_ref as purchase, deal_type as deal from payments where organization_id = ${organizationId} order by purchase_ref`
  ).map(({ purchase: ref, deal }) => [ref, deal])

/** Two bookings of one call, and another call after it. */
async function bookedTwice() {
  const story = await startCreditStory(test)
  await story.tell(booking('kept', 10), booking('copy', 10), booking('other', 11), purchase('pi_1', 12))
  return { story, admin: adminOf(story) }
}

describe('a credit by hand to a call that is found to be a copy', () => {
  it('is the call’s that it is a copy of, with all of its deal, and goes back with the copy', async () => {
    const story = await startCreditStory(test)
    const admin = adminOf(story)
    await story.tell(booking('kept', 10), booking('copy', 10), purchase('pi_1', 12))
    await admin.credit('pi_1', 'copy')
    const before = await story.credits()
    await admin.merge('copy', 'kept')
    expect(await story.credits()).toMatchObject([{ method: 'manual', event: 'kept', closer: 'Priya Nair', locked: true }])
    await story.tell(purchase('pi_2', 14))
    expect(await dealsOf(story)).toEqual([
      ['pi_1', 'new_deal'],
      ['pi_2', 'new_deal'],
    ])
    await admin.unmerge('copy')
    expect((await story.credits()).slice(0, 1)).toEqual(before)
  })

  it('takes along what inherits from it, there and back', async () => {
    const story = await startCreditStory(test)
    const admin = adminOf(story)
    const instalment = (ref: string, on: number) => purchaseOf(ref, on, { email: 'dana@example.com' }, { subscriptionRef: 'sub_1' })
    await story.tell(booking('kept', 10), booking('copy', 10), instalment('pi_1', 12), instalment('pi_2', 20))
    await admin.credit('pi_1', 'copy')
    const before = await story.credits()
    expect(before).toMatchObject([{ event: 'copy' }, { method: 'inherited', event: 'copy' }])
    await admin.merge('copy', 'kept')
    expect(await story.credits()).toMatchObject([{ event: 'kept' }, { method: 'inherited', event: 'kept' }])
    await admin.unmerge('copy')
    expect(await story.credits()).toEqual(before)
  })

  it('keeps whom the person credited, however many copies lie between', async () => {
    const { story, admin } = await bookedTwice()
    await admin.credit('pi_1', 'copy', { closerId: story.closers['Maya Okafor'] })
    await admin.merge('copy', 'kept')
    await admin.merge('kept', 'other')
    expect(await story.credits()).toMatchObject([{ event: 'other', closer: 'Maya Okafor', locked: true }])
    await admin.unmerge('copy')
    expect(await story.credits()).toMatchObject([{ event: 'copy', closer: 'Maya Okafor', locked: true }])
  })

  it('is so also where the payment was deleted meanwhile', async () => {
    const { story, admin } = await bookedTwice()
    await admin.credit('pi_1', 'copy')
    const deletionId = await admin.remove('pi_1')
    await admin.merge('copy', 'kept')
    await admin.restore(deletionId)
    expect(await story.credits()).toMatchObject([{ method: 'manual', event: 'kept' }])
  })

  it('is the call’s that it is a copy of, where it stands again because a later one was undone', async () => {
    const { story, admin } = await bookedTwice()
    await admin.credit('pi_1', 'copy')
    const before = await story.credits()
    await admin.credit('pi_1', 'other')
    await admin.merge('copy', 'kept')
    await admin.undo('pi_1')
    expect(await story.credits()).toMatchObject([{ method: 'manual', event: 'kept', locked: true }])
    await admin.unmerge('copy')
    expect(await story.credits()).toEqual(before)
  })

  it('that is one already is a credit to the call that it is a copy of, and to whoever has that', async () => {
    const story = await startCreditStory(test)
    const admin = adminOf(story)
    await story.tell(booking('kept', 10), booking('copy', 10, undefined, withOmar), booking('other', 11), purchase('pi_1', 12))
    await admin.merge('copy', 'kept')
    await admin.credit('pi_1', 'copy')
    expect(await story.credits()).toMatchObject([{ method: 'manual', event: 'kept', closer: 'Priya Nair', locked: true }])
    const [decision] = await test.owner`
      select event_id from attribution_decisions where payment_id = ${await story.paymentOf('pi_1')} order by decided_at desc, id desc limit 1`
    expect(decision).toEqual({ event_id: await story.eventOf('kept') })
  })
})

describe('a credit by hand to a call of a lead who is made one with another', () => {
  async function paidByNobodyKnown() {
    const story = await startCreditStory(test)
    await story.tell(booking('danas', 10), booking('omars', 11, omar), purchase('pi_1', 12, 'nobody@example.com'))
    return { story, admin: adminOf(story) }
  }

  it('is theirs who stands, where it stands again because a later one was undone', async () => {
    const { story, admin } = await paidByNobodyKnown()
    await admin.credit('pi_1', 'omars')
    await admin.credit('pi_1', 'danas')
    await admin.makeOne('Dana Whitfield', 'Omar Ruiz')
    await admin.undo('pi_1')
    expect(await story.credits()).toMatchObject([{ method: 'manual', event: 'omars', lead: 'Dana Whitfield' }])
  })

  it('goes back with the call where they are made two again', async () => {
    const { story, admin } = await paidByNobodyKnown()
    await admin.credit('pi_1', 'omars')
    await admin.credit('pi_1', 'danas')
    const mergeId = await admin.makeOne('Dana Whitfield', 'Omar Ruiz')
    await admin.undo('pi_1')
    await admin.makeTwo(mergeId)
    expect(await story.credits()).toMatchObject([{ method: 'manual', event: 'omars', lead: 'Omar Ruiz' }])
  })

  it('is theirs who stands also where it names no call', async () => {
    const { story, admin } = await paidByNobodyKnown()
    await story.tell(purchase('pi_2', 13, omar.email ?? ''))
    await admin.credit('pi_2', 'omars', { eventId: null, closerId: story.closers['Maya Okafor'] })
    await admin.credit('pi_2', 'danas')
    await admin.makeOne('Dana Whitfield', 'Omar Ruiz')
    await admin.undo('pi_2')
    expect((await story.credits())[1]).toMatchObject({ method: 'manual', event: null, lead: 'Dana Whitfield', closer: 'Maya Okafor' })
  })
})
