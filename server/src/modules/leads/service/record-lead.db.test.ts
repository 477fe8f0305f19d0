import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as, makeConnection, type TestConnection } from '../../../../test/intake.ts'
import { purchaseOf } from '../../../../test/messages.ts'
import { shuffled } from '../../../../test/shuffled.ts'
import { registerReactions } from '../../../app/modules.ts'
import { recordPaymentMessage } from '../../payments/service/index.ts'
import { createSource } from '../../roster/service/create-source.ts'
import { type LeadMessage, recordLead } from './record-lead.ts'

let test: TestDatabase

beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const contact = (change: Partial<Omit<LeadMessage, 'lead'>> & { lead?: Partial<LeadMessage['lead']> } = {}): LeadMessage => ({
  kind: 'lead',
  ref: '1830000001',
  saidAt: new Date('2026-10-02T18:00:00Z'),
  sourceName: null,
  trafficTypeName: null,
  ...change,
  lead: { name: 'Dana', email: null, phone: null, timeZone: null, ...change.lead },
})

const tell = async (connection: TestConnection, message: LeadMessage) =>
  as(test.database, connection.admin, (tx) => recordLead({ actor: connection.admin, input: { message, connectionId: connection.id }, tx }))

const leadsOf = ({ organizationId }: TestConnection) =>
  test.owner`select l.name, l.email, l.phone, l.source_name, l.source_id is not null as resolved,
      (select array_agg(e.email order by e.email) from lead_emails e where e.lead_id = l.id) as emails
    from leads l where l.organization_id = ${organizationId} order by l.created_at`

describe('a contact of an automation', () => {
  it('is one lead, also before anything but its id is known; addresses are learned as they come', async () => {
    const connection = await makeConnection(test, { provider: 'manychat' })
    expect((await tell(connection, contact())).summary).toBe('New lead: Dana')
    expect((await tell(connection, contact())).summary).toBe('Known lead: Dana')
    expect((await tell(connection, contact({ lead: { email: 'Dana@Example.com' } }))).summary).toBe('More about the lead: Dana')
    await tell(connection, contact({ lead: { phone: '+12025550143' } }))
    expect(await leadsOf(connection)).toEqual([
      expect.objectContaining({ email: 'dana@example.com', phone: '+12025550143', emails: ['dana@example.com'] }),
    ])
  })

  it('goes by an address from when one is known, also where another contact with the same number brought it', async () => {
    const connection = await makeConnection(test, { provider: 'manychat' })
    const first = await tell(connection, contact({ lead: { phone: '+12025550143' } }))
    const other = await tell(connection, contact({ ref: '2', lead: { phone: '(202) 555-0143', email: 'dana@example.com' } }))
    expect(other).toEqual({ leadId: first.leadId, summary: 'More about the lead: Dana' })
    expect(await leadsOf(connection)).toMatchObject([{ email: 'dana@example.com', phone: '+12025550143', emails: ['dana@example.com'] }])
  })

  it('is whose a payment was that only named their number, once they are known by it', async () => {
    const connection = await makeConnection(test, { provider: 'manychat' })
    const { id: connectionId } = await makeConnection(test, { provider: 'stripe', organizationId: connection.organizationId })
    const { admin: actor } = connection
    const message = purchaseOf('pi_1', 9, { email: 'somebody@else.example', phone: '+12025550143' })
    await as(test.database, actor, (tx) => recordPaymentMessage({ actor, input: { message, connectionId }, tx }))
    const { leadId } = await tell(connection, contact({ lead: { email: 'dana@example.com' } }))
    await tell(connection, contact({ ref: '2', lead: { email: 'dana@example.com', phone: '+12025550143' } }))
    expect(await test.owner`select lead_id from payments where organization_id = ${connection.organizationId}`).toEqual([
      { lead_id: leadId },
    ])
  })

  it('is somebody whom we know, by e-mail; another contact without one is somebody else', async () => {
    const connection = await makeConnection(test, { provider: 'manychat' })
    const first = await tell(connection, contact({ lead: { email: 'dana@example.com' } }))
    const other = await tell(connection, contact({ ref: '2' }))
    expect(other.leadId).not.toBe(first.leadId)
    // Now we hear that it is the same person after all: from here on the contact is that lead.
    expect((await tell(connection, contact({ ref: '2', lead: { email: 'dana@example.com' } }))).leadId).toBe(first.leadId)
    expect((await tell(connection, contact({ ref: '2' }))).leadId).toBe(first.leadId)
  })

  it('of another connection with the same id is another', async () => {
    const connection = await makeConnection(test, { provider: 'manychat' })
    const second = await makeConnection(test, { provider: 'manychat', organizationId: connection.organizationId })
    expect((await tell(connection, contact())).leadId).not.toBe((await tell(second, contact())).leadId)
  })

  it('that was merged into another lead is that lead', async () => {
    const connection = await makeConnection(test, { provider: 'manychat' })
    const merged = await tell(connection, contact())
    const kept = await tell(connection, contact({ ref: '2', lead: { email: 'kept@example.com' } }))
    await test.owner`update leads set merged_into_id = ${kept.leadId} where id = ${merged.leadId}`
    expect((await tell(connection, contact())).leadId).toBe(kept.leadId)
  })

  it('comes from where it was first said to, in whatever order it was heard', async () => {
    const messages = [
      contact({ sourceName: 'YouTube', saidAt: new Date('2026-10-02T18:00:00Z') }),
      contact({ sourceName: 'Newsletter', saidAt: new Date('2026-10-03T18:00:00Z') }),
      contact({ sourceName: 'Webinar', saidAt: new Date('2026-10-04T18:00:00Z'), lead: { email: 'dana@example.com' } }),
      contact({ saidAt: new Date('2026-10-01T18:00:00Z') }),
    ]
    for (let seed = 1; seed <= 6; seed += 1) {
      const connection = await makeConnection(test, { provider: 'manychat' })
      await as(test.database, connection.admin, (tx) => createSource({ actor: connection.admin, input: { name: 'youtube' }, tx }))
      for (const message of shuffled(messages, seed)) await tell(connection, message)
      expect(await leadsOf(connection)).toEqual([
        expect.objectContaining({ source_name: 'YouTube', resolved: true, email: 'dana@example.com' }),
      ])
    }
  })

  it('came from a source that was made known only later', async () => {
    const connection = await makeConnection(test, { provider: 'manychat' })
    await tell(connection, contact({ sourceName: 'You Tube' }))
    expect(await leadsOf(connection)).toEqual([expect.objectContaining({ source_name: 'You Tube', resolved: false })])
    await as(test.database, connection.admin, (tx) => createSource({ actor: connection.admin, input: { name: 'you-tube' }, tx }))
    expect(await leadsOf(connection)).toEqual([expect.objectContaining({ source_name: 'You Tube', resolved: true })])
  })

  it('is made once, when told of several times at the same moment', async () => {
    const connection = await makeConnection(test, { provider: 'manychat' })
    const told = await Promise.all(
      Array.from({ length: 8 }, (_, n) => tell(connection, contact(n % 2 ? { lead: { email: 'dana@example.com' } } : {}))),
    )
    expect(new Set(told.map(({ leadId }) => leadId)).size).toBe(1)
  })
})
