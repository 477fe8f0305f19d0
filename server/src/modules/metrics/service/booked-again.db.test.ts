import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as, type TestConnection } from '../../../../test/intake.ts'
import { bookingOf, day, inviteeRef } from '../../../../test/messages.ts'
import { organize, tell } from '../../../../test/told.ts'
import { registerReactions } from '../../../app/modules.ts'
import { countEvents, listEvents } from '../../events/service/list-events.ts'
import { submitPostCallForm } from '../../forms/service/submit-post-call-form.ts'
import { computeMetrics } from './compute-metrics.ts'

let test: TestDatabase
let connection: TestConnection
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  connection = await organize(test)
})

const dana = { name: 'Dana Whitfield', email: 'dana@example.com' }

/** A call of the tenth that was moved by its link on the twelfth, to the eighteenth. */
const moved = [
  bookingOf('old', 10, dana),
  bookingOf('old', 10, dana, { sentAt: day(12), replaced: true, replacedByRef: inviteeRef('again') }),
  bookingOf('again', 18, dana, { bookedAt: day(12), sentAt: day(12), replacesRef: inviteeRef('old') }),
]

const counted = async () => {
  const { totals } = await as(test.database, connection.admin, (tx) =>
    computeMetrics(tx, {
      period: { from: '2026-10-01', to: '2026-10-31' },
      timeZone: 'UTC',
      currency: 'USD',
      groupBy: [],
      filter: {},
    }),
  )
  const { bookedCalls, held, shows, noShows, speedSeconds } = totals
  return { bookedCalls, held, shows, noShows, speedDays: speedSeconds === null ? null : speedSeconds / 86_400 }
}

/** The calls that the figure of booked calls opens. */
const opened = () =>
  as(test.database, connection.admin, async (tx) => {
    const filter = { chainEnds: true }
    const { rows } = await listEvents(tx, filter, { field: 'scheduled_at', direction: 'asc' }, {})
    expect(await countEvents(tx, filter)).toBe(rows.length)
    return rows.map(({ bookingRef }) => bookingRef)
  })

async function file(leadShowed: boolean): Promise<void> {
  const { admin: actor, organizationId } = connection
  const [event] = await test.owner<{ id: string }[]>`
    select id from events where organization_id = ${organizationId} and booking_ref = ${inviteeRef('old')}`
  const input = { eventId: event?.id ?? '', callOccurred: true, leadShowed, offerMade: leadShowed, dealClosed: false }
  await as(test.database, actor, (tx) => submitPostCallForm({ actor, input, tx }))
}

describe('a call that was moved', () => {
  it('counts once with what it became, where that is', async () => {
    await tell(test, connection, ...moved)
    expect(await counted()).toEqual({ bookedCalls: 1, held: 0, shows: 0, noShows: 0, speedDays: 6 })
    expect(await opened()).toEqual([inviteeRef('again')])
  })

  it('was held all the same where its form says so: what its link was used for afterwards is another call', async () => {
    await tell(test, connection, ...moved)
    await file(true)
    expect(await counted()).toEqual({ bookedCalls: 2, held: 1, shows: 1, noShows: 0, speedDays: 7.5 })
    expect(await opened()).toEqual([inviteeRef('old'), inviteeRef('again')])
  })

  it('was missed all the same where its form says so', async () => {
    await tell(test, connection, ...moved)
    await file(false)
    expect(await counted()).toEqual({ bookedCalls: 2, held: 1, shows: 0, noShows: 1, speedDays: 7.5 })
    expect(await opened()).toEqual([inviteeRef('old'), inviteeRef('again')])
  })
})
