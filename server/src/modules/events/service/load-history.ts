import type { Tx } from '../../../database/tx.ts'
import { asShown, withoutContacts } from '../../organizations/service/index.ts'

export interface HistoryRow {
  id: string
  eventId: string
  at: string
  change: string
  by: string | null
  detail: Record<string, string | null>
}

/** What happened to each of the given events, the newest first. */
export async function loadHistory(tx: Tx, eventIds: readonly string[]): Promise<ReadonlyMap<string, HistoryRow[]>> {
  const reading = tx.query<HistoryRow>(
    `select id, event_id as "eventId", at, change, by, detail from event_history
     where organization_id = $1 and event_id = any($2::uuid[]) order by at desc, id desc`,
    [tx.organizationId, eventIds],
  )
  // Who booked is told as the booking says it, whatever was typed there.
  const rows = await asShown(tx, reading, (row) => ({ ...row, by: withoutContacts(row.by) }))
  const grouped = new Map<string, HistoryRow[]>()
  for (const row of rows) grouped.set(row.eventId, [...(grouped.get(row.eventId) ?? []), row])
  return grouped
}
