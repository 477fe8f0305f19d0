import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { bookingOf, purchaseOf } from '../../../../test/messages.ts'
import { leadWith, makeEveryField, makeField, newAdmin, valuesOf } from '../../../../test/own-fields.ts'
import { organize, tell } from '../../../../test/told.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { countLeads, listLeads } from '../../contacts/service/list-leads.ts'
import { countEvents, listEvents } from '../../events/service/list-events.ts'
import { setEventCustomFields } from '../../events/service/set-event-custom-fields.ts'
import { countPayments, listPayments, totalPayments } from '../../payments/service/list-payments.ts'
import { setPaymentCustomFields } from '../../payments/service/set-payment-custom-fields.ts'
import { type FieldFilter, readFieldFilters } from './read-field-filters.ts'
import { retireCustomField } from './retire-custom-field.ts'

let test: TestDatabase
let actor: Actor
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
  actor = await newAdmin(test)
  await makeEveryField(test, actor)
  await leadWith(test, actor, 'Dana', {
    text: 'Ships on Monday',
    long_text: 'One\nTwo 100%',
    number: 5,
    money: { amount: '1000', currency: 'USD' },
    boolean: true,
    date: '2026-10-05',
    email: 'dana@work.example',
    phone: '+12025550143',
    url: 'https://example.com/dana',
    select: 'hot',
    multi_select: ['hot', 'warm'],
  })
  await leadWith(test, actor, 'Erin', {
    text: 'ships on Tuesday',
    number: 10,
    money: { amount: '1000', currency: 'EUR' },
    boolean: false,
    date: '2026-11-01',
    select: 'cold',
    multi_select: ['cold'],
  })
  await leadWith(test, actor, 'Finn')
  // The same keys of another tenant hold values of other kinds.
  const stranger = await newAdmin(test)
  for (const label of ['number', 'money', 'date']) await makeField(test, stranger, { label, key: label })
  await leadWith(test, stranger, 'Gil', { number: 'five', money: 'much', date: 'soon' })
})
afterAll(() => test.close())

const byName = { field: 'name', direction: 'asc' } as const

/** Who is listed, by a filter of own fields; their count is the same. */
const found = (...filters: FieldFilter[]): Promise<string[]> =>
  as(test.database, actor, async (tx) => {
    const fields = await readFieldFilters(tx, 'lead', filters)
    const { rows } = await listLeads(tx, { fields }, byName, { first: 50 })
    expect(await countLeads(tx, { fields })).toBe(rows.length)
    return rows.map(({ fullName }) => fullName)
  })

