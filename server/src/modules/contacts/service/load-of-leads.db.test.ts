import { afterAll, beforeAll, expect, it } from 'vitest'
import { booking, inHours, organizeBookings, tellBooking } from '../../../../test/booking-story.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { registerReactions } from '../../../app/modules.ts'
import { mergeDuplicate } from '../../events/service/merge-duplicate.ts'
import { unmergeDuplicate } from '../../events/service/unmerge-duplicate.ts'
import { createSource } from '../../roster/service/create-source.ts'
import { loadEventsOfLeads, loadOrigins } from './load-of-leads.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

it('what was found to be a copy of a call is no call of its lead, and says nothing of where they came from, until that is taken back', async () => {
  const story = await organizeBookings(test)
  const { admin: actor } = story
  const run = <Result>(work: Parameters<typeof as<Result>>[2]) => as(test.database, actor, work)
  const source = await run((tx) => createSource({ actor, input: { name: 'Referral' }, tx }))
  const keptId = await tellBooking(test, story, booking('one'))
  const tracking = { source: 'Referral', medium: null, campaign: null, content: null, term: null }
  const copyId = await tellBooking(
    test,
    story,
    booking('other', { bookedAt: inHours(-5), scheduledAt: inHours(24.5), endsAt: inHours(25.5), tracking }),
  )
  const [lead] = await test.owner<{ id: string }[]>`select lead_id as id from events where id = ${keptId}`
  const leadId = lead?.id ?? ''
  const known = () =>
    run(async (tx) => {
      const calls = (await loadEventsOfLeads(tx, [leadId])).get(leadId) ?? []
      return { calls: calls.map(({ id }) => id), source: (await loadOrigins(tx, [leadId])).get(leadId)?.sourceId }
    })
  expect(await known()).toMatchObject({ calls: [copyId, keptId], source: source.id })
  await run((tx) => mergeDuplicate({ actor, input: { keptId, copyId }, tx }))
  expect(await known()).toMatchObject({ calls: [keptId] })
  expect((await known()).source).not.toBe(source.id)
  await run((tx) => unmergeDuplicate({ actor, input: { copyId }, tx }))
  expect(await known()).toMatchObject({ calls: [copyId, keptId], source: source.id })
})
