import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../../../test/intake.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { findOrCreateLead } from './find-or-create-lead.ts'
import { matchCustomer } from './match-customer.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())

const admin = async (): Promise<Actor> => adminOf(await makeOrganization(test))

const book = (actor: Actor, name: string, told: { email?: string; phone?: string }): Promise<string> =>
  as(test.database, actor, async (tx) => {
    const { id } = await findOrCreateLead(tx, { name, email: told.email ?? null, phone: told.phone ?? null, timeZone: null })
    return id
  })

const match = (actor: Actor, told: { email?: string; phone?: string }) =>
  as(test.database, actor, (tx) => matchCustomer(tx, { email: told.email ?? null, phone: told.phone ?? null }))

describe('a paying customer', () => {
  it('is the lead with their e-mail address, letter case and spaces aside', async () => {
    const actor = await admin()
    const dana = await book(actor, 'Dana Whitfield', { email: 'Dana@Example.com' })
    expect(await match(actor, { email: ' DANA@example.COM ' })).toEqual({
      leadId: dana,
      leadName: 'Dana Whitfield',
      by: 'email',
      value: 'dana@example.com',
    })
  })

  it('is the lead with an address that they used another time', async () => {
    const actor = await admin()
    const dana = await book(actor, 'Dana Whitfield', { email: 'dana@example.com', phone: '+1 202 555 0143' })
    expect(await book(actor, 'dana whitfield', { email: 'dana@work.example', phone: '(202) 555-0143' })).toBe(dana)
    expect(await match(actor, { email: 'dana@work.example' })).toMatchObject({ leadId: dana, by: 'alternate_email' })
  })

  it('is by their address even where their phone is another lead’s', async () => {
    const actor = await admin()
    const dana = await book(actor, 'Dana Whitfield', { email: 'dana@example.com' })
    await book(actor, 'Ivy Chen', { email: 'ivy@example.com', phone: '+12025550143' })
    expect(await match(actor, { email: 'dana@example.com', phone: '+12025550143' })).toMatchObject({ leadId: dana, by: 'email' })
  })

  it('is the only lead with their phone, where nobody has the address', async () => {
    const actor = await admin()
    const dana = await book(actor, 'Dana Whitfield', { email: 'dana@example.com', phone: '+12025550143' })
    expect(await match(actor, { email: 'unknown@example.com', phone: '202-555-0143' })).toEqual({
      leadId: dana,
      leadName: 'Dana Whitfield',
      by: 'phone',
      value: '+12025550143',
    })
  })

  it('is nobody by a phone that two leads share', async () => {
    const actor = await admin()
    await book(actor, 'Dana Whitfield', { email: 'dana@example.com', phone: '+12025550143' })
    await book(actor, 'Omar Whitfield', { email: 'omar@example.com', phone: '+12025550143' })
    expect(await match(actor, { phone: '+12025550143' })).toBeNull()
  })

  it('is nobody by an address or a phone that is none', async () => {
    const actor = await admin()
    await book(actor, 'No Address', {})
    expect(await match(actor, {})).toBeNull()
    expect(await match(actor, { email: 'not an address', phone: '123' })).toBeNull()
    expect(await match(actor, { email: '', phone: '' })).toBeNull()
  })

  it('is never another organization’s lead', async () => {
    const [mine, theirs] = [await admin(), await admin()]
    await book(theirs, 'Dana Whitfield', { email: 'dana@example.com', phone: '+12025550143' })
    expect(await match(mine, { email: 'dana@example.com', phone: '+12025550143' })).toBeNull()
  })
})

describe('the lead of a booking', () => {
  it('is one and the same for one address, whatever name is given', async () => {
    const actor = await admin()
    const dana = await book(actor, 'Dana Whitfield', { email: 'dana@example.com' })
    expect(await book(actor, 'D. W.', { email: 'DANA@example.com' })).toBe(dana)
  })

  it('is another where only the phone is the same: people share phones', async () => {
    const actor = await admin()
    const dana = await book(actor, 'Dana Whitfield', { email: 'dana@example.com', phone: '+12025550143' })
    expect(await book(actor, 'Omar Whitfield', { email: 'omar@example.com', phone: '+12025550143' })).not.toBe(dana)
  })

  it('is the one with that phone where the booking gives no address', async () => {
    const actor = await admin()
    const dana = await book(actor, 'Dana Whitfield', { email: 'dana@example.com', phone: '+12025550143' })
    expect(await book(actor, 'Somebody', { phone: '2025550143' })).toBe(dana)
  })

  it('is a new one each time where neither address nor phone is given', async () => {
    const actor = await admin()
    expect(await book(actor, 'Unknown', {})).not.toBe(await book(actor, 'Unknown', {}))
  })
})
