import { events } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'
import type { BookingMessage } from './booking-message.ts'
import { mergeNoShow } from './call-status.ts'
import { recordHistory } from './record-history.ts'

/** What a message added. `decisive` where it may change to which event a payment is credited. */
export interface MergedFacts {
  words: string[]
  decisive: boolean
}

/** Merges cancellation, move and no-show of a message into its event, each once, whatever the order. */
export async function mergeBookingFacts(tx: Tx, eventId: string, message: BookingMessage): Promise<MergedFacts> {
  const mine = and(eq(events.organizationId, tx.organizationId), eq(events.id, eventId))
  const [now] = await tx.db
    .select({
      canceledAt: events.canceledAt,
      replaced: events.replaced,
      noShowMarked: events.noShowMarked,
      noShowChangedAt: events.noShowChangedAt,
    })
    .from(events)
    .where(mine)
  if (!now) throw new Error(`The event ${eventId} vanished inside its own transaction`)
  const merged: MergedFacts = { words: [], decisive: false }
  const name = message.lead.name

  // Of several, the earliest: so it does not matter which of them became known first.
  if (message.cancellation && (!now.canceledAt || message.cancellation.at < now.canceledAt)) {
    const { at, by, byKind, reason } = message.cancellation
    await tx.db.update(events).set({ canceledAt: at, canceledBy: by, canceledByKind: byKind, cancelReason: reason }).where(mine)
  }
  if (message.cancellation && !now.canceledAt) {
    const { at, by, reason } = message.cancellation
    await recordHistory(tx, { eventId, at, change: 'canceled', by, detail: { reason } })
    merged.words.push(`Canceled: ${name}${by ? `, by ${by}` : ''}`)
    merged.decisive = true
  }
  if (message.replaced && !now.replaced) {
    await tx.db.update(events).set({ replaced: true }).where(mine)
    await recordHistory(tx, { eventId, at: message.sentAt, change: 'moved', by: name })
    merged.words.push(`Moved: ${name}`)
    merged.decisive = true
  }
  if (message.noShow) {
    const next = mergeNoShow(
      { marked: now.noShowMarked, changedAt: now.noShowChangedAt },
      { marked: message.noShow.marked, sentAt: message.sentAt },
    )
    // That it stood so still at a later moment is kept too, lest an older mark that comes late be taken for news; it is no change.
    if (next.changedAt?.getTime() !== now.noShowChangedAt?.getTime() || next.marked !== now.noShowMarked)
      await tx.db.update(events).set({ noShowMarked: next.marked, noShowChangedAt: next.changedAt }).where(mine)
    if (next.marked !== now.noShowMarked) {
      await recordHistory(tx, {
        eventId,
        at: message.sentAt,
        change: next.marked ? 'no_show_marked' : 'no_show_taken_back',
        by: message.hosts[0]?.name ?? null,
      })
      merged.words.push(next.marked ? `No-show: ${name}` : `No-show taken back: ${name}`)
    }
  }
  return merged
}
