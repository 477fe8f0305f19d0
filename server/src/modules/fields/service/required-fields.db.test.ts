import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { bookingOf, purchaseOf } from '../../../../test/messages.ts'
import { leadWith, makeField, newAdmin, setLead, valuesOf } from '../../../../test/own-fields.ts'
import { organize, tell } from '../../../../test/told.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { mergeLeads } from '../../contacts/service/merge-leads.ts'
import { setEventCustomFields } from '../../events/service/set-event-custom-fields.ts'
import { createLead } from '../../leads/service/create-lead.ts'
import { updateLead } from '../../leads/service/update-lead.ts'
import { recordPayment } from '../../payments/service/record-payment.ts'
import { setPaymentCustomFields } from '../../payments/service/set-payment-custom-fields.ts'
import { updateRecordedPayment } from '../../payments/service/update-recorded-payment.ts'
import { importLeads } from '../../transfers/service/import-leads.ts'
import { retireCustomField } from './retire-custom-field.ts'
import { updateCustomField } from './update-custom-field.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

/** What is said where a budget has to be answered and is not. */
const wanting = (path: string) => ({
  code: 'BAD_USER_INPUT',
  details: { fields: [{ path, message: '“Budget” has to be answered.', code: 'REQUIRED' }] },
})
const budget = { label: 'Budget', kind: 'number', required: true } as const
const requireIt = (actor: Actor, id: string, required: boolean) =>
  as(test.database, actor, (tx) => updateCustomField({ actor, input: { id, required }, tx }))

describe('a field of leads that has to be answered', () => {
  it('is demanded of whoever makes a lead, who is not made without it', async () => {
    const actor = await newAdmin(test)
    await makeField(test, actor, budget)
    const make = (customFields?: Record<string, unknown>) =>
      as(test.database, actor, (tx) => createLead({ actor, input: { name: 'Dana', email: 'dana@example.com', customFields }, tx }))
    for (const values of [undefined, {}, { budget: null }]) await expect(make(values)).rejects.toMatchObject(wanting('customFields.budget'))
    await expect(make({ budget: 'much' })).rejects.toMatchObject({ details: { fields: [{ path: 'customFields.budget' }] } })
    const { id } = await make({ budget: 0 })
    expect(await valuesOf(test, 'leads', id)).toEqual({ budget: 0 })
  })

  it('is not left without a value by who changes a lead, whatever they change', async () => {
    const actor = await newAdmin(test)
    const field = await makeField(test, actor, { ...budget, required: false })
    const id = await leadWith(test, actor, 'Dana')
    await requireIt(actor, field, true)
    const change = (input: Omit<Parameters<typeof updateLead>[0]['input'], 'id'>) =>
      as(test.database, actor, (tx) => updateLead({ actor, input: { id, ...input }, tx }))
    await expect(change({ name: 'Dana W.' })).rejects.toMatchObject(wanting('customFields.budget'))
    await expect(setLead(test, actor, id, {})).rejects.toMatchObject(wanting('values.budget'))
    await change({ name: 'Dana W.', customFields: { budget: 900 } })
    await change({ name: 'Dana Whitfield' })
    await expect(change({ customFields: { budget: null } })).rejects.toMatchObject(wanting('customFields.budget'))
    await expect(setLead(test, actor, id, { budget: null })).rejects.toMatchObject(wanting('values.budget'))
    expect(await valuesOf(test, 'leads', id)).toEqual({ budget: 900 })
  })

  it('is demanded no more once it may be left out, or is retired', async () => {
    const actor = await newAdmin(test)
    const field = await makeField(test, actor, budget)
    await requireIt(actor, field, false)
    await leadWith(test, actor, 'Dana')
    await requireIt(actor, field, true)
    await expect(leadWith(test, actor, 'Erin')).rejects.toMatchObject(wanting('customFields.budget'))
    await as(test.database, actor, (tx) => retireCustomField({ actor, input: { id: field }, tx }))
    await leadWith(test, actor, 'Erin')
  })

  it('is demanded neither of a file nor of a merge', async () => {
    const actor = await newAdmin(test)
    await makeField(test, actor, budget)
    const rows = [
      { name: 'Dana', email: 'dana@example.com' },
      { name: 'Erin', email: 'erin@example.com' },
    ]
    await as(test.database, actor, (tx) => importLeads({ actor, input: { fileName: 'leads.csv', rows }, tx }))
    const [one, other] = await test.owner<
      { id: string }[]
    >`select id from leads where organization_id = ${actor.organizationId} order by name`
    const input = { survivorId: one?.id ?? '', mergedId: other?.id ?? '' }
    await as(test.database, actor, (tx) => mergeLeads({ actor, input, tx }))
  })
})

