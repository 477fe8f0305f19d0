import { bookingSightings } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import { ClinchError } from '../../../kernel/errors.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import type { BookingMessage } from './booking-message.ts'
import { type Sighting, statesOf } from './states-of.ts'

/**
 * Some tools keep a booking's id when it is moved, and show it only as it stands. Every time that it was seen is kept; in the order of
 * seeing they tell which times it had, one after another, and each of those is an event that replaces the one before. A message of another
 * tool is answered as it is.
 */
export async function placeInSeries(tx: Tx, message: BookingMessage, connectionId: string): Promise<BookingMessage> {
  const { series } = message
  if (!series) return message
  await lockNames(tx, [`booking-series:${series.ref}`])
  await tx.db
    .insert(bookingSightings)
    .values({
      organizationId: tx.organizationId,
      connectionId,
      seriesRef: series.ref,
      scheduledAt: message.scheduledAt,
      hosts: message.hosts,
      seenAt: series.seenAt,
    })
    .onConflictDoNothing()
  const states = statesOf(series.ref, await sightingsOf(tx, series.ref))
  const place = states.findIndex(
    ({ from, to, scheduledAt }) => same(scheduledAt, message.scheduledAt) && from <= series.seenAt && to >= series.seenAt,
  )
  const state = states[place]
  if (!state) throw new Error('A sighting that was kept has no place among its kind')
  const [before, after] = [states[place - 1], states[place + 1]]
  if (after) await makeRoom(tx, state.ref, after.ref)
  return {
    ...message,
    bookingRef: state.ref,
    hosts: state.hosts,
    replacesRef: before?.ref ?? null,
    replacedByRef: after?.ref ?? null,
    replaced: after !== undefined,
  }
}

const same = (one: Date, other: Date): boolean => one.getTime() === other.getTime()

async function sightingsOf(tx: Tx, seriesRef: string): Promise<Sighting[]> {
  const rows = await tx.query<{ scheduledAt: string; seenAt: string; hosts: Sighting['hosts'] }>(
    `select scheduled_at as "scheduledAt", seen_at as "seenAt", hosts from booking_sightings
     where organization_id = $1 and series_ref = $2 order by seen_at, scheduled_at`,
    [tx.organizationId, seriesRef],
  )
  return rows.map(({ scheduledAt, seenAt, hosts }) => ({
    scheduledAt: dateFromPostgres(scheduledAt),
    seenAt: dateFromPostgres(seenAt),
    hosts,
  }))
}

/**
 * What comes after was tied to what came before it as far as was known: it replaces this one now. Where this one parts what was taken for
 * one time, the later part is no event yet: the booking is to be looked at once more.
 */
async function makeRoom(tx: Tx, ref: string, afterRef: string): Promise<void> {
  const [after] = await tx.query<{ id: string; replacesRef: string | null }>(
    `select id, replaces_ref as "replacesRef" from events where organization_id = $1 and booking_ref = $2 for update`,
    [tx.organizationId, afterRef],
  )
  if (!after) throw new ClinchError('CONFLICT', 'The booking was moved there and back while it was looked at. It is looked at again.')
  if (after.replacesRef === ref) return
  await tx.query(`update events set replaces_ref = $3, rescheduled_from_id = null where organization_id = $1 and id = $2`, [
    tx.organizationId,
    after.id,
    ref,
  ])
}
