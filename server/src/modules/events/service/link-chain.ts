import type { Tx } from '../../../database/tx.ts'
import type { BookingMessage } from './booking-message.ts'
import { recordHistory } from './record-history.ts'
import { storeStatus } from './store-status.ts'

/**
 * Ties the two halves of a reschedule together, whichever becomes known first: the new event points at the old one, the old one is
 * moved, and the first booking's setter, source and traffic type go down the whole chain. Answers whether anything was tied.
 */
export async function linkChain(tx: Tx, eventId: string, message: BookingMessage): Promise<boolean> {
  const before = message.replacesRef ? await idOf(tx, message.replacesRef) : null
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
  await inheritDownChain(tx, oldId)
  return true
}

/** A chain keeps its first booking's setter, source and traffic type. */
export async function inheritDownChain(tx: Tx, fromId: string): Promise<void> {
  await tx.query(
    `with recursive chain as (
       select id, setter_id, setter_name, setter_key, source_id, source_name, traffic_type_id, 0 as depth
         from events where organization_id = $1 and id = $2
       union all
       select e.id, c.setter_id, c.setter_name, c.setter_key, c.source_id, c.source_name, c.traffic_type_id, c.depth + 1
         from events e join chain c on e.rescheduled_from_id = c.id
         where e.organization_id = $1 and c.depth < 100
     )
     update events e set setter_id = c.setter_id, setter_name = c.setter_name, setter_key = c.setter_key,
       source_id = c.source_id, source_name = c.source_name, traffic_type_id = c.traffic_type_id
     from chain c where e.organization_id = $1 and e.id = c.id and c.depth > 0
       and (e.setter_id, e.setter_key, e.source_id, e.source_name, e.traffic_type_id)
         is distinct from (c.setter_id, c.setter_key, c.source_id, c.source_name, c.traffic_type_id)`,
    [tx.organizationId, fromId],
  )
}
