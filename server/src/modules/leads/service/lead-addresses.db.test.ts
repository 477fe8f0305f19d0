import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as, type TestConnection } from '../../../../test/intake.ts'
import { bookingOf, purchaseOf } from '../../../../test/messages.ts'
import { organize, tell } from '../../../../test/told.ts'
import { registerReactions } from '../../../app/modules.ts'
import { importLeads } from '../../transfers/service/import-leads.ts'
import { addLeadEmail } from './add-lead-email.ts'
import { addLeadPhone } from './add-lead-phone.ts'
import { createLead } from './create-lead.ts'
import { removeLeadEmail } from './remove-lead-email.ts'
import { removeLeadPhone } from './remove-lead-phone.ts'
import { updateLead } from './update-lead.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const dana = { name: 'Dana Whitfield', email: 'dana@example.com', phone: '+1 202 555 0143' }

/** Dana, known by a call, and a payment by an address that nobody is known by. */
async function waiting(): Promise<{ connection: TestConnection; leadId: string }> {
  const connection = await organize(test)
  await tell(test, connection, bookingOf('a', 5, dana), purchaseOf('pi_1', 6, { email: 'billing@whitfield.example' }))
  const [lead] = await test.owner<{ id: string }[]>`select id from leads where organization_id = ${connection.organizationId}`
  expect(await creditOf(connection)).toBeNull()
  return { connection, leadId: lead?.id ?? '' }
}

/** The lead whom the one payment is credited to, if its call is. */
const creditOf = async ({ organizationId }: TestConnection): Promise<string | null> => {
  const [row] = await test.owner<{ name: string | null }[]>`
    select l.name from payments p left join events e on e.id = p.event_id left join leads l on l.id = e.lead_id
    where p.organization_id = ${organizationId} and p.purchase_ref = 'pi_1'`
  return row?.name ?? null
}

const leadNow = async ({ organizationId }: TestConnection) => {
  const [row] = await test.owner<{ email: string | null; phone: string | null; emails: string[]; phones: string[] }[]>`
    select l.email, l.phone, array(select email from lead_emails e where e.lead_id = l.id order by created_at, id) as emails,
      array(select phone from lead_phones e where e.lead_id = l.id order by created_at, id) as phones
    from leads l where l.organization_id = ${organizationId} order by l.created_at, l.id limit 1`
  return row
}

