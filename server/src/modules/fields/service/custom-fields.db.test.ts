import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { leadWith, makeField, newAdmin, setLead, valuesOf } from '../../../../test/own-fields.ts'
import { plansIn } from '../../../../test/plans-in.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { Tx } from '../../../database/tx.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { restoreCustomField } from './restore-custom-field.ts'
import { countUses } from './count-uses.ts'
import { listFields } from './field-row.ts'
import { reorderCustomFields } from './reorder-custom-fields.ts'
import { retireCustomField } from './retire-custom-field.ts'
import { optionsInUse } from './store-options.ts'
import { updateCustomField, type UpdateCustomField } from './update-custom-field.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const leadFields = (actor: Actor) => as(test.database, actor, (tx) => listFields(tx, 'lead'))
const update = (actor: Actor, input: UpdateCustomField) => as(test.database, actor, (tx) => updateCustomField({ actor, input, tx }))
const retire = (actor: Actor, id: string) => as(test.database, actor, (tx) => retireCustomField({ actor, input: { id }, tx }))
const bringBack = (actor: Actor, id: string) => as(test.database, actor, (tx) => restoreCustomField({ actor, input: { id }, tx }))
const labels = async (actor: Actor) => (await leadFields(actor)).map(({ label, retiredAt }) => (retiredAt === null ? label : `(${label})`))

