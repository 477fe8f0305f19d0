import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as, makeConnection, makeOrganization } from '../../../../test/intake.ts'
import { bookingOf, inviteeRef } from '../../../../test/messages.ts'
import { registerReactions } from '../../../app/modules.ts'
import { countEvents, listEvents } from './list-events.ts'
import { recordBooking } from './record-booking.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

it('the bookings of a tool are those that came by any of its connections, and no other tool’s', async () => {
  const organizationId = await makeOrganization(test)
  const tools = ['calendly', 'calendly', 'acuity', 'custom'] as const
  for (const [nth, provider] of tools.entries()) {
    const { id: connectionId, admin: actor } = await makeConnection(test, { provider, organizationId })
    const message = bookingOf(`${provider}-${nth}`, nth + 5, { name: 'Dana Whitfield', email: 'dana@example.com' })
    await as(test.database, actor, (tx) => recordBooking({ actor, input: { message, connectionId }, tx }))
  }
  const { admin } = await makeConnection(test, { organizationId })
  const bookedWith = (...providers: string[]) =>
    as(test.database, admin, async (tx) => {
      const { rows } = await listEvents(tx, { providers }, { field: 'scheduled_at', direction: 'asc' }, {})
      expect(await countEvents(tx, { providers })).toBe(rows.length)
      return rows.map(({ bookingRef }) => bookingRef)
    })
  expect(await bookedWith('calendly')).toEqual(['calendly-0', 'calendly-1'].map(inviteeRef))
  expect(await bookedWith('acuity')).toEqual([inviteeRef('acuity-2')])
  expect(await bookedWith('acuity', 'custom')).toEqual(['acuity-2', 'custom-3'].map(inviteeRef))
  expect(await bookedWith('stripe')).toEqual([])
})
