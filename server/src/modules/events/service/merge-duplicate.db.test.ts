import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { booking, type BookingStory, inHours, organizeBookings, tellBooking } from '../../../../test/booking-story.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { registerReactions } from '../../../app/modules.ts'
import { listEvents } from './list-events.ts'
import { keepEventsApart, undoKeepEventsApart } from './keep-events-apart.ts'
import { likelyDuplicateEvents } from './likely-duplicate-events.ts'
import { mergeDuplicate } from './merge-duplicate.ts'
import { unmergeDuplicate } from './unmerge-duplicate.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const run = async (story: BookingStory, verb: typeof mergeDuplicate, input: { keptId: string; copyId: string }) =>
  as(test.database, story.admin, (tx) => verb({ actor: story.admin, input, tx }))
const merge = (story: BookingStory, keptId: string, copyId: string) => run(story, mergeDuplicate, { keptId, copyId })
const unmerge = (story: BookingStory, copyId: string) =>
  as(test.database, story.admin, (tx) => unmergeDuplicate({ actor: story.admin, input: { copyId }, tx }))
const pairs = (story: BookingStory) =>
  as(test.database, story.admin, async (tx) =>
    (await likelyDuplicateEvents(tx, { first: 50, eventId: null })).map(({ oneId, otherId, likeness }) => [likeness, oneId, otherId]),
  )
const refsOf = (story: BookingStory, copies?: boolean) =>
  as(test.database, story.admin, async (tx) => {
    const page = await listEvents(tx, { copies }, { field: 'booked_at', direction: 'asc' }, {})
    return page.rows.map(({ bookingRef }) => bookingRef)
  })
const file = (story: BookingStory, eventId: string) =>
  test.owner`insert into post_call_forms (organization_id, id, event_id, call_occurred, lead_showed, offer_made, deal_closed, version, submitted_at,
    submitted_by, submitted_by_name) values (${story.organizationId}, gen_random_uuid(), ${eventId}, true, true, true, false, 1, now(), 'user:x', 'Ada')`

/** One call that was booked twice, the second time half an hour later for the same hour. */
async function bookedTwice(change: Parameters<typeof booking>[1] = {}) {
  const story = await organizeBookings(test)
  const one = await tellBooking(test, story, booking('one'))
  const other = await tellBooking(
    test,
    story,
    booking('other', { bookedAt: inHours(-0.5), scheduledAt: inHours(24.5), endsAt: inHours(25.5), ...change }),
  )
  return { story, one, other }
}

describe('two calls', () => {
  it('are listed where they overlap or are near, of one lead or of two who share an address, and not where one stands no more', async () => {
    const { story, one, other } = await bookedTwice()
    expect(await pairs(story)).toEqual([['lead', one, other]])
    const near = await bookedTwice({ scheduledAt: inHours(26.9), endsAt: null })
    expect(await pairs(near.story)).toHaveLength(1)
    const far = await bookedTwice({ scheduledAt: inHours(27.1), endsAt: null })
    expect(await pairs(far.story)).toEqual([])
    const canceled = await bookedTwice({ cancellation: { at: inHours(0), by: null, byKind: null, reason: null } })
    expect(await pairs(canceled.story)).toEqual([])
    const moved = await bookedTwice({ replacesRef: 'one' })
    expect(await pairs(moved.story)).toEqual([])
    const elsewhere = await bookedTwice({ lead: { name: 'D. Whitfield', email: 'dw@example.com', phone: null, timeZone: null } })
    expect(await pairs(elsewhere.story)).toEqual([])
    const { organizationId } = elsewhere.story
    await test.owner`insert into lead_phones (organization_id, id, lead_id, phone)
      select ${organizationId}, gen_random_uuid(), lead_id, '+12025550123' from events where organization_id = ${organizationId}`
    expect(await pairs(elsewhere.story)).toEqual([['phone', elsewhere.one, elsewhere.other]])
  })

  it('are listed no more once somebody says that they are two, and again once that is taken back', async () => {
    const { story, one, other } = await bookedTwice()
    const apart = (verb: typeof keepEventsApart, oneId: string, otherId: string) =>
      as(test.database, story.admin, (tx) => verb({ actor: story.admin, input: { oneId, otherId }, tx }))
    await apart(keepEventsApart, one, other)
    await apart(keepEventsApart, other, one)
    expect(await pairs(story)).toEqual([])
    await apart(undoKeepEventsApart, other, one)
    expect(await pairs(story)).toHaveLength(1)
  })
})

describe('a copy of a call', () => {
  it('is in no list but its own, follows its booking tool, and counts again once that is taken back', async () => {
    const { story, one, other } = await bookedTwice()
    await merge(story, one, other)
    await merge(story, one, other)
    expect([await refsOf(story), await refsOf(story, true), await pairs(story)]).toEqual([['one'], ['other'], []])
    await tellBooking(test, story, booking('other', { cancellation: { at: inHours(0), by: 'Dana', byKind: 'invitee', reason: 'Twice' } }))
    const [copy] = await test.owner`select status, duplicate_of_id from events where id = ${other}`
    expect(copy).toEqual({ status: 'canceled', duplicate_of_id: one })
    await unmerge(story, other)
    expect(await refsOf(story)).toEqual(['one', 'other'])
    const history =
      await test.owner`select change, by from event_history where event_id = ${other} and change like '%merged' order by at, id`
    expect(history).toMatchObject([
      { change: 'merged', by: 'Ada' },
      { change: 'unmerged', by: 'Ada' },
    ])
    await expect(unmerge(story, other)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('has no form: the one that has is kept', async () => {
    const { story, one, other } = await bookedTwice()
    await file(story, other)
    await expect(merge(story, one, other)).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Keep that one') })
    await merge(story, other, one)
    expect(await refsOf(story)).toEqual(['other'])
  })

  it('is of the same lead, is no copy of a copy, and not of another organization', async () => {
    const { story, one, other } = await bookedTwice()
    const third = await tellBooking(
      test,
      story,
      booking('third', { lead: { name: 'Sam', email: 'sam@example.com', phone: null, timeZone: null } }),
    )
    await expect(merge(story, one, third)).rejects.toMatchObject({ code: 'CONFLICT' })
    await merge(story, one, other)
    await expect(merge(story, other, one)).rejects.toMatchObject({ code: 'CONFLICT' })
    const { story: rival } = await bookedTwice()
    await expect(merge(rival, one, other)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
