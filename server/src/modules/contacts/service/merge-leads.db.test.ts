import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as, type TestConnection } from '../../../../test/intake.ts'
import { bookingOf, purchaseOf } from '../../../../test/messages.ts'
import { organize, tell } from '../../../../test/told.ts'
import { registerReactions } from '../../../app/modules.ts'
import { attributePayment } from '../../attribution/service/attribute-payment.ts'
import { removeLeadEmail } from '../../leads/service/remove-lead-email.ts'
import { updateLead } from '../../leads/service/update-lead.ts'
import { loadSurvivors } from './load-merges.ts'
import { mergeLeads, type MergeLeads } from './merge-leads.ts'
import { previewMerge } from './preview-merge.ts'
import { undoMerge } from './undo-merge.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const dana = { name: 'Dana Whitfield', email: 'dana@example.com', phone: '+1 202 555 0143' }
const work = { name: 'D. Whitfield', email: 'dana@work.example', phone: '+1 202 555 0199' }
const omar = { hosts: [{ email: 'omar@northlight.example', name: 'Omar Diaz' }] }

/** Two leads who are one person: each with a call and a payment. */
async function twice(): Promise<{ connection: TestConnection; danaId: string; workId: string }> {
  const connection = await organize(test)
  await tell(test, connection, bookingOf('a', 5, dana), bookingOf('b', 7, work, omar))
  await tell(test, connection, purchaseOf('pi_a', 6, { email: dana.email }), purchaseOf('pi_b', 8, { email: work.email }))
  return { connection, danaId: await idOf(connection, dana.email), workId: await idOf(connection, work.email) }
}

const idOf = async ({ organizationId }: TestConnection, email: string): Promise<string> => {
  const [row] = await test.owner<
    { id: string }[]
  >`select lead_id as id from lead_emails where organization_id = ${organizationId} and email = ${email}`
  return row?.id ?? 'nobody'
}

const merge = ({ admin: actor }: TestConnection, input: MergeLeads) => as(test.database, actor, (tx) => mergeLeads({ actor, input, tx }))
const undo = ({ admin: actor }: TestConnection, mergeId: string) =>
  as(test.database, actor, (tx) => undoMerge({ actor, input: { mergeId }, tx }))

interface Standing {
  name: string
  email: string | null
  phone: string | null
  emails: string[]
  phones: string[]
  calls: string[]
  payments: string[]
  reps: string[]
}

/** Every lead who stands, with all that hangs on them. */
const standing = async ({ organizationId }: TestConnection): Promise<Standing[]> => [
  ...(await test.owner<Standing[]>`
    select l.name, l.email, l.phone, array(select email from lead_emails e where e.lead_id = l.id order by 1) as emails,
      array(select phone from lead_phones e where e.lead_id = l.id order by 1) as phones,
      array(select regexp_replace(booking_ref, '^.*/', '') from events e where e.lead_id = l.id order by 1) as calls,
      array(select purchase_ref || ':' || coalesce((select regexp_replace(booking_ref, '^.*/', '') from events e where e.id = p.event_id), '')
        from payments p where p.lead_id = l.id order by 1) as payments,
      array(select c.name from closers c where c.id = any(l.rep_ids) order by 1) as reps
    from leads l where l.organization_id = ${organizationId} and l.merged_into_id is null order by l.name`),
]

const danaAlone = {
  name: 'Dana Whitfield',
  email: 'dana@example.com',
  phone: '+12025550143',
  emails: ['dana@example.com'],
  phones: ['+12025550143'],
  calls: ['a'],
  payments: ['pi_a:a'],
  reps: ['Priya Nair'],
}
const workAlone = {
  name: 'D. Whitfield',
  email: 'dana@work.example',
  phone: '+12025550199',
  emails: ['dana@work.example'],
  phones: ['+12025550199'],
  calls: ['b'],
  payments: ['pi_b:b'],
  reps: ['Omar Diaz'],
}
const asOne = {
  name: 'Dana Whitfield',
  email: 'dana@work.example',
  phone: '+12025550143',
  emails: ['dana@example.com', 'dana@work.example'],
  phones: ['+12025550143', '+12025550199'],
  calls: ['a', 'b'],
  payments: ['pi_a:a', 'pi_b:b'],
  reps: ['Omar Diaz', 'Priya Nair'],
}

