import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { booking, type BookingStory, inHours, organizeBookings, tellBooking } from '../../../../test/booking-story.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { registerReactions } from '../../../app/modules.ts'
import { createCloser } from '../../roster/service/create-closer.ts'
import { updateCloser } from '../../roster/service/update-closer.ts'
import { assignEvents, type AssignEvents } from './assign-events.ts'
import type { BookingMessage } from './booking-message.ts'
import { listEvents } from './list-events.ts'
import { releaseAssignment } from './release-assignment.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const moved = booking('moved', { replacesRef: 'first', bookedAt: inHours(-0.5), scheduledAt: inHours(48), endsAt: inHours(49) })

const organize = () => organizeBookings(test)
const tell = (story: BookingStory, message: BookingMessage) => tellBooking(test, story, message)
const assign = (story: BookingStory, input: AssignEvents) =>
  as(test.database, story.admin, (tx) => assignEvents({ actor: story.admin, input, tx }))
const release = (story: BookingStory, eventId: string, roles: ('closer' | 'setter')[] = ['closer', 'setter']) =>
  as(test.database, story.admin, (tx) => releaseAssignment({ actor: story.admin, input: { eventIds: [eventId], roles }, tx }))

async function people({ organizationId }: BookingStory) {
  const rows = await test.owner`
    select e.booking_ref as ref, c.name as closer, s.name as setter from events e left join closers c on c.id = e.closer_id
    left join setters s on s.id = e.setter_id where e.organization_id = ${organizationId} order by e.booking_ref`
  return Object.fromEntries(rows.map((row) => [String(row.ref), [row.closer, row.setter]]))
}
const said = ['Priya Nair', 'Marcus Hale']

describe('a call that a person gave to somebody', () => {
  it('stays theirs whatever is told of it later, and what it is moved to is theirs too, in either order', async () => {
    for (const movedFirst of [true, false]) {
      const story = await organize()
      const id = await tell(story, booking('first'))
      if (movedFirst) await tell(story, moved)
      await assign(story, { eventIds: [id], closerId: story.ids.omar, setterId: story.ids.tessa })
      await tell(story, booking('first'))
      await tell(story, moved)
      expect(await people(story)).toEqual({ first: ['Omar Diaz', 'Tessa Roy'], moved: ['Omar Diaz', 'Tessa Roy'] })
    }
  })

  it('is its booking’s again once that is taken back, with what it was moved to', async () => {
    const story = await organize()
    const id = await tell(story, booking('first'))
    await tell(story, moved)
    await assign(story, { eventIds: [id], closerId: story.ids.omar, setterId: null })
    expect(await people(story)).toEqual({ first: ['Omar Diaz', null], moved: ['Omar Diaz', null] })
    await release(story, id, ['setter'])
    expect(await people(story)).toEqual({ first: ['Omar Diaz', 'Marcus Hale'], moved: ['Omar Diaz', 'Marcus Hale'] })
    await release(story, id)
    expect(await people(story)).toEqual({ first: said, moved: said })
    const history = await test.owner`
      select detail, by from event_history where event_id = ${id} and change = 'assigned' and detail ->> 'role' = 'closer' order by at, id`
    expect(history).toMatchObject([
      { by: 'Ada', detail: { from: 'Priya Nair', to: 'Omar Diaz' } },
      { by: 'Ada', detail: { from: 'Omar Diaz', to: 'Priya Nair', released: 'true' } },
    ])
  })

  it('leaves the call that it was moved from, and one given by hand further down, to theirs', async () => {
    const story = await organize()
    const first = await tell(story, booking('first'))
    const second = await tell(story, moved)
    await assign(story, { eventIds: [second], setterId: story.ids.tessa })
    expect(await people(story)).toEqual({ first: said, moved: ['Priya Nair', 'Tessa Roy'] })
    await assign(story, { eventIds: [first], setterId: null })
    expect(await people(story)).toEqual({ first: ['Priya Nair', null], moved: ['Priya Nair', 'Tessa Roy'] })
    await release(story, second)
    expect(await people(story)).toEqual({ first: ['Priya Nair', null], moved: ['Priya Nair', null] })
  })

  it('that was given to nobody is nobody’s, also when its host comes onto the roster', async () => {
    const story = await organize()
    const hosts = [{ email: 'new@northlight.example', name: 'New Host' }]
    const given = await tell(story, booking('given', { hosts }))
    await tell(story, booking('open', { hosts, scheduledAt: inHours(90), endsAt: inHours(91) }))
    await assign(story, { eventIds: [given], closerId: null })
    const actor = story.admin
    await as(test.database, actor, (tx) => createCloser({ actor, input: { name: 'New Host', email: 'new@northlight.example' }, tx }))
    expect(await people(story)).toMatchObject({ given: [null, 'Marcus Hale'], open: ['New Host', 'Marcus Hale'] })
  })

  it('is not another organization’s to give, nor to give to somebody of another', async () => {
    const [story, other] = [await organize(), await organize()]
    const id = await tell(story, booking('first'))
    await expect(assign(other, { eventIds: [id], closerId: other.ids.omar })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(assign(story, { eventIds: [id], closerId: other.ids.omar })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(assign(story, { eventIds: [id] })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})

describe('a closer who left', () => {
  it('leaves their coming calls to be given to others, and is given none to come', async () => {
    const story = await organize()
    const coming = await tell(story, booking('coming'))
    await tell(story, booking('past', { scheduledAt: inHours(-30), endsAt: inHours(-29), bookedAt: inHours(-90) }))
    const actor = story.admin
    await as(test.database, actor, (tx) => updateCloser({ actor, input: { id: story.ids.priya, active: false }, tx }))
    const leftBehind = () =>
      as(test.database, actor, async (tx) => {
        const page = await listEvents(tx, { ofLeftClosers: true }, { field: 'scheduled_at', direction: 'asc' }, {})
        return page.rows.map(({ bookingRef }) => bookingRef)
      })
    expect(await leftBehind()).toEqual(['coming'])
    await expect(assign(story, { eventIds: [coming], closerId: story.ids.priya })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await assign(story, { eventIds: [coming], closerId: story.ids.omar })
    expect(await leftBehind()).toEqual([])
  })
})
