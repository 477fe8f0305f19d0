import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CallsWithCash } from '../../../../test/call-with-cash.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeConnection, makeOrganization, type TestConnection } from '../../../../test/intake.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { Actor, Scope } from '../../../kernel/actor.ts'
import { explainDatabaseError } from '../../../kernel/constraint-errors.ts'
import type { Verb } from '../../../kernel/verb.ts'
import { createCallOutcome } from './create-call-outcome.ts'
import { createOpportunityStatus } from './create-opportunity-status.ts'
import { countFormsWithOutcome, countFormsWithStatus, listCallOutcomes, listOpportunityStatuses } from './option-rows.ts'
import { reorderCallOutcomes } from './reorder-call-outcomes.ts'
import { reorderOpportunityStatuses } from './reorder-opportunity-statuses.ts'
import { restoreCallOutcome } from './restore-call-outcome.ts'
import { restoreOpportunityStatus } from './restore-opportunity-status.ts'
import { retireCallOutcome } from './retire-call-outcome.ts'
import { retireOpportunityStatus } from './retire-opportunity-status.ts'
import { submitPostCallForm } from './submit-post-call-form.ts'
import { updateCallOutcome } from './update-call-outcome.ts'
import { updateOpportunityStatus } from './update-opportunity-status.ts'

let test: TestDatabase
let home: TestConnection
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  home = await makeConnection(test)
})

/** Does something, and fails as its caller is told. */
const act = <Input, Result>(verb: (call: Verb<Input>) => Promise<Result>, input: Input, actor = home.admin): Promise<Result> =>
  as(test.database, actor, (tx) => verb({ actor, input, tx })).catch((error: unknown) => {
    throw explainDatabaseError(error)
  })

/** The two lists, by the same verbs. */
const lists = [
  {
    name: 'call outcomes',
    table: 'call_outcomes',
    add: (label: string, actor?: Actor) => act(createCallOutcome, { label, color: 'green', outcome: 'closed' }, actor),
    update: (input: { id: string; label?: string; color?: 'wine' }, actor?: Actor) => act(updateCallOutcome, input, actor),
    reorder: (ids: string[], actor?: Actor) => act(reorderCallOutcomes, { ids }, actor),
    retire: (id: string, actor?: Actor) => act(retireCallOutcome, { id }, actor),
    restore: (id: string, actor?: Actor) => act(restoreCallOutcome, { id }, actor),
    rows: (includeRetired = false) => as(test.database, home.admin, (tx) => listCallOutcomes(tx, { includeRetired })),
    taken: 'Another outcome has this name.',
  },
  {
    name: 'opportunity statuses',
    table: 'opportunity_statuses',
    add: (label: string, actor?: Actor) => act(createOpportunityStatus, { label, color: 'green' }, actor),
    update: (input: { id: string; label?: string; color?: 'wine' }, actor?: Actor) => act(updateOpportunityStatus, input, actor),
    reorder: (ids: string[], actor?: Actor) => act(reorderOpportunityStatuses, { ids }, actor),
    retire: (id: string, actor?: Actor) => act(retireOpportunityStatus, { id }, actor),
    restore: (id: string, actor?: Actor) => act(restoreOpportunityStatus, { id }, actor),
    rows: (includeRetired = false) => as(test.database, home.admin, (tx) => listOpportunityStatuses(tx, { includeRetired })),
    taken: 'Another status has this name.',
  },
] as const