describe('making a field', () => {
  it('gives it a key of its label that no other has, and the last place', async () => {
    const actor = await newAdmin(test)
    const first = await makeField(test, actor, { label: 'Budget' })
    await retire(actor, first)
    await makeField(test, actor, { label: 'Budget' })
    await makeField(test, actor, { label: 'Budget', subject: 'payment' })
    expect((await leadFields(actor)).map(({ key }) => key)).toEqual(['budget_2', 'budget'])
  })

  it('refuses what cannot be one, naming the place', async () => {
    const actor = await newAdmin(test)
    await makeField(test, actor, { label: 'Budget' })
    const refusals: [Parameters<typeof makeField>[2], string, string][] = [
      [{ label: ' ' }, 'BAD_USER_INPUT', 'label'],
      [{ label: 'BUDGET' }, 'CONFLICT', 'label'],
      [{ label: 'Other', key: 'budget' }, 'CONFLICT', 'key'],
      [{ label: 'Other', key: 'Not A Key' }, 'BAD_USER_INPUT', 'key'],
      [{ label: 'Other', key: '__proto__' }, 'BAD_USER_INPUT', 'key'],
      [{ label: 'Stage', kind: 'select' }, 'BAD_USER_INPUT', 'options'],
      [{ label: 'Stage', kind: 'select', options: [{ label: 'Hot' }, { label: 'hot' }] }, 'BAD_USER_INPUT', 'options.1.label'],
      [{ label: 'Stage', kind: 'select', options: [{ key: 'hot', label: 'Hot' }] }, 'BAD_USER_INPUT', 'options.0.key'],
      [{ label: 'Stage', kind: 'text', options: [{ label: 'Hot' }] }, 'BAD_USER_INPUT', 'options'],
    ]
    for (const [field, code, path] of refusals)
      await expect(makeField(test, actor, field), field.label).rejects.toMatchObject({ code, details: { fields: [{ path }] } })
  })

  it('is for owners and admins alone', async () => {
    const actor = await newAdmin(test)
    const rep: Actor = {
      ...actor,
      kind: 'user',
      userId: actor.organizationId,
      name: 'Rep',
      role: 'sales_rep',
      closerId: null,
      setterId: null,
    }
    await expect(makeField(test, rep, { label: 'Budget' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('of one label by two at once makes one', async () => {
    const actor = await newAdmin(test)
    const made = await Promise.allSettled([1, 2, 3].map(() => makeField(test, actor, { label: 'Budget' })))
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await labels(actor)).toEqual(['Budget'])
  })
})

describe('a field that there is', () => {
  it('changes its label and help, and neither its key nor its kind', async () => {
    const actor = await newAdmin(test)
    const id = await makeField(test, actor, { label: 'Budget', kind: 'money' })
    await update(actor, { id, label: 'Money to spend', help: 'A month.' })
    expect((await leadFields(actor))[0]).toMatchObject({ key: 'budget', kind: 'money', label: 'Money to spend', help: 'A month.' })
    await update(actor, { id, help: null })
    expect((await leadFields(actor))[0]).toMatchObject({ label: 'Money to spend', help: null })
  })

  it('is another tenant’s for nobody else', async () => {
    const [mine, theirs] = [await newAdmin(test), await newAdmin(test)]
    const id = await makeField(test, theirs, { label: 'Budget' })
    for (const act of [
      () => update(mine, { id, label: 'Mine' }),
      () => retire(mine, id),
      () => bringBack(mine, id),
      () => as(test.database, mine, (tx) => reorderCustomFields({ actor: mine, input: { subject: 'lead', ids: [id] }, tx })),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await leadFields(mine)).toEqual([])
    const leadId = await leadWith(test, mine, 'Dana')
    await expect(setLead(test, mine, leadId, { budget: 'much' })).rejects.toMatchObject({
      details: { fields: [{ path: 'values.budget' }] },
    })
  })

  it('is put into an order, unless others came meanwhile', async () => {
    const actor = await newAdmin(test)
    const [a, b, c] = [
      await makeField(test, actor, { label: 'A' }),
      await makeField(test, actor, { label: 'B' }),
      await makeField(test, actor, { label: 'C' }),
    ]
    const order = (ids: string[]) => as(test.database, actor, (tx) => reorderCustomFields({ actor, input: { subject: 'lead', ids }, tx }))
    await order([c, a, b])
    expect(await labels(actor)).toEqual(['C', 'A', 'B'])
    await expect(order([c, a])).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(order([c, a, a])).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('is retired with what has a value keeping it, and comes back as the last', async () => {
    const actor = await newAdmin(test)
    const [a] = [await makeField(test, actor, { label: 'A' }), await makeField(test, actor, { label: 'B' })]
    const leadId = await leadWith(test, actor, 'Dana', { a: 'one' })
    await retire(actor, a)
    expect(await labels(actor)).toEqual(['B', '(A)'])
    expect(await valuesOf(test, 'leads', leadId)).toEqual({ a: 'one' })
    await expect(setLead(test, actor, leadId, { a: 'two' })).rejects.toMatchObject({ details: { fields: [{ path: 'values.a' }] } })
    await bringBack(actor, a)
    expect(await labels(actor)).toEqual(['B', 'A'])
    await setLead(test, actor, leadId, { a: 'two' })
    expect(await valuesOf(test, 'leads', leadId)).toEqual({ a: 'two' })
  })

  it('does not come back under a label that another has by now', async () => {
    const actor = await newAdmin(test)
    const old = await makeField(test, actor, { label: 'Budget' })
    await retire(actor, old)
    await makeField(test, actor, { label: 'budget' })
    await expect(bringBack(actor, old)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('says how many have a value of it', async () => {
    const actor = await newAdmin(test)
    const [a, b] = [await makeField(test, actor, { label: 'A' }), await makeField(test, actor, { label: 'B' })]
    await leadWith(test, actor, 'Dana', { a: 'one' })
    await leadWith(test, actor, 'Erin', { a: 'two' })
    const uses = await as(test.database, actor, (tx) => countUses(tx, [a, b]))
    expect([uses.get(a), uses.get(b)]).toEqual([2, 0])
  })
})

describe('the options of a field', () => {
  const staged = async () => {
    const actor = await newAdmin(test)
    const id = await makeField(test, actor, {
      label: 'Stage',
      kind: 'select',
      options: [{ label: 'Hot' }, { label: 'Cold', color: 'blue' }],
    })
    const options = async () => (await leadFields(actor))[0]?.options.map(({ key, retired }) => (retired ? `(${key})` : key))
    return { actor, id, options }
  }

  it('are changed in their words and order, with their keys as they were', async () => {
    const { actor, id, options } = await staged()
    await update(actor, { id, options: [{ key: 'cold', label: 'Not now' }, { label: 'New' }, { key: 'hot', label: 'Hot' }] })
    expect(await options()).toEqual(['cold', 'new', 'hot'])
  })

  it('that nothing has go, and those that are in use are retired and can come back', async () => {
    const { actor, id, options } = await staged()
    const leadId = await leadWith(test, actor, 'Dana', { stage: 'hot' })
    await update(actor, { id, options: [{ label: 'New' }] })
    expect(await options()).toEqual(['(hot)', 'new'])
    // What has it may keep it, and nothing else may take it.
    await setLead(test, actor, leadId, { stage: 'hot' })
    const other = await leadWith(test, actor, 'Erin')
    await expect(setLead(test, actor, other, { stage: 'hot' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await update(actor, { id, options: [{ key: 'hot', label: 'Hot' }] })
    expect(await options()).toEqual(['hot'])
    await setLead(test, actor, other, { stage: 'hot' })
  })

  it('of a multi-select are in use by whatever has one of them among others', async () => {
    const actor = await newAdmin(test)
    const given = ['A', 'B', 'C', 'D'].map((label) => ({ label }))
    const id = await makeField(test, actor, { label: 'Needs', kind: 'multi_select', options: given })
    await leadWith(test, actor, 'Dana', { needs: ['a', 'c'] })
    await leadWith(test, actor, 'Erin', { needs: ['c', 'd'] })
    await update(actor, { id, options: [{ key: 'd', label: 'D' }] })
    const kept = (await leadFields(actor))[0]?.options.map(({ key, retired }) => (retired ? `(${key})` : key))
    expect(kept?.toSorted()).toEqual(['(a)', '(c)', 'd'])
  })

  it('that are taken away are looked for in one reading of the rows, however many they are', async () => {
    const { actor } = await staged()
    const field = { subject: 'lead', key: 'stage' } as const
    const look = (tx: Tx) => optionsInUse(tx, field, ['hot', 'cold', 'warm'])
    const [reading = ''] = await plansIn(test.database, actor.organizationId, look, [])
    expect(reading).toContain('on leads r')
    expect(reading).not.toMatch(/Semi Join|SubPlan|Function Scan on unnest/)
  })

  it('do not go while somebody is choosing them', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { actor, id, options } = await staged()
      const leadId = await leadWith(test, actor, 'Dana')
      const [chosen] = await Promise.allSettled([
        setLead(test, actor, leadId, { stage: 'cold' }),
        update(actor, { id, options: [{ key: 'hot', label: 'Hot' }] }),
      ])
      // Whoever came first was right, and no value is without its option.
      if (chosen.status === 'fulfilled') expect(await options()).toContain('(cold)')
      else expect([await options(), await valuesOf(test, 'leads', leadId)]).toEqual([['hot'], {}])
    }
  })
})
