import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../database/tx.ts'
import type { OpenDay } from './open-hours.ts'

/** What a booking tool has open for one closer. */
export interface CloserHours {
  closerId: string
  /** The names of the schedules that it was read from; null where they have none. */
  scheduleName: string | null
  slotMinutes: number
  days: readonly OpenDay[]
}

/** What was asked, and when. */
export interface Asking {
  connectionId: string
  askedAt: Date
}

/** Keeps a closer's days as they were just read. Of a day that was asked for later already, that stands. */
export async function keepAvailability(tx: Tx, { connectionId, askedAt }: Asking, hours: CloserHours): Promise<void> {
  const { closerId, scheduleName, slotMinutes, days } = hours
  const rows = days.map((each) => ({ id: uuidv7(), ...each }))
  await tx.query(
    `insert into closer_availability (organization_id, id, connection_id, closer_id, day, open_minutes, slot_minutes, open_slots, schedule_name, asked_at)
     select $1, r.id, $2::uuid, $3::uuid, r.day, r."openMinutes", $4::int, r."openSlots", $5::text, $6::text::timestamptz
     from jsonb_to_recordset($7::text::jsonb) as r (id uuid, day date, "openMinutes" int, "openSlots" int)
     on conflict on constraint closer_availability_once_a_day do update set open_minutes = excluded.open_minutes,
       slot_minutes = excluded.slot_minutes, open_slots = excluded.open_slots, schedule_name = excluded.schedule_name, asked_at = excluded.asked_at
     where closer_availability.asked_at < excluded.asked_at`,
    [tx.organizationId, connectionId, closerId, slotMinutes, scheduleName, askedAt.toISOString(), JSON.stringify(rows)],
  )
}

/** The closers whose hours were read since an asking began: it need not ask for them again. */
export async function readSince(tx: Tx, connectionId: string, begunAt: Date): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>(
    `select distinct closer_id as id from closer_availability
     where organization_id = $1 and connection_id = $2 and asked_at >= $3::text::timestamptz`,
    [tx.organizationId, connectionId, begunAt.toISOString()],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Lets go of the days from one on of whoever the booking tool has no more as a host. Days before stay as they were known. */
export async function dropOthers(tx: Tx, connectionId: string, from: string, hosts: readonly string[]): Promise<void> {
  await tx.query(
    `delete from closer_availability where organization_id = $1 and connection_id = $2 and day >= $3::text::date and closer_id <> all($4::uuid[])`,
    [tx.organizationId, connectionId, from, hosts],
  )
}
