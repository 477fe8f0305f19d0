import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { booking, type BookingStory, inHours, organizeBookings, tellBooking } from '../../../../test/booking-story.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import type { Tx } from '../../../database/tx.ts'
import { registerReactions } from '../../../app/modules.ts'
import { addAlias } from '../../roster/service/index.ts'
import { updateSetter } from '../../roster/service/update-setter.ts'
import { assignEvents } from './assign-events.ts'
import { countRemapped, previewMapping } from './preview-mapping.ts'
import { reapplyMapping } from './reapply-mapping.ts'
import { releaseAssignment } from './release-assignment.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const inside = <Result>(story: BookingStory, work: (tx: Tx) => Promise<Result>) => as(test.database, story.admin, work)

const byContent = { setterFrom: [{ kind: 'utm' as const, parameter: 'content' as const }], sourceFrom: [], trafficTypeFrom: [] }
const naming = (content: string) => ({ source: null, medium: null, campaign: null, content, term: null })

/** Marcus leaves. A call that is booked in an hour is booked after that. */
const leave = (story: BookingStory) =>
  inside(story, (tx) => updateSetter({ actor: story.admin, input: { id: story.ids.marcus, active: false }, tx }))

async function setters({ organizationId }: BookingStory) {
  const rows = await test.owner<{ ref: string; setter: string | null }[]>`
    select e.booking_ref as ref, s.name as setter from events e left join setters s on s.id = e.setter_id
    where e.organization_id = ${organizationId} order by e.booking_ref`
  return Object.fromEntries(rows.map(({ ref, setter }) => [ref, setter]))
}

const before = booking('before', { bookedAt: inHours(-300) })
const after = booking('after', { bookedAt: inHours(1), scheduledAt: inHours(60), endsAt: inHours(61) })

describe('a setter who left', () => {
  it('has the calls that were booked before that, and no other, whether they became known before or after', async () => {
    for (const order of [
      [before, 'leaves', after],
      ['leaves', before, after],
      ['leaves', after, before],
    ] as const) {
      const story = await organizeBookings(test)
      for (const step of order) await (step === 'leaves' ? leave(story) : tellBooking(test, story, step))
      expect(await setters(story)).toEqual({ before: 'Marcus Hale', after: null })
    }
  })

  it('keeps them when the mapping is applied to the past, which changes nothing where it is the same', async () => {
    const story = await organizeBookings(test)
    await tellBooking(test, story, before)
    await leave(story)
    await tellBooking(test, story, after)
    const [previewed, reach] = await inside(story, async (tx) => [
      (await previewMapping(tx, story.id, byContent)).map(({ setterId }) => setterId),
      await countRemapped(tx, story.id, byContent),
    ])
    expect([previewed, reach]).toEqual([[null, story.ids.marcus], 0])
    expect(await inside(story, (tx) => reapplyMapping({ actor: story.admin, input: { connectionId: story.id }, tx }))).toEqual({
      changed: 0,
      moreLeft: false,
    })
    expect(await setters(story)).toEqual({ before: 'Marcus Hale', after: null })
  })

  it('has those that a changed mapping finds to be theirs, as far as they were booked before', async () => {
    const story = await organizeBookings(test)
    const said = { tracking: { ...naming(''), term: 'Marcus Hale' } }
    await tellBooking(test, story, { ...before, ...said })
    await tellBooking(test, story, { ...after, ...said })
    await leave(story)
    expect(await setters(story)).toEqual({ before: null, after: null })
    const byTerm = { ...byContent, setterFrom: [{ kind: 'utm', parameter: 'term' }] }
    await test.owner`update connections set mapping = ${test.owner.json(byTerm)} where id = ${story.id}`
    await inside(story, (tx) => reapplyMapping({ actor: story.admin, input: { connectionId: story.id }, tx }))
    expect(await setters(story)).toEqual({ before: 'Marcus Hale', after: null })
  })

  it('has a call back that was given to another, with what it was moved to, once that is taken back', async () => {
    const story = await organizeBookings(test)
    const eventId = await tellBooking(test, story, before)
    await leave(story)
    await tellBooking(test, story, { ...after, replacesRef: 'before' })
    const input = { eventIds: [eventId] }
    await inside(story, (tx) => assignEvents({ actor: story.admin, input: { ...input, setterId: story.ids.tessa }, tx }))
    expect(await setters(story)).toEqual({ before: 'Tessa Roy', after: 'Tessa Roy' })
    await inside(story, (tx) => releaseAssignment({ actor: story.admin, input: { ...input, roles: ['setter'] }, tx }))
    expect(await setters(story)).toEqual({ before: 'Marcus Hale', after: 'Marcus Hale' })
  })

  it('has by a name that is said to be theirs what was booked under it before, and all of it once they are back', async () => {
    const story = await organizeBookings(test)
    const nick = { tracking: naming('@marc') }
    await tellBooking(test, story, { ...before, ...nick })
    await tellBooking(test, story, { ...after, ...nick })
    await leave(story)
    await inside(story, (tx) => addAlias(tx, 'setter', story.ids.marcus, '@marc'))
    expect(await setters(story)).toEqual({ before: 'Marcus Hale', after: null })
    await inside(story, (tx) => updateSetter({ actor: story.admin, input: { id: story.ids.marcus, active: true }, tx }))
    expect(await setters(story)).toEqual({ before: 'Marcus Hale', after: 'Marcus Hale' })
  })
})