describe.each(lists)('the list of $name', ({ table, add, update, reorder, retire, restore, rows, taken }) => {
  const labels = async (includeRetired = false) => (await rows(includeRetired)).map(({ label }) => label)

  it('takes entries at its end, changes them, and stands in the order that it is put into', async () => {
    const [a, b, c] = [await add(' Won '), await add('Thinking'), await add('Lost')]
    expect(await labels()).toEqual(['Won', 'Thinking', 'Lost'])
    await update({ id: b.id, label: 'Thinking it over', color: 'wine' })
    await update({ id: c.id })
    await reorder([b.id, c.id, a.id])
    expect(await rows()).toMatchObject([
      { label: 'Thinking it over', color: 'wine', retiredAt: null },
      { label: 'Lost', color: 'green' },
      { label: 'Won', color: 'green' },
    ])
  })

  it('retires entries and takes them back at its end', async () => {
    const [a, b] = [await add('Won'), await add('Lost')]
    await retire(a.id)
    expect([await labels(), await labels(true)]).toEqual([['Lost'], ['Lost', 'Won']])
    await expect(reorder([a.id, b.id])).rejects.toMatchObject({ code: 'CONFLICT' })
    await restore(a.id)
    expect(await labels()).toEqual(['Lost', 'Won'])
    await restore(b.id)
    expect(await labels()).toEqual(['Lost', 'Won'])
  })

  it('holds each name once among those in force, letter case aside', async () => {
    const refused = { code: 'CONFLICT', details: { fields: [{ path: 'label', message: taken }] } }
    const { id } = await add('Won')
    const other = await add('Lost')
    await expect(add('WON')).rejects.toMatchObject(refused)
    await expect(update({ id: other.id, label: 'won' })).rejects.toMatchObject(refused)
    await retire(id)
    await add('won')
    await expect(restore(id)).rejects.toMatchObject(refused)
  })

  it('refuses what cannot be at its field', async () => {
    const refused = (path: string) => ({ code: 'BAD_USER_INPUT', details: { fields: [expect.objectContaining({ path })] } })
    await expect(add(' ')).rejects.toMatchObject(refused('label'))
    await expect(add('x'.repeat(81))).rejects.toMatchObject(refused('label'))
    await expect(update({ id: 'x' })).rejects.toMatchObject(refused('id'))
    await expect(retire(uuidv7())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(update({ id: uuidv7(), label: 'Won' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(restore(uuidv7())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(reorder([uuidv7()])).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('ends in one of two orders that two admins put it into at once, and gives one name to one of two', async () => {
    const ids: string[] = []
    for (const label of ['A', 'B', 'C', 'D']) ids.push((await add(label)).id)
    for (let round = 0; round < 10; round += 1) {
      const backward = [...ids].reverse()
      await Promise.all([reorder(ids), reorder(backward)])
      expect([ids, backward]).toContainEqual((await rows()).map(({ id }) => id))
      const [one = '', other = ''] = ids
      const named = await Promise.allSettled([update({ id: one, label: `Taken ${round}` }), update({ id: other, label: `taken ${round}` })])
      expect(named.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      await Promise.all([update({ id: one, label: `A ${round}` }), update({ id: other, label: `B ${round}` })])
    }
  })

  it('loses nothing where one is retired while others are put into order', async () => {
    for (let round = 0; round < 10; round += 1) {
      const ids = [(await add(`A ${round}`)).id, (await add(`B ${round}`)).id]
      const standing = (await rows()).map(({ id }) => id)
      const [first = ''] = ids
      const [, ordered] = await Promise.allSettled([retire(first), reorder([...standing].reverse())])
      if (ordered.status === 'rejected') expect(ordered.reason).toMatchObject({ code: 'CONFLICT' })
      expect(new Set((await rows()).map(({ id }) => id))).toEqual(new Set(standing.filter((id) => id !== first)))
    }
  })

  it('is changed by admins of its organization, and by keys with the scope', async () => {
    const { id } = await add('Won')
    const { organizationId } = home
    const key = (...scopes: Scope[]): Actor => ({ kind: 'api_key', organizationId, keyId: uuidv7(), name: 'Key', scopes })
    const portal: Actor = {
      kind: 'portal',
      organizationId,
      linkId: uuidv7(),
      sessionId: uuidv7(),
      name: 'Cleo',
      closerId: uuidv7(),
      setterId: null,
    }
    const acts = [
      (actor: Actor) => add('Lost', actor),
      (actor: Actor) => update({ id, label: 'Mine' }, actor),
      (actor: Actor) => reorder([id], actor),
      (actor: Actor) => retire(id, actor),
      (actor: Actor) => restore(id, actor),
    ]
    for (const actor of [portal, key('forms:read', 'pcfs:write', 'packages:write')])
      for (const each of acts) await expect(each(actor)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const stranger = adminOf(await makeOrganization(test))
    for (const each of acts.slice(1)) await expect(each(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await update({ id, label: 'By a program' }, key('forms:write'))
    expect(await labels()).toEqual(['By a program'])
    const log = await test.owner<{ operation: string }[]>`
      select operation from audit_log where organization_id = ${organizationId} and table_name = ${table} order by at, id`
    expect(log.map(({ operation }) => operation)).toEqual(['insert', 'update'])
  })
})

describe('what an outcome means', () => {
  let calls: CallsWithCash
  let eventId: string
  beforeEach(async () => {
    calls = new CallsWithCash(test, home)
    await calls.hirePriya()
    eventId = await calls.book('dana', 5)
  })

  const file = (callOutcomeId: string | null, opportunityStatusId: string | null = null) =>
    act(submitPostCallForm, {
      eventId,
      callOccurred: true,
      leadShowed: true,
      offerMade: true,
      dealClosed: false,
      callOutcomeId,
      opportunityStatusId,
    })
  const outcome = () => act(createCallOutcome, { label: 'Follow up', color: 'gold', outcome: 'offer_made' })
  const means = async (id: string) =>
    (await as(test.database, home.admin, (tx) => listCallOutcomes(tx, { includeRetired: true }))).find((each) => each.id === id)?.outcome

  it('can be changed until a form says it, and not once the form is amended to say something else either', async () => {
    const { id } = await outcome()
    const change = (meaning: 'no_offer' | 'offer_made') => act(updateCallOutcome, { id, outcome: meaning })
    await change('no_offer')
    await change('offer_made')
    await file(id)
    const message = '1 form says this already, so what it means stays. Retire it and add another.'
    await expect(change('no_offer')).rejects.toMatchObject({
      code: 'CONFLICT',
      message,
      details: { fields: [{ path: 'outcome', message }] },
    })
    // What it is called is another matter, and to say again what it means changes nothing.
    await act(updateCallOutcome, { id, label: 'Will call back', outcome: 'offer_made' })
    await act(retireCallOutcome, { id })
    await expect(change('no_offer')).rejects.toMatchObject({ code: 'CONFLICT' })
    // What was filed first stands in the form's history by what it meant.
    await file(null)
    await expect(change('no_offer')).rejects.toMatchObject({ code: 'CONFLICT', message })
    expect(await means(id)).toBe('offer_made')
  })

  it('is never other than what a form said that is filed at the same moment', async () => {
    for (let round = 0; round < 15; round += 1) {
      const { id } = await act(createCallOutcome, { label: `Follow up ${round}`, color: 'gold', outcome: 'offer_made' })
      await file(null)
      const [filed, changed] = await Promise.allSettled([file(id), act(updateCallOutcome, { id, outcome: 'closed' })])
      expect([filed.status, changed.status].sort()).toEqual(['fulfilled', 'rejected'])
      expect(await means(id)).toBe(filed.status === 'fulfilled' ? 'offer_made' : 'closed')
    }
  })

  it('and statuses are counted by the forms that name them as they stand', async () => {
    const [first, second] = [await outcome(), await act(createCallOutcome, { label: 'Hot', color: 'wine', outcome: 'offer_made' })]
    const status = await act(createOpportunityStatus, { label: 'Open', color: 'blue' })
    await file(first.id, status.id)
    await file(second.id, status.id)
    const counts = await as(test.database, home.admin, async (tx) => [
      await countFormsWithOutcome(tx, [first.id, second.id]),
      await countFormsWithStatus(tx, [status.id]),
    ])
    expect(counts).toEqual([new Map([[second.id, 1]]), new Map([[status.id, 1]])])
  })
})
