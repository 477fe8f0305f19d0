import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as, type TestConnection } from '../../../../test/intake.ts'
import { bookingOf, day, purchaseOf } from '../../../../test/messages.ts'
import { organize, tell } from '../../../../test/told.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { attributePayment } from '../../attribution/service/attribute-payment.ts'
import { submitPostCallForm } from '../../forms/service/submit-post-call-form.ts'
import { addLeadEmail } from '../../leads/service/add-lead-email.ts'
import { listLeads } from './list-leads.ts'
import { loadTimeline } from './load-timeline.ts'
import { mergeLeads } from './merge-leads.ts'
import { undoMerge } from './undo-merge.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const dana = { name: 'Dana Whitfield', email: 'dana@example.com', phone: '+12025550143' }
const work = { name: 'D. Whitfield', email: 'dana@work.example' }

async function history(): Promise<{ connection: TestConnection; leadId: string; priya: Actor }> {
  const connection = await organize(test)
  const { organizationId, admin: actor } = connection
  const canceled = bookingOf('b', 9, dana, {
    sentAt: day(8),
    hosts: [{ email: 'omar@northlight.example', name: 'Omar Diaz' }],
    cancellation: { at: day(8), by: 'Dana Whitfield', byKind: 'invitee', reason: 'Ill' },
  })
  await tell(test, connection, bookingOf('a', 5, dana), canceled, purchaseOf('pi_1', 6, { email: dana.email }))
  await tell(test, connection, bookingOf('c', 7, work))
  const one = async <Row extends object>(rows: Promise<Row[]>): Promise<Row> => {
    const [row] = await rows
    if (!row) throw new Error('There is none')
    return row
  }
  const { id: leadId } = await one<{ id: string }>(
    test.owner`select id from leads where organization_id = ${organizationId} and email = ${dana.email}`,
  )
  const { id: workId } = await one<{ id: string }>(
    test.owner`select id from leads where organization_id = ${organizationId} and email = ${work.email}`,
  )
  const { id: eventId } = await one<{ id: string }>(
    test.owner`select id from events where organization_id = ${organizationId} and booking_ref like '%/a'`,
  )
  const { id: paymentId } = await one<{ id: string }>(test.owner`select id from payments where organization_id = ${organizationId}`)
  const { id: closerId } = await one<{ id: string }>(
    test.owner`select id from closers where organization_id = ${organizationId} and name = 'Priya Nair'`,
  )
  await as(test.database, actor, (tx) =>
    submitPostCallForm({ actor, input: { eventId, callOccurred: true, leadShowed: true, offerMade: true, dealClosed: true }, tx }),
  )
  await as(test.database, actor, (tx) => addLeadEmail({ actor, input: { leadId, email: 'billing@example.com' }, tx }))
  await as(test.database, actor, (tx) => attributePayment({ actor, input: { paymentId, eventId, reason: 'She said so' }, tx }))
  const { id: mergeId } = await as(test.database, actor, (tx) => mergeLeads({ actor, input: { survivorId: leadId, mergedId: workId }, tx }))
  await as(test.database, actor, (tx) => undoMerge({ actor, input: { mergeId }, tx }))
  const priya: Actor = {
    kind: 'user',
    organizationId,
    userId: crypto.randomUUID(),
    name: 'Priya',
    role: 'sales_rep',
    closerId,
    setterId: null,
  }
  return { connection, leadId, priya }
}

const kinds = async (actor: Actor, leadId: string) =>
  (await as(test.database, actor, (tx) => loadTimeline(tx, leadId, { first: 50 }))).rows.map(({ kind }) => kind).toSorted()

describe('the timeline of a lead', () => {
  it('tells of calls, forms, money, credit, addresses and merges, with who and when, the latest first', async () => {
    const { connection, leadId } = await history()
    expect(await kinds(connection.admin, leadId)).toEqual(
      ['booked', 'booked', 'canceled', 'credited', 'email_learned', 'form_submitted', 'merged', 'paid', 'unmerged'].toSorted(),
    )
    const { rows } = await as(test.database, connection.admin, (tx) => loadTimeline(tx, leadId, { first: 50 }))
    expect(rows.map(({ at }) => at)).toEqual(
      rows
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    )
    expect(rows.find(({ kind }) => kind === 'canceled')).toMatchObject({ by: 'Dana Whitfield', detail: 'Ill' })
    expect(rows.find(({ kind }) => kind === 'email_learned')).toMatchObject({ by: 'Ada', detail: 'billing@example.com' })
    expect(rows.find(({ kind }) => kind === 'paid')).toMatchObject({ amountMinor: 300_000n, currency: 'USD' })
    expect(rows.find(({ kind }) => kind === 'credited')?.detail).toContain('Priya Nair')
  })

  it('is read in pages, each entry once', async () => {
    const { connection, leadId } = await history()
    const seen: string[] = []
    let after: string | undefined
    for (;;) {
      const page = await as(test.database, connection.admin, (tx) => loadTimeline(tx, leadId, { first: 2, after }))
      seen.push(...page.rows.map(({ id, kind }) => `${kind}:${id}`))
      after = page.cursors.at(-1)
      if (!page.hasNext) break
    }
    expect(seen).toHaveLength(9)
    expect(new Set(seen).size).toBe(9)
  })

  it('tells a sales rep of what is theirs alone', async () => {
    const { leadId, priya } = await history()
    expect(await kinds(priya, leadId)).toEqual(['booked', 'credited', 'form_submitted', 'paid'])
  })
})

describe('the list of leads', () => {
  it('is searched by every address and by numbers as people write them, and narrowed by what hangs on a lead', async () => {
    const { connection } = await history()
    const found = async (filter: Parameters<typeof listLeads>[1]) =>
      (await as(test.database, connection.admin, (tx) => listLeads(tx, filter, { field: 'name', direction: 'asc' }, {}))).rows.map(
        ({ fullName }) => fullName,
      )
    expect(await found({})).toEqual(['D. Whitfield', 'Dana Whitfield'])
    expect(await found({ search: 'billing@' })).toEqual(['Dana Whitfield'])
    expect(await found({ search: '(202) 555-0143' })).toEqual(['Dana Whitfield'])
    expect(await found({ hasPayments: true })).toEqual(['Dana Whitfield'])
    expect(await found({ hasPayments: false })).toEqual(['D. Whitfield'])
    expect(await found({ merged: true })).toEqual([])
    expect(await found({ created: { start: new Date(0), end: day(1) } })).toEqual([])
  })
})