describe('an address that a lead learns', () => {
  it('from a person credits the payments that waited for it, and taken off again leaves them to the rules', async () => {
    const { connection, leadId } = await waiting()
    const { admin: actor } = connection
    const input = { leadId, email: ' Billing@Whitfield.example ' }
    await as(test.database, actor, (tx) => addLeadEmail({ actor, input, tx }))
    expect(await creditOf(connection)).toBe('Dana Whitfield')
    await as(test.database, actor, (tx) => removeLeadEmail({ actor, input, tx }))
    expect(await creditOf(connection)).toBeNull()
    await expect(as(test.database, actor, (tx) => removeLeadEmail({ actor, input, tx }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('from an import credits the payments that waited for it', async () => {
    const { connection } = await waiting()
    const { admin: actor } = connection
    const rows = [{ name: 'dana whitfield', email: 'billing@whitfield.example', phone: '(202) 555-0143' }]
    await as(test.database, actor, (tx) => importLeads({ actor, input: { fileName: 'leads.csv', rows }, tx }))
    expect(await creditOf(connection)).toBe('Dana Whitfield')
    expect(await leadNow(connection)).toMatchObject({ emails: ['dana@example.com', 'billing@whitfield.example'] })
  })

  it('that is another lead’s is refused, naming them, for a merge', async () => {
    const { connection, leadId } = await waiting()
    const { admin: actor } = connection
    const made = await as(test.database, actor, (tx) => createLead({ actor, input: { name: 'Ivy Chen', email: 'ivy@example.com' }, tx }))
    const refused = { code: 'CONFLICT', message: expect.stringContaining('Ivy Chen'), details: { leadId: made.id } }
    await expect(
      as(test.database, actor, (tx) => addLeadEmail({ actor, input: { leadId, email: 'ivy@example.com' }, tx })),
    ).rejects.toMatchObject(refused)
    await expect(
      as(test.database, actor, (tx) => createLead({ actor, input: { name: 'Ivy', email: 'IVY@example.com' }, tx })),
    ).rejects.toMatchObject(refused)
  })
})

describe('a phone number that a lead learns', () => {
  it('is read in the country of their time zone, and credits what waited for it', async () => {
    const connection = await organize(test)
    const { admin: actor } = connection
    await tell(test, connection, bookingOf('a', 5, { ...dana, timeZone: 'Europe/London' }))
    await tell(test, connection, purchaseOf('pi_1', 6, { phone: '+442079460958' }))
    const [lead] = await test.owner<{ id: string }[]>`select id from leads where organization_id = ${connection.organizationId}`
    const leadId = lead?.id ?? ''
    await as(test.database, actor, (tx) => addLeadPhone({ actor, input: { leadId, phone: '020 7946 0958' }, tx }))
    expect(await leadNow(connection)).toMatchObject({ phones: ['+12025550143', '+442079460958'] })
    expect(await creditOf(connection)).toBe('Dana Whitfield')
    await as(test.database, actor, (tx) => removeLeadPhone({ actor, input: { leadId, phone: '+442079460958' }, tx }))
    expect(await creditOf(connection)).toBeNull()
  })

  it('and shares with another tells of neither any more', async () => {
    const connection = await organize(test)
    const { admin: actor } = connection
    await tell(test, connection, bookingOf('a', 5, dana), purchaseOf('pi_1', 6, { phone: dana.phone }))
    expect(await creditOf(connection)).toBe('Dana Whitfield')
    const made = await as(test.database, actor, (tx) => createLead({ actor, input: { name: 'Omar', phone: '202 555 0177' }, tx }))
    await as(test.database, actor, (tx) => addLeadPhone({ actor, input: { leadId: made.id, phone: dana.phone }, tx }))
    expect(await creditOf(connection)).toBeNull()
  })

  it('on a booking of another country is read there, without anybody saying so', async () => {
    const connection = await organize(test)
    await tell(test, connection, bookingOf('a', 5, { name: 'Léa', phone: '06 12 34 56 78', timeZone: 'Europe/Paris' }))
    expect(await leadNow(connection)).toMatchObject({ phone: '+33612345678' })
  })

  it('that is none is refused', async () => {
    const { connection, leadId } = await waiting()
    const { admin: actor } = connection
    await expect(
      as(test.database, actor, (tx) => addLeadPhone({ actor, input: { leadId, phone: '020 7946 0958' }, tx })),
    ).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { fields: [{ path: 'phone' }] },
    })
  })
})

describe('what a lead goes by', () => {
  it('is one of their addresses, and the oldest of the others where that is taken off', async () => {
    const { connection, leadId } = await waiting()
    const { admin: actor } = connection
    const set = (email: string) =>
      as(test.database, actor, (tx) => updateLead({ actor, input: { id: leadId, email, name: 'Dana W.' }, tx }))
    await expect(set('billing@whitfield.example')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await as(test.database, actor, (tx) => addLeadEmail({ actor, input: { leadId, email: 'billing@whitfield.example' }, tx }))
    await set('billing@whitfield.example')
    expect(await leadNow(connection)).toMatchObject({ email: 'billing@whitfield.example' })
    await as(test.database, actor, (tx) => removeLeadEmail({ actor, input: { leadId, email: 'billing@whitfield.example' }, tx }))
    expect(await leadNow(connection)).toMatchObject({ email: 'dana@example.com', emails: ['dana@example.com'] })
  })
})
