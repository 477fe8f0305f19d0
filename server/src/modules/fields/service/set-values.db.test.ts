import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { bookingOf, purchaseOf } from '../../../../test/messages.ts'
import { leadWith, makeEveryField, makeField, newAdmin, setLead, valuesOf } from '../../../../test/own-fields.ts'
import { organize, tell } from '../../../../test/told.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { mergeLeads } from '../../contacts/service/merge-leads.ts'
import { undoMerge } from '../../contacts/service/undo-merge.ts'
import { loadTimeline } from '../../contacts/service/load-timeline.ts'
import { setEventCustomFields } from '../../events/service/set-event-custom-fields.ts'
import { setPaymentCustomFields } from '../../payments/service/set-payment-custom-fields.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

describe('a value of every kind', () => {
  const good: [key: string, given: unknown, kept: unknown][] = [
    ['text', '  two   words ', 'two words'],
    ['long_text', 'one\ntwo', 'one\ntwo'],
    ['number', -1.5, -1.5],
    ['money', { amount: '1234.5', currency: 'USD' }, { amount: '1234.50', currency: 'USD' }],
    ['boolean', false, false],
    ['date', '2026-02-28', '2026-02-28'],
    ['email', ' Dana@Example.com', 'dana@example.com'],
    ['phone', '+1 (202) 555-0143', '+12025550143'],
    ['url', 'example.com/a', 'https://example.com/a'],
    ['select', 'hot', 'hot'],
    ['multi_select', ['cold', 'hot'], ['hot', 'cold']],
  ]
  const bad: [key: string, given: unknown, path?: string][] = [
    ['text', 5],
    ['text', 'x'.repeat(501)],
    ['long_text', 'x'.repeat(10_001)],
    ['number', '5'],
    ['number', Number.POSITIVE_INFINITY],
    ['money', '5'],
    ['money', { amount: '1.234', currency: 'USD' }, 'money.amount'],
    ['money', { amount: '1', currency: 'XXQ' }, 'money.currency'],
    ['boolean', 'yes'],
    ['date', '2026-02-30'],
    ['email', 'dana'],
    ['phone', '12'],
    ['url', 'javascript:alert(1)'],
    ['select', 'lukewarm'],
    ['select', ['hot']],
    ['multi_select', ['hot', 'lukewarm']],
    ['multi_select', 'hot'],
  ]

  it('is kept as its kind writes it, cleared by nothing, and refused at its place', async () => {
    const actor = await newAdmin(test)
    await makeEveryField(test, actor)
    const id = await leadWith(test, actor, 'Dana', Object.fromEntries(good.map(([key, given]) => [key, given])))
    const kept = Object.fromEntries(good.map(([key, , value]) => [key, value]))
    expect(await valuesOf(test, 'leads', id)).toEqual(kept)
    for (const [key, given, path = key] of bad) {
      await expect(setLead(test, actor, id, { [key]: given }), `${key}: ${String(given).slice(0, 20)}`).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        details: { fields: [{ path: `values.${path}` }] },
      })
    }
    expect(await valuesOf(test, 'leads', id)).toEqual(kept)
    await setLead(test, actor, id, Object.fromEntries(good.map(([key]) => [key, key === 'text' ? ' ' : null])))
    expect(await valuesOf(test, 'leads', id)).toEqual({})
  })

  it('is refused where there is no such field, with all that is wrong at once', async () => {
    const actor = await newAdmin(test)
    await makeEveryField(test, actor)
    const id = await leadWith(test, actor, 'Dana')
    for (const key of ['budget', 'constructor', '__proto__']) {
      const values: unknown = JSON.parse(`{"${key}": "x", "number": "no"}`)
      await expect(setLead(test, actor, id, values as Record<string, unknown>)).rejects.toMatchObject({
        details: { fields: [{ path: `values.${key}` }, { path: 'values.number' }] },
      })
    }
  })
})

describe('two who write at once', () => {
  it('to different fields are both right', async () => {
    const actor = await newAdmin(test)
    const names = ['a', 'b', 'c', 'd', 'e']
    for (const label of names) await makeField(test, actor, { label })
    const id = await leadWith(test, actor, 'Dana', { a: 'old' })
    await Promise.all(names.map((name) => setLead(test, actor, id, { [name]: name === 'a' ? null : `${name} new` })))
    expect(await valuesOf(test, 'leads', id)).toEqual({ b: 'b new', c: 'c new', d: 'd new', e: 'e new' })
  })
})

