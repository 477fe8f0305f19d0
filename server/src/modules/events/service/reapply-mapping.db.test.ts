import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { booking, type BookingStory, inHours, organizeBookings, tellBooking } from '../../../../test/booking-story.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { registerReactions } from '../../../app/modules.ts'
import { createSource } from '../../roster/service/create-source.ts'
import { createTrafficType } from '../../roster/service/create-traffic-type.ts'
import { assignEvents } from './assign-events.ts'
import { countRemapped, previewMapping } from './preview-mapping.ts'
import { reapplyMapping } from './reapply-mapping.ts'
import { resolveName, type ResolveName } from './resolve-name.ts'
import { unresolvedNames } from './unresolved-names.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const byQuestion = {
  setterFrom: [{ kind: 'question' as const, question: 'Who booked you?' }],
  sourceFrom: [{ kind: 'utm' as const, parameter: 'campaign' as const }],
  trafficTypeFrom: [],
}
const answers = [{ question: 'Who booked you?', answer: 'tessa roy' }]
const tracking = { source: 'YT', medium: 'cpc', campaign: 'Spring', content: 'Marcus Hale', term: null }

const inside = <Result>(story: BookingStory, work: (tx: Parameters<Parameters<typeof as>[2]>[0]) => Promise<Result>) =>
  as(test.database, story.admin, work)

async function seen({ organizationId }: BookingStory) {
  const rows = await test.owner`
    select e.booking_ref as ref, s.name as setter, e.source_name as source, o.name as known, t.name as traffic from events e
    left join setters s on s.id = e.setter_id left join sources o on o.id = e.source_id left join traffic_types t on t.id = e.traffic_type_id
    where e.organization_id = ${organizationId} order by e.booking_ref`
  return Object.fromEntries(rows.map(({ ref, ...row }) => [String(ref), { ...row }]))
}

describe('a mapping', () => {
  it('is tried on the latest bookings as they were stored, and on what of the past it would change, without changing it', async () => {
    const story = await organizeBookings(test)
    await tellBooking(test, story, booking('one', { tracking, answers }))
    await tellBooking(test, story, booking('moved', { replacesRef: 'one', scheduledAt: inHours(60), endsAt: inHours(61) }))
    const before = await seen(story)
    const [preview, reach, same] = await inside(story, async (tx) => [
      await previewMapping(tx, story.id, byQuestion),
      await countRemapped(tx, story.id, byQuestion),
      (await previewMapping(tx, story.id, { ...byQuestion, setterFrom: [] })).map(({ setterName }) => setterName),
    ])
    expect(preview).toMatchObject([
      {
        leadName: 'Dana Whitfield',
        setterName: 'tessa roy',
        setterId: story.ids.tessa,
        sourceName: 'Spring',
        sourceId: null,
        trafficTypeKnown: false,
      },
    ])
    expect([reach, same]).toEqual([1, [null]])
    expect(await seen(story)).toEqual(before)
  })

  it('that was changed is applied to the past on demand: to whole chains, and not to what a person said', async () => {
    const story = await organizeBookings(test)
    const one = await tellBooking(test, story, booking('one', { tracking, answers }))
    await tellBooking(test, story, booking('moved', { replacesRef: 'one', scheduledAt: inHours(60), endsAt: inHours(61) }))
    const hand = await tellBooking(test, story, booking('hand', { tracking, answers, scheduledAt: inHours(90), endsAt: inHours(91) }))
    const actor = story.admin
    await inside(story, (tx) => assignEvents({ actor, input: { eventIds: [hand], setterId: story.ids.marcus }, tx }))
    await test.owner`update connections set mapping = ${test.owner.json(byQuestion)} where id = ${story.id}`
    const apply = () => inside(story, (tx) => reapplyMapping({ actor, input: { connectionId: story.id }, tx }))
    expect(await apply()).toEqual({ changed: 3, moreLeft: false })
    expect(await seen(story)).toMatchObject({
      one: { setter: 'Tessa Roy', source: 'Spring' },
      moved: { setter: 'Tessa Roy', source: 'Spring' },
      hand: { setter: 'Marcus Hale', source: 'Spring' },
    })
    expect(await apply()).toEqual({ changed: 0, moreLeft: false })
    expect(one).not.toBe(hand)
  })
})

describe('a name that matches nobody', () => {
  const resolve = (story: BookingStory, input: ResolveName) => inside(story, (tx) => resolveName({ actor: story.admin, input, tx }))
  const waiting = (story: BookingStory, kind: ResolveName['kind']) =>
    inside(story, async (tx) => (await unresolvedNames(tx, kind)).map(({ name, detail, events }) => [name, detail, events]))

  it('waits with how many bookings use it, and is resolved once for past and future ones, whatever it is a name of', async () => {
    const story = await organizeBookings(test)
    const hosts = [
      { email: 'desk@northlight.example', name: 'Front Desk' },
      { email: 'priya@old.example', name: 'Priya' },
    ]
    const strange = { tracking: { ...tracking, content: '@marc' }, hosts }
    await tellBooking(test, story, booking('one', strange))
    await tellBooking(
      test,
      story,
      booking('two', { ...strange, scheduledAt: inHours(80), endsAt: inHours(81), tracking: { ...strange.tracking, source: 'yt' } }),
    )
    const kinds = ['closer', 'setter', 'source', 'traffic_type'] as const
    expect(await Promise.all(kinds.map((kind) => waiting(story, kind)))).toEqual([
      [
        ['desk@northlight.example', 'Front Desk', 2],
        ['priya@old.example', 'Priya', 2],
      ],
      [['@marc', null, 2]],
      [[expect.stringMatching(/yt/i), null, 2]],
      [['cpc', null, 2]],
    ])
    const actor = story.admin
    const [source, paid] = await inside(story, async (tx) => [
      (await createSource({ actor, input: { name: 'YouTube' }, tx })).id,
      (await createTrafficType({ actor, input: { name: 'Paid' }, tx })).id,
    ])
    await resolve(story, { kind: 'closer', name: 'Priya@old.example', id: story.ids.priya })
    await resolve(story, { kind: 'setter', name: '@marc', id: story.ids.marcus })
    await resolve(story, { kind: 'source', name: 'yt', id: source })
    await resolve(story, { kind: 'traffic_type', name: 'CPC', id: paid })
    await tellBooking(test, story, booking('three', { ...strange, scheduledAt: inHours(180), endsAt: inHours(181) }))
    const people = await test.owner`
      select distinct c.name as closer, s.name as setter, o.name as source, t.name as traffic from events e join closers c on c.id = e.closer_id
      join setters s on s.id = e.setter_id join sources o on o.id = e.source_id join traffic_types t on t.id = e.traffic_type_id
      where e.organization_id = ${story.organizationId}`
    expect(people.map((row) => ({ ...row }))).toEqual([{ closer: 'Priya Nair', setter: 'Marcus Hale', source: 'YouTube', traffic: 'Paid' }])
    expect(await Promise.all(kinds.map((kind) => waiting(story, kind)))).toEqual([[], [], [], []])
  })

  it('is one person’s alone, and not another organization’s to give', async () => {
    const [story, rival] = [await organizeBookings(test), await organizeBookings(test)]
    await resolve(story, { kind: 'closer', name: 'old@northlight.example', id: story.ids.priya })
    await expect(resolve(story, { kind: 'closer', name: 'old@northlight.example', id: story.ids.omar })).rejects.toMatchObject({
      constraint_name: 'closer_names_key',
    })
    await expect(resolve(story, { kind: 'closer', name: 'x', id: rival.ids.omar })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
