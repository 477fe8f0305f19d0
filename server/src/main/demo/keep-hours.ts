import type { Story } from '@clinch/drizzle/seeds/demo'
import type { Database } from '../../database/tx.ts'
import { sessionOf } from '../../kernel/actor.ts'
import { addDays, dayIn } from '../../lib/period.ts'
import {
  closersByKey,
  keepAvailability,
  noteReading,
  openDays,
  type Schedule,
  slotLengths,
} from '../../modules/availability/service/index.ts'

const daysBack = 120
const daysAhead = 30

/**
 * What Calendly would have told of the closers' hours, asked every day of the story: there is no Calendly behind the demo. It is read and
 * kept as an answer of Calendly is.
 */
export async function keepHours(database: Database, organizationId: string, { closers, organization }: Story): Promise<void> {
  const requestId = 'demo-hours'
  await database.transaction(sessionOf({ kind: 'job', organizationId, name: 'availability.ask' }, { requestId }), async (tx) => {
    const [connection] = await tx.query<{ id: string }>(
      `select id from connections where organization_id = $1 and provider = 'calendly' order by created_at limit 1`,
      [organizationId],
    )
    if (!connection) throw new Error('The demo has no booking tool')
    const known = await closersByKey(tx)
    const lengths = await slotLengths(tx, [...known.values()])
    const askedAt = new Date()
    const today = dayIn(askedAt, organization.timeZone)
    const period = { from: addDays(today, -daysBack), to: addDays(today, daysAhead) }
    for (const closer of closers) {
      const closerId = known.get(closer.email)
      const slotMinutes = lengths.get(closerId ?? '')
      if (closerId === undefined || slotMinutes === undefined) throw new Error(`The demo has no closer ${closer.email}`)
      const days = openDays([scheduleOf(closer, organization.timeZone)], period, organization.timeZone, slotMinutes)
      await keepAvailability(tx, { connectionId: connection.id, askedAt }, { closerId, scheduleName: 'Working hours', slotMinutes, days })
    }
    // Beside the closers, the owner is a host there.
    const reading = { askedAt, hostCount: closers.length + 1, closerCount: closers.length, problems: [], error: null }
    await noteReading(tx, connection.id, reading)
  })
}

const scheduleOf = ({ open }: Story['closers'][number], timeZone: string): Schedule => ({
  name: 'Working hours',
  timeZone,
  isDefault: true,
  weekly: { monday: [open], tuesday: [open], wednesday: [open], thursday: [open], friday: [open] },
  dated: {},
})
