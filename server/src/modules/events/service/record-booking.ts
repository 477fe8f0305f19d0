import { events } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import { authorize } from '../../../kernel/actor.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import type { Verb } from '../../../kernel/verb.ts'
import { normaliseEmail } from '../../../lib/identity.ts'
import { mappingOf } from '../../connections/service/index.ts'
import { findOrCreateLead, leadLockNames } from '../../leads/service/index.ts'
import { ensureCallType, matchCloser } from '../../roster/service/index.ts'
import type { BookingMessage } from './booking-message.ts'
import { bookingChanged } from './facts.ts'
import { followAnswers } from './follow-answers.ts'
import { followHosts } from './follow-hosts.ts'
import { lockLeadOfEvent } from './lock-lead-of-event.ts'
import { linkChain } from './link-chain.ts'
import { mergeBookingFacts } from './merge-booking-facts.ts'
import { noteSetters } from './note-setters.ts'
import { placeInSeries } from './place-in-series.ts'
import { resolveNames } from './resolve-names.ts'
import { readMapping } from './read-mapping.ts'
import { recordHistory } from './record-history.ts'
import { storeStatus } from './store-status.ts'

/** A booking tool's message about one invitee, and the connection that it came by. */
export interface RecordBooking {
  message: BookingMessage
  connectionId: string
}

/** What recording a booking came to: whether its call was made or changed by it, and in words. */
interface RecordedBooking {
  eventId: string
  leadId: string
  change: 'made' | 'changed' | 'none'
  summary: string
}

/**
 * Records what a booking tool tells of one call. Every message is a snapshot, and its facts are merged into what is known, so
 * messages may come twice, in any order, or with one of them missing. Answers what it did, in words.
 */
export async function recordBooking({ actor, input, tx }: Verb<RecordBooking>): Promise<RecordedBooking> {
  authorize(actor, 'event:update')
  const { connectionId } = input
  // Locks are taken in one order everywhere: shared rows, then names, then the rows of one lead.
  const callTypeId = input.message.callType ? await ensureCallType(tx, input.message.callType) : null
  const message = await placeInSeries(tx, input.message, connectionId)
  await lockNames(tx, [...bookingLockNames(message), ...leadLockNames(message.lead)])
  await lockLeadOfEvent(tx, 'booking_ref', message.bookingRef)
  const known = await lockEvent(tx, message.bookingRef)
  const event = known ?? (await createEvent(tx, message, { connectionId, callTypeId }))
  if (known && !known.tracked) await keepTracking(tx, known.id, message)
  const merged = await mergeBookingFacts(tx, event.id, message)
  const rehosted = known !== null && (await followHosts(tx, event.id, message))
  const readAnew = known !== null && (await followAnswers(tx, event.id, message, connectionId))
  const relinked = await linkChain(tx, event.id, message)
  const stood = await storeStatus(tx, event.id)
  if (!known || relinked || readAnew) await noteSetters(tx, event.leadId)
  const turned = stood.before !== stood.status
  const changed = merged.decisive || relinked || turned || rehosted || readAnew
  if (!known || changed) await bookingChanged.announce(tx, { eventId: event.id, leadId: event.leadId })
  return {
    eventId: event.id,
    leadId: event.leadId,
    change: !known ? 'made' : changed || merged.words.length > 0 ? 'changed' : 'none',
    summary: summarise(message, known === null, [...merged.words, ...(readAnew ? [`Answers changed: ${message.lead.name}`] : [])]),
  }
}

const bookingLockNames = (message: BookingMessage): string[] =>
  [message.bookingRef, message.replacesRef, message.replacedByRef].filter((ref) => ref !== null).map((ref) => `booking:${ref}`)

async function lockEvent(tx: Tx, bookingRef: string): Promise<{ id: string; leadId: string; tracked: boolean } | null> {
  const [row] = await tx.query<{ id: string; leadId: string; tracked: boolean }>(
    `select id, lead_id as "leadId", tracking is not null as tracked from events where organization_id = $1 and booking_ref = $2 for update`,
    [tx.organizationId, bookingRef],
  )
  return row ?? null
}

async function createEvent(
  tx: Tx,
  message: BookingMessage,
  { connectionId, callTypeId }: { connectionId: string; callTypeId: string | null },
): Promise<{ id: string; leadId: string }> {
  const lead = await findOrCreateLead(tx, message.lead)
  const names = await resolveNames(tx, readMapping(await mappingOf(tx, connectionId), message), message.bookedAt)
  const closer = await matchCloser(tx, message.hosts, message.bookedAt)
  const host = message.hosts[0]
  const [row] = await tx.db
    .insert(events)
    .values({
      organizationId: tx.organizationId,
      connectionId,
      bookingRef: message.bookingRef,
      leadId: lead.id,
      leadName: message.lead.name,
      leadEmail: normaliseEmail(message.lead.email ?? ''),
      callTypeId,
      closerId: closer,
      hostEmail: host?.email ?? null,
      hostName: host?.name ?? null,
      hosts: message.hosts,
      ...names,
      tracking: message.tracking,
      scheduledAt: message.scheduledAt,
      endsAt: message.endsAt,
      bookedAt: message.bookedAt,
      status: 'scheduled',
      joinUrl: message.joinUrl,
      answers: message.answers,
      replacesRef: message.replacesRef,
    })
    .returning({ id: events.id })
  if (!row) throw new Error('An inserted event was not returned')
  await recordHistory(tx, {
    eventId: row.id,
    at: message.bookedAt,
    change: 'booked',
    by: names.setterName ?? message.lead.name,
    detail: { source: names.sourceName, host: host?.name ?? null },
  })
  return { id: row.id, leadId: lead.id }
}

/** Of bookings that were taken in before that was kept: what they say is read by a mapping again. */
const keepTracking = (tx: Tx, eventId: string, { tracking }: BookingMessage): Promise<unknown> =>
  tx.query(`update events set tracking = $3::text::jsonb where organization_id = $1 and id = $2`, [
    tx.organizationId,
    eventId,
    JSON.stringify(tracking),
  ])

function summarise(message: BookingMessage, isNew: boolean, words: readonly string[]): string {
  const host = message.hosts[0]?.name
  const booked = isNew ? [`Booked: ${message.lead.name}${host ? `, with ${host}` : ''}`] : []
  const all = [...booked, ...words]
  return all.length > 0 ? all.join('. ') : `Nothing new about ${message.lead.name}`
}