describe('a list', () => {
  it.each<[what: string, filter: FieldFilter, names: string[]]>([
    ['text equal', { key: 'text', text: { equals: ' Ships  on Monday' } }, ['Dana']],
    ['text one of', { key: 'text', text: { anyOf: ['Ships on Monday', 'ships on Tuesday'] } }, ['Dana', 'Erin']],
    ['text with', { key: 'text', text: { contains: 'SHIPS' } }, ['Dana', 'Erin']],
    ['long text with, literally', { key: 'long_text', text: { contains: '100%' } }, ['Dana']],
    ['long text without', { key: 'long_text', text: { contains: '_ne' } }, []],
    ['number equal', { key: 'number', number: { equals: 5 } }, ['Dana']],
    ['number from', { key: 'number', number: { from: 5.5 } }, ['Erin']],
    ['number within', { key: 'number', number: { from: 5, to: 10 } }, ['Dana', 'Erin']],
    ['money within', { key: 'money', money: { currency: 'USD', from: '999.99', to: '1000.00' } }, ['Dana']],
    ['money equal', { key: 'money', money: { currency: 'EUR', equals: '1000' } }, ['Erin']],
    ['money of a currency', { key: 'money', money: { currency: 'EUR' } }, ['Erin']],
    ['yes', { key: 'boolean', boolean: true }, ['Dana']],
    ['no, which is not nothing', { key: 'boolean', boolean: false }, ['Erin']],
    ['date equal', { key: 'date', date: { equals: '2026-10-05' } }, ['Dana']],
    ['date to', { key: 'date', date: { to: '2026-10-31' } }, ['Dana']],
    ['date from', { key: 'date', date: { from: '2026-10-06' } }, ['Erin']],
    ['email, as it is kept', { key: 'email', text: { equals: 'Dana@Work.example' } }, ['Dana']],
    ['phone, as it is kept', { key: 'phone', text: { equals: '+1 202 555 0143' } }, ['Dana']],
    ['address with', { key: 'url', text: { contains: 'example.com' } }, ['Dana']],
    ['select', { key: 'select', options: ['hot', 'warm'] }, ['Dana']],
    ['multi-select', { key: 'multi_select', options: ['warm', 'cold'] }, ['Dana', 'Erin']],
    ['with a value', { key: 'email', isSet: true }, ['Dana']],
    ['without one', { key: 'select', isSet: false }, ['Finn']],
  ])('finds whose field is: %s', async (_what, filter, names) => {
    expect(await found(filter)).toEqual(names)
  })

  it('takes several fields together', async () => {
    expect(await found({ key: 'text', text: { contains: 'ships' } }, { key: 'boolean', boolean: false })).toEqual(['Erin'])
  })

  it.each<[filter: FieldFilter, path: string]>([
    [{ key: 'nothing', isSet: true }, 'key'],
    [{ key: 'text' }, 'key'],
    [{ key: 'text', number: { from: 1 } }, 'number'],
    [{ key: 'number', text: { contains: '1' } }, 'text'],
    [{ key: 'money', number: { from: 1 } }, 'number'],
    [{ key: 'date', text: { equals: '2026-10-05' } }, 'text'],
    [{ key: 'select', text: { equals: 'hot' } }, 'text'],
    [{ key: 'select', options: ['lukewarm'] }, 'options'],
    [{ key: 'multi_select', options: [] }, 'options'],
    [{ key: 'boolean', isSet: true, boolean: true }, 'isSet'],
    [{ key: 'text', text: {} }, 'text'],
    [{ key: 'text', text: { equals: 'a', contains: 'a' } }, 'text'],
    [{ key: 'text', text: { contains: ' ' } }, 'text.contains'],
    [{ key: 'number', number: {} }, 'number'],
    [{ key: 'number', number: { equals: 1, from: 1 } }, 'number.equals'],
    [{ key: 'number', number: { from: 2, to: 1 } }, 'number.to'],
    [{ key: 'money', money: { currency: 'USD', from: '1.001' } }, 'money.from'],
    [{ key: 'money', money: { currency: 'XXQ' } }, 'money.currency'],
    [{ key: 'date', date: { from: '2026-02-30' } }, 'date.from'],
    [{ key: 'date', date: { from: '2026-10-05', to: '2026-10-04' } }, 'date.to'],
    [{ key: 'email', text: { equals: 'dana' } }, 'text.equals'],
  ])('refuses what a field cannot be asked: %j', async (filter, path) => {
    await expect(found(filter)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { fields: [{ path: `filter.fields.0.${path}` }] },
    })
  })

  it('refuses more than a few fields, naming the list of them', async () => {
    await expect(found(...Array.from({ length: 6 }, () => ({ key: 'text', isSet: true })))).rejects.toMatchObject({
      details: { fields: [{ path: 'filter.fields' }] },
    })
  })

  it('still finds by a field that is retired', async () => {
    const id = await makeField(test, actor, { label: 'Old' })
    await leadWith(test, actor, 'Hana', { old: 'yes' })
    await as(test.database, actor, (tx) => retireCustomField({ actor, input: { id }, tx }))
    expect(await found({ key: 'old', isSet: true })).toEqual(['Hana'])
  })
})

describe('calls and payments', () => {
  it('are listed, counted and summed by their own fields', async () => {
    const connection = await organize(test)
    const { admin } = connection
    const dana = { name: 'Dana', email: 'dana@example.com' }
    await tell(test, connection, bookingOf('a', 5, dana), bookingOf('b', 6, dana))
    await tell(test, connection, purchaseOf('pi_1', 6, { email: dana.email }), purchaseOf('pi_2', 7, { email: dana.email }))
    for (const subject of ['event', 'payment'] as const) await makeField(test, admin, { subject, label: 'Batch', kind: 'number' })
    const [row] = await test.owner<{ eventId: string; paymentId: string }[]>`
      select e.id as "eventId", p.id as "paymentId" from events e, payments p
      where e.organization_id = ${connection.organizationId} and p.organization_id = e.organization_id and p.purchase_ref = 'pi_1' limit 1`
    const { eventId = '', paymentId = '' } = row ?? {}
    const values = { batch: 7 }
    await as(test.database, admin, (tx) => setEventCustomFields({ actor: admin, input: { id: eventId, values }, tx }))
    await as(test.database, admin, (tx) => setPaymentCustomFields({ actor: admin, input: { id: paymentId, values }, tx }))
    expect(await valuesOf(test, 'payments', paymentId)).toEqual(values)
    await as(test.database, admin, async (tx) => {
      const asked = [{ key: 'batch', number: { equals: 7 } }]
      const events = { fields: await readFieldFilters(tx, 'event', asked) }
      const listed = await listEvents(tx, events, { field: 'scheduled_at', direction: 'desc' }, { first: 10 })
      expect([listed.rows.map(({ id }) => id), await countEvents(tx, events)]).toEqual([[eventId], 1])
      const payments = { fields: await readFieldFilters(tx, 'payment', asked) }
      const paid = await listPayments(tx, payments, { field: 'paid_at', direction: 'desc' }, { first: 10 })
      expect([paid.rows.map(({ id }) => id), await countPayments(tx, payments)]).toEqual([[paymentId], 1])
      expect(await totalPayments(tx, payments)).toMatchObject([{ payments: 1, amountMinor: 300_000n }])
    })
  })
})