describe('a field of calls or payments that has to be answered', () => {
  it('is never demanded of what webhooks bring, and is of who changes it afterwards', async () => {
    const connection = await organize(test)
    const actor = connection.admin
    for (const subject of ['lead', 'event', 'payment'] as const) await makeField(test, actor, { ...budget, subject })
    await makeField(test, actor, { subject: 'event', label: 'Mood' })
    await makeField(test, actor, { subject: 'payment', label: 'Mood' })
    const dana = { name: 'Dana Whitfield', email: 'dana@example.com' }
    await tell(test, connection, bookingOf('a', 5, dana), purchaseOf('pi_1', 6, { email: dana.email }))
    const [row] = await test.owner<{ eventId: string; paymentId: string }[]>`
      select p.event_id as "eventId", p.id as "paymentId" from payments p where p.organization_id = ${connection.organizationId}`
    if (!row) throw new Error('There is no payment')
    const setEvent = (values: Record<string, unknown>) =>
      as(test.database, actor, (tx) => setEventCustomFields({ actor, input: { id: row.eventId, values }, tx }))
    const setPayment = (values: Record<string, unknown>) =>
      as(test.database, actor, (tx) => setPaymentCustomFields({ actor, input: { id: row.paymentId, values }, tx }))
    await expect(setEvent({ mood: 'Good' })).rejects.toMatchObject(wanting('values.budget'))
    await expect(setPayment({ mood: 'Good' })).rejects.toMatchObject(wanting('values.budget'))
    await setEvent({ mood: 'Good', budget: 5 })
    await setPayment({ mood: 'Good', budget: 5 })
    expect(await valuesOf(test, 'events', row.eventId)).toEqual({ mood: 'Good', budget: 5 })
    expect(await valuesOf(test, 'payments', row.paymentId)).toEqual({ mood: 'Good', budget: 5 })
  })

  it('is demanded of a payment that is entered by hand, and of whoever changes one', async () => {
    const { admin: actor } = await organize(test)
    await makeField(test, actor, { ...budget, subject: 'payment' })
    const wire = { amount: { amount: '100', currency: 'USD' }, method: 'wire', paidOn: '2026-01-05', customerName: 'Dana' } as const
    const record = (customFields?: Record<string, unknown>) =>
      as(test.database, actor, (tx) => recordPayment({ actor, input: { ...wire, customFields }, tx }))
    await expect(record()).rejects.toMatchObject(wanting('customFields.budget'))
    const { paymentId } = await record({ budget: 5 })
    const change = (input: { note?: string; customFields?: Record<string, unknown> }) =>
      as(test.database, actor, (tx) => updateRecordedPayment({ actor, input: { paymentId, ...input }, tx }))
    await change({ note: 'By wire' })
    await expect(change({ customFields: { budget: null } })).rejects.toMatchObject(wanting('customFields.budget'))
    await change({ customFields: { budget: 6 } })
    expect(await valuesOf(test, 'payments', paymentId)).toEqual({ budget: 6 })
    const count = await test.owner`select 1 from payments where organization_id = ${actor.organizationId}`
    expect(count).toHaveLength(1)
  })
})
