import type { FieldMapping } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { matchTrafficType } from '../../roster/service/index.ts'
import type { BookingMessage } from './booking-message.ts'
import { readMapping } from './read-mapping.ts'
import { lookUpNames, type ResolvedNames } from './resolve-names.ts'

/** A booking that no other was moved to, with all that it said. */
export interface SaidBooking extends ResolvedNames {
  id: string
  leadId: string
  leadName: string
  bookedAt: string
  setterAssigned: boolean
  tracking: BookingMessage['tracking']
  answers: BookingMessage['answers']
}

/** What a booking would come to by a mapping. */
export interface PreviewedBooking {
  id: string
  leadName: string
  bookedAt: string
  setterName: string | null
  setterId: string | null
  sourceName: string | null
  sourceId: string | null
  trafficTypeName: string | null
  trafficTypeId: string | null
  /** Whether the roster knows the traffic type that it names; what its source brings is not named. */
  trafficTypeKnown: boolean
}

const shownBookings = 20
const pageSize = 500

const saidColumns = `e.id, e.lead_id as "leadId", e.lead_name as "leadName", e.booked_at as "bookedAt", e.tracking, e.answers,
  e.setter_id as "setterId", e.setter_name as "setterName", e.setter_key as "setterKey", e.setter_assigned as "setterAssigned",
  e.source_id as "sourceId", e.source_name as "sourceName", e.traffic_type_id as "trafficTypeId", e.traffic_type_name as "trafficTypeName"`

/** The first booking of a chain speaks for all of it; of some, what they said was not kept. */
const speaking = `e.organization_id = $1 and e.connection_id = $2 and e.rescheduled_from_id is null and e.tracking is not null`

/** The latest bookings of a connection as they would come out by a mapping. Changes nothing. */
export async function previewMapping(tx: Tx, connectionId: string, mapping: FieldMapping): Promise<PreviewedBooking[]> {
  const said = await tx.query<SaidBooking>(
    `select ${saidColumns} from events e where ${speaking} order by e.booked_at desc nulls first, e.id desc limit ${shownBookings}`,
    [tx.organizationId, connectionId],
  )
  const read = namesByMapping(tx, mapping)
  return Promise.all(
    said.map(async ({ id, leadName, bookedAt, ...booking }) => {
      const names = await read({ ...booking, bookedAt })
      const named = names.trafficTypeName === null ? null : await matchTrafficType(tx, names.trafficTypeName)
      return { ...names, id, leadName, bookedAt, trafficTypeKnown: named !== null }
    }),
  )
}

/** How many past bookings would come out otherwise by a mapping. */
export async function countRemapped(tx: Tx, connectionId: string, mapping: FieldMapping): Promise<number> {
  const changed = remapped(tx, connectionId, mapping)
  let count = 0
  while (!(await changed.next()).done) count += 1
  return count
}

/** Past bookings that come out otherwise by a mapping, with what they come to; of all, or of those of these ids. */
export async function* remapped(
  tx: Tx,
  connectionId: string,
  mapping: FieldMapping,
  ids: readonly string[] | null = null,
): AsyncGenerator<{ booking: SaidBooking; names: ResolvedNames }> {
  const read = namesByMapping(tx, mapping)
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const page = await tx.query<SaidBooking>(
      `select ${saidColumns} from events e where ${speaking} and e.id > $3::uuid and ($4::uuid[] is null or e.id = any($4::uuid[])) order by e.id limit ${pageSize}`,
      [tx.organizationId, connectionId, after, ids],
    )
    for (const booking of page) {
      const names = await read(booking)
      if (comesOutOtherwise(booking, names)) yield { booking, names }
    }
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    after = last.id
  }
}

/** Whom a person gave a call to stays its setter, whatever the booking says. */
const comesOutOtherwise = (booking: SaidBooking, names: ResolvedNames): boolean =>
  (!booking.setterAssigned && booking.setterId !== names.setterId) ||
  booking.setterKey !== names.setterKey ||
  booking.sourceId !== names.sourceId ||
  booking.sourceName !== names.sourceName ||
  booking.trafficTypeId !== names.trafficTypeId ||
  booking.trafficTypeName !== names.trafficTypeName

/** Reads bookings by a mapping; names that were met before are not looked up again. */
function namesByMapping(
  tx: Tx,
  mapping: FieldMapping,
): (booking: Pick<SaidBooking, 'tracking' | 'answers' | 'bookedAt'>) => Promise<ResolvedNames> {
  const met = new Map<string, ReturnType<typeof lookUpNames>>()
  return async (booking) => {
    const names = readMapping(mapping, booking)
    const key = JSON.stringify(names)
    const known = met.get(key) ?? lookUpNames(tx, names)
    met.set(key, known)
    return (await known)(dateFromPostgres(booking.bookedAt))
  }
}
