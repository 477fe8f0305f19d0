import { type eventChanges, eventHistory } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'

export interface EventChange {
  eventId: string
  at: Date
  change: (typeof eventChanges)[number]
  by: string | null
  detail?: Record<string, string | null>
}

/** Adds to an event's history; the database refuses to change it afterwards. */
export async function recordHistory(tx: Tx, { eventId, at, change, by, detail = {} }: EventChange): Promise<void> {
  await tx.db.insert(eventHistory).values({ organizationId: tx.organizationId, eventId, at, change, by, detail })
}
