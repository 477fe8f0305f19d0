import type { Tx } from '../../../database/tx.ts'
import { bookingChanged } from './facts.ts'
import { noteSetters } from './note-setters.ts'
import type { Resettled } from './settle-chain.ts'

/** After calls went to others: who booked each lead is computed anew, and so is whom their payments are credited to. */
export async function announceResettled(tx: Tx, settled: readonly Resettled[]): Promise<void> {
  const leads = new Set(settled.map(({ leadId }) => leadId))
  for (const leadId of [...leads].sort()) await noteSetters(tx, leadId)
  // Payments may name a call: each of them is asked for.
  const events = new Map(settled.map((event) => [event.id, event]))
  for (const { id, leadId } of events.values()) await bookingChanged.announce(tx, { eventId: id, leadId })
}