/** Dana with a call and a payment, and a field of each. */
async function story() {
  const connection = await organize(test)
  const actor = connection.admin
  const dana = { name: 'Dana Whitfield', email: 'dana@example.com' }
  await tell(test, connection, bookingOf('a', 5, dana), purchaseOf('pi_1', 6, { email: dana.email }))
  for (const subject of ['event', 'payment'] as const) await makeField(test, actor, { subject, label: 'Budget', kind: 'number' })
  const [row] = await test.owner<{ leadId: string; eventId: string; paymentId: string }[]>`
    select p.lead_id as "leadId", p.event_id as "eventId", p.id as "paymentId" from payments p where p.organization_id = ${connection.organizationId}`
  if (!row) throw new Error('There is no payment')
  return { actor, ...row }
}

describe('a call', () => {
  it('is written to, and its history and its lead’s timeline say so once', async () => {
    const { actor, leadId, eventId } = await story()
    const set = (budget: number) =>
      as(test.database, actor, (tx) => setEventCustomFields({ actor, input: { id: eventId, values: { budget } }, tx }))
    await set(500)
    await set(500)
    expect(await valuesOf(test, 'events', eventId)).toEqual({ budget: 500 })
    const history = await test.owner`select by, detail from event_history where event_id = ${eventId} and change = 'fields_set'`
    expect([...history]).toEqual([{ by: 'Ada', detail: { fields: 'Budget' } }])
    const { rows } = await as(test.database, actor, (tx) => loadTimeline(tx, leadId, { first: 50 }))
    expect(rows.filter(({ kind }) => kind === 'fields_set')).toMatchObject([{ by: 'Ada', detail: 'Budget' }])
  })

  it('is not written to by the rep whose it is', async () => {
    const { actor, eventId } = await story()
    const [row] = await test.owner<{ closerId: string }[]>`select closer_id as "closerId" from events where id = ${eventId}`
    const rep: Actor = {
      ...actor,
      kind: 'user',
      userId: actor.organizationId,
      name: 'Rep',
      role: 'sales_rep',
      closerId: row?.closerId ?? null,
      setterId: null,
    }
    await expect(
      as(test.database, rep, (tx) => setEventCustomFields({ actor: rep, input: { id: eventId, values: { budget: 1 } }, tx })),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('a payment', () => {
  it('is written to by who may write payments, with the change in the audit log', async () => {
    const { actor, paymentId } = await story()
    const key = (scope: 'payments:write' | 'payments:read'): Actor => ({
      kind: 'api_key',
      organizationId: actor.organizationId,
      keyId: 'k',
      name: 'Key',
      scopes: [scope],
    })
    const set = (who: Actor, id = paymentId) =>
      as(test.database, who, (tx) => setPaymentCustomFields({ actor: who, input: { id, values: { budget: 5 } }, tx }))
    await expect(set(key('payments:read'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await set(key('payments:write'))
    const [entry] = await test.owner<{ after: unknown }[]>`
      select after from audit_log where table_name = 'payments' and row_id = ${paymentId} order by at desc limit 1`
    expect(entry).toEqual({ after: { custom_fields: { budget: 5 } } })
    await expect(set(await newAdmin(test))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('two leads who become one', () => {
  it('have the survivor’s values and the other’s beside, and theirs again when it is undone', async () => {
    const actor = await newAdmin(test)
    for (const label of ['a', 'b', 'c']) await makeField(test, actor, { label })
    const survivorId = await leadWith(test, actor, 'Dana', { a: 'mine' })
    const mergedId = await leadWith(test, actor, 'Erin', { a: 'theirs', b: 'theirs', c: 'theirs' })
    const { id: mergeId } = await as(test.database, actor, (tx) => mergeLeads({ actor, input: { survivorId, mergedId }, tx }))
    expect(await valuesOf(test, 'leads', survivorId)).toEqual({ a: 'mine', b: 'theirs', c: 'theirs' })
    // What is written since is not taken back.
    await setLead(test, actor, survivorId, { c: 'since' })
    await as(test.database, actor, (tx) => undoMerge({ actor, input: { mergeId }, tx }))
    expect(await valuesOf(test, 'leads', survivorId)).toEqual({ a: 'mine', c: 'since' })
    expect(await valuesOf(test, 'leads', mergedId)).toEqual({ a: 'theirs', b: 'theirs', c: 'theirs' })
  })
})
