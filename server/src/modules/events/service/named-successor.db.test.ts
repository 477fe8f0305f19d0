import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { booking, type BookingStory, inHours, organizeBookings, tellBooking } from '../../../../test/booking-story.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { shuffled } from '../../../../test/shuffled.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { BookingMessage } from './booking-message.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

/** A call that was moved twice: each booking names the next one, and none names the one before. */
const moved = (ref: string, hours: number, change: Partial<BookingMessage> = {}) =>
  booking(ref, { bookedAt: inHours(hours - 200), scheduledAt: inHours(hours), endsAt: inHours(hours + 1), ...change })
const byTessa = { source: null, medium: null, campaign: null, content: 'Tessa Roy', term: null }
const messages = [
  moved('first', 24),
  moved('first', 24, { replaced: true, replacedByRef: 'second' }),
  moved('second', 48, { tracking: byTessa }),
  moved('second', 48, { tracking: byTessa, replaced: true, replacedByRef: 'third' }),
  moved('third', 72, { tracking: byTessa }),
]

const chain = ({ organizationId }: BookingStory) => test.owner`
  select e.booking_ref as ref, f.booking_ref as from, s.name as setter, e.status, e.replaced from events e
  left join events f on f.organization_id = e.organization_id and f.id = e.rescheduled_from_id
  left join setters s on s.organization_id = e.organization_id and s.id = e.setter_id
  where e.organization_id = ${organizationId} order by e.scheduled_at`

describe('a booking that only its predecessor names', () => {
  it.each(Array.from({ length: 10 }, (_, seed) => seed))('is what that was moved to, whichever comes first (%i)', async (seed) => {
    const story = await organizeBookings(test)
    for (const message of shuffled([...messages, ...messages.slice(0, 2)], seed)) await tellBooking(test, story, message)
    expect(await chain(story)).toEqual([
      { ref: 'first', from: null, setter: 'Marcus Hale', status: 'rescheduled', replaced: true },
      { ref: 'second', from: 'first', setter: 'Marcus Hale', status: 'rescheduled', replaced: true },
      { ref: 'third', from: 'second', setter: 'Marcus Hale', status: 'scheduled', replaced: false },
    ])
  })

  it('is that too where nothing more is told of either', async () => {
    for (const order of [
      [1, 4],
      [4, 1],
    ]) {
      const story = await organizeBookings(test)
      const told = [...messages.slice(0, 1), moved('first', 24, { replaced: true, replacedByRef: 'third' }), ...messages.slice(2)]
      for (const index of order) await tellBooking(test, story, told[index] ?? moved('none', 1))
      expect(await chain(story)).toMatchObject([
        { ref: 'first', from: null },
        { ref: 'third', from: 'first', setter: 'Marcus Hale' },
      ])
    }
  })

  it('that is said to replace another only once it is known waits for that one as well', async () => {
    const story = await organizeBookings(test)
    const [first = moved('none', 1), , , , third = moved('none', 1)] = messages
    for (const message of [third, { ...third, replacesRef: 'first' }, first]) await tellBooking(test, story, message)
    expect(await chain(story)).toMatchObject([
      { ref: 'first', from: null, replaced: true },
      { ref: 'third', from: 'first', setter: 'Marcus Hale' },
    ])
  })

  it('of another organization is none of its', async () => {
    const [one, other] = [await organizeBookings(test), await organizeBookings(test)]
    await tellBooking(test, one, messages[1] ?? moved('none', 1))
    await tellBooking(test, other, messages[2] ?? moved('none', 1))
    expect(await chain(other)).toMatchObject([{ ref: 'second', from: null }])
  })
})