const dealsOf = async ({ organizationId }: TestConnection): Promise<string[]> =>
  (
    await test.owner<{ deal: string }[]>`
      select purchase_ref || ' ' || deal_type as deal from payments where organization_id = ${organizationId} order by purchase_ref`
  ).map(({ deal }) => deal)

describe('merging two leads', () => {
  it('makes the later deal of the two an upsell, and taking it back makes it a new deal again', async () => {
    const { connection, danaId, workId } = await twice()
    expect(await dealsOf(connection)).toEqual(['pi_a new_deal', 'pi_b new_deal'])
    const { id } = await merge(connection, { survivorId: danaId, mergedId: workId })
    expect(await dealsOf(connection)).toEqual(['pi_a new_deal', 'pi_b upsell'])
    await undo(connection, id)
    expect(await dealsOf(connection)).toEqual(['pi_a new_deal', 'pi_b new_deal'])
  })

  it('says before what it would move, and moves it, with the fields chosen', async () => {
    const { connection, danaId, workId } = await twice()
    expect(await as(test.database, connection.admin, (tx) => previewMerge(tx, { survivorId: danaId, mergedId: workId }))).toMatchObject({
      calls: 1,
      payments: 1,
      money: [{ currency: 'USD', netMinor: 300_000n }],
      emails: ['dana@work.example'],
      phones: ['+12025550199'],
    })
    await merge(connection, { survivorId: danaId, mergedId: workId, fields: { email: 'merged' } })
    expect(await standing(connection)).toEqual([asOne])
  })

  it('makes it one lead to the rules: a payment is credited to the call that is nearest, whichever of the two had it', async () => {
    const { connection, danaId, workId } = await twice()
    await tell(test, connection, purchaseOf('pi_late', 9, { email: dana.email }))
    expect((await standing(connection)).find(({ name }) => name === dana.name)?.payments).toContain('pi_late:a')
    const { id } = await merge(connection, { survivorId: danaId, mergedId: workId })
    expect((await standing(connection))[0]?.payments).toContain('pi_late:b')
    await undo(connection, id)
    expect((await standing(connection)).find(({ name }) => name === dana.name)?.payments).toContain('pi_late:a')
  })

  it('leaves a credit that a person gave, and takes its payment along', async () => {
    const { connection, danaId, workId } = await twice()
    const { admin: actor, organizationId } = connection
    const [payment] = await test.owner<
      { id: string }[]
    >`select id from payments where organization_id = ${organizationId} and purchase_ref = 'pi_b'`
    await as(test.database, actor, (tx) =>
      attributePayment({ actor, input: { paymentId: payment?.id ?? '', closerId: null, setterId: null }, tx }),
    )
    const { id } = await merge(connection, { survivorId: danaId, mergedId: workId })
    expect((await standing(connection))[0]?.payments).toEqual(['pi_a:a', 'pi_b:'])
    await undo(connection, id)
    expect((await standing(connection)).map(({ payments }) => payments)).toEqual([['pi_b:'], ['pi_a:a']])
  })

  it('sends who asks for the other lead to the one that stands, through however many merges', async () => {
    const { connection, danaId, workId } = await twice()
    await tell(test, connection, bookingOf('c', 9, { name: 'Dee', email: 'dee@example.com' }))
    const deeId = await idOf(connection, 'dee@example.com')
    await merge(connection, { survivorId: danaId, mergedId: workId })
    await merge(connection, { survivorId: deeId, mergedId: danaId })
    const survivors = await as(test.database, connection.admin, (tx) => loadSurvivors(tx, [workId, danaId, deeId]))
    expect(Object.fromEntries(survivors)).toEqual({ [workId]: deeId, [danaId]: deeId })
    expect((await standing(connection)).map(({ name, calls }) => ({ name, calls }))).toEqual([{ name: 'Dee', calls: ['a', 'b', 'c'] }])
  })

  it('is refused for a lead with itself, one who was merged already, and one of another organization', async () => {
    const { connection, danaId, workId } = await twice()
    const other = await twice()
    await expect(merge(connection, { survivorId: danaId, mergedId: danaId })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await expect(merge(connection, { survivorId: danaId, mergedId: other.workId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await merge(connection, { survivorId: danaId, mergedId: workId })
    await expect(merge(connection, { survivorId: workId, mergedId: danaId })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'D. Whitfield was merged into Dana Whitfield already.',
    })
  })

  it('of two who share a phone leaves it theirs once, and gives it to both again', async () => {
    const connection = await organize(test)
    await tell(test, connection, bookingOf('a', 5, dana), bookingOf('b', 7, { ...work, phone: dana.phone }))
    const { id } = await merge(connection, { survivorId: await idOf(connection, dana.email), mergedId: await idOf(connection, work.email) })
    expect((await standing(connection))[0]?.phones).toEqual(['+12025550143'])
    await undo(connection, id)
    expect((await standing(connection)).map(({ phones }) => phones)).toEqual([['+12025550143'], ['+12025550143']])
  })
})

describe('undoing a merge', () => {
  it('gives back exactly what moved', async () => {
    const { connection, danaId, workId } = await twice()
    const { id } = await merge(connection, {
      survivorId: danaId,
      mergedId: workId,
      fields: { name: 'merged', email: 'merged', phone: 'merged' },
    })
    await undo(connection, id)
    expect(await standing(connection)).toEqual([workAlone, danaAlone])
    await expect(undo(connection, id)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('gives what came since under an address that goes back to whom the address goes to', async () => {
    const { connection, danaId, workId } = await twice()
    const { id } = await merge(connection, { survivorId: danaId, mergedId: workId })
    await tell(test, connection, bookingOf('since', 11, work, omar), purchaseOf('pi_since', 12, { email: work.email }))
    await tell(test, connection, bookingOf('mine', 13, dana))
    expect((await standing(connection))[0]).toMatchObject({ calls: ['a', 'b', 'mine', 'since'] })
    await undo(connection, id)
    expect((await standing(connection)).map(({ calls, payments }) => ({ calls, payments }))).toEqual([
      { calls: ['b', 'since'], payments: ['pi_b:b', 'pi_since:since'] },
      { calls: ['a', 'mine'], payments: ['pi_a:a'] },
    ])
  })

  it('leaves what a person changed since: a name, and an address taken off', async () => {
    const { connection, danaId, workId } = await twice()
    const { admin: actor } = connection
    const { id } = await merge(connection, { survivorId: danaId, mergedId: workId, fields: { email: 'merged' } })
    await as(test.database, actor, (tx) => updateLead({ actor, input: { id: danaId, name: 'Dana W.' }, tx }))
    await as(test.database, actor, (tx) => removeLeadEmail({ actor, input: { leadId: danaId, email: work.email }, tx }))
    await undo(connection, id)
    expect((await standing(connection)).map(({ name, email, emails }) => ({ name, email, emails }))).toEqual([
      { name: 'D. Whitfield', email: null, emails: [] },
      { name: 'Dana W.', email: dana.email, emails: [dana.email] },
    ])
  })

  it('begins with the latest of merges that stand on each other', async () => {
    const { connection, danaId, workId } = await twice()
    await tell(
      test,
      connection,
      bookingOf('c', 9, { name: 'Dee', email: 'dee@example.com' }),
      bookingOf('d', 9, { name: 'Eve', email: 'eve@example.com' }),
    )
    const [deeId, eveId] = [await idOf(connection, 'dee@example.com'), await idOf(connection, 'eve@example.com')]
    const first = await merge(connection, { survivorId: danaId, mergedId: workId })
    const second = await merge(connection, { survivorId: danaId, mergedId: deeId })
    const third = await merge(connection, { survivorId: eveId, mergedId: danaId })
    await expect(undo(connection, first.id)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('itself merged into Eve'),
    })
    await undo(connection, third.id)
    await expect(undo(connection, first.id)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Dee was merged into the same lead'),
    })
    await undo(connection, second.id)
    await undo(connection, first.id)
    expect((await standing(connection)).slice(0, 2)).toEqual([workAlone, danaAlone])
  })
})
