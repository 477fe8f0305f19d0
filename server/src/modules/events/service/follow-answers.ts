import type { Tx } from '../../../database/tx.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { mappingOf } from '../../connections/service/index.ts'
import type { BookingMessage } from './booking-message.ts'
import { readMapping } from './read-mapping.ts'
import { resolveNames } from './resolve-names.ts'
import { settleChain } from './settle-chain.ts'

/**
 * Gives a call that is known the answers that its tool now shows, where the tool lets them be changed without a new booking, and reads its
 * setter, source and traffic type from them anew; whom a person named as its setter stays. An older look at the booking changes nothing.
 * Answers whether something changed.
 */
export async function followAnswers(tx: Tx, eventId: string, message: BookingMessage, connectionId: string): Promise<boolean> {
  const { series, answers, tracking } = message
  if (!series) return false
  const [changed] = await tx.query<{ bookedAt: string }>(
    `update events set answers = $3::text::jsonb, tracking = $4::text::jsonb
     where organization_id = $1 and id = $2 and (answers, tracking) is distinct from ($3::text::jsonb, $4::text::jsonb)
       and not exists (select 1 from booking_sightings where organization_id = $1 and series_ref = $5 and seen_at > $6::text::timestamptz)
     returning booked_at as "bookedAt"`,
    [tx.organizationId, eventId, JSON.stringify(answers), JSON.stringify(tracking), series.ref, series.seenAt.toISOString()],
  )
  if (!changed) return false
  const names = await resolveNames(tx, readMapping(await mappingOf(tx, connectionId), message), dateFromPostgres(changed.bookedAt))
  await tx.query(
    `update events set setter_id = case when setter_assigned then setter_id else $3::uuid end, setter_name = $4, setter_key = $5,
       source_id = $6, source_name = $7, traffic_type_id = $8, traffic_type_name = $9 where organization_id = $1 and id = $2`,
    [
      tx.organizationId,
      eventId,
      names.setterId,
      names.setterName,
      names.setterKey,
      names.sourceId,
      names.sourceName,
      names.trafficTypeId,
      names.trafficTypeName,
    ],
  )
  // What was moved here says what the first booking of its chain said.
  await settleChain(tx, eventId)
  return true
}
