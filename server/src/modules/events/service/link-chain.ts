import type { Tx } from '../../../database/tx.ts'
import type { BookingMessage } from './booking-message.ts'
import { recordHistory } from './record-history.ts'
import { settleChain } from './settle-chain.ts'
import { storeStatus } from './store-status.ts'

/**
 * Ties the two halves of a reschedule together, whichever becomes known first: the new event points at the old one, the old one is
 * moved, and the first booking's setter, source and traffic type go down the whole chain. Answers whether anything was tied.
 */
export async function linkChain(tx: Tx, eventId: string, message: BookingMessage): Promise<boolean> {
  if (message.replacesRef) await keepPredecessor(tx, eventId, message.replacesRef)
  if (message.replacedByRef) await keepSuccessor(tx, eventId, message.replacedByRef)
  const before = (message.replacesRef ? await idOf(tx, message.replacesRef) : null) ?? (await namingIt(tx, message.bookingRef))
  const tied: boolean[] = []
  if (before) tied.push(await tie(tx, before, eventId, message))
  for (const after of await waitingFor(tx, message)) tied.push(await tie(tx, eventId, after, message))
  return tied.includes(true)
}

async function idOf(tx: Tx, bookingRef: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(`select id from events where organization_id = $1 and booking_ref = $2 for update`, [
    tx.organizationId,
    bookingRef,
  ])
  return row?.id ?? null
}

/** It may be said of a booking that is known already, before the one that it replaces is. */
const keepPredecessor = (tx: Tx, eventId: string, replacesRef: string): Promise<unknown> =>
  tx.query(`update events set replaces_ref = $3 where organization_id = $1 and id = $2 and replaces_ref is null`, [
    tx.organizationId,
    eventId,
    replacesRef,
  ])

/** The booking that replaces this one may be known later, and say nothing of it: of several that are named, the least holds. */
const keepSuccessor = (tx: Tx, eventId: string, replacedByRef: string): Promise<unknown> =>
  tx.query(
    `update events set replaced_by_ref = $3 where organization_id = $1 and id = $2 and (replaced_by_ref is null or replaced_by_ref > $3 collate "C")`,
    [tx.organizationId, eventId, replacedByRef],
  )

/** A predecessor that became known before this event, and named it; the first that was booked, where several did. */
async function namingIt(tx: Tx, bookingRef: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from events where organization_id = $1 and replaced_by_ref = $2 order by booked_at, booking_ref limit 1 for update`,
    [tx.organizationId, bookingRef],
  )
  return row?.id ?? null
}

/** Successors that became known before this event, or that this message names. */
async function waitingFor(tx: Tx, message: BookingMessage): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from events where organization_id = $1 and rescheduled_from_id is null
       and (replaces_ref = $2 or booking_ref = $3) order by booked_at, id for update`,
    [tx.organizationId, message.bookingRef, message.replacedByRef],
  )
  return rows.map((row) => row.id)
}

async function tie(tx: Tx, oldId: string, newId: string, message: BookingMessage): Promise<boolean> {
  const [tied] = await tx.query<{ id: string }>(
    `update events set rescheduled_from_id = $2 where organization_id = $1 and id = $3 and rescheduled_from_id is null and id <> $2 returning id`,
    [tx.organizationId, oldId, newId],
  )
  if (!tied) return false
  const [moved] = await tx.query<{ id: string }>(
    `update events set replaced = true where organization_id = $1 and id = $2 and not replaced returning id`,
    [tx.organizationId, oldId],
  )
  if (moved) await recordHistory(tx, { eventId: oldId, at: message.sentAt, change: 'moved', by: message.lead.name })
  await storeStatus(tx, oldId)
  await settleChain(tx, newId)
  return true
}
