import type { Tx } from '../database/tx.ts'
import { type PaymentMessage, recordListed } from '../modules/payments/service/index.ts'
import type { SyncRequest, Taken } from './sync-source.ts'

/** Takes in what a processor lists of one thing. A `tie` tells of payments and makes none: one that changes nothing is no record that people count. */
export const takeListed =
  ({ actor, connection: { connectionId } }: SyncRequest, messagesOf: () => readonly PaymentMessage[], { isTie }: { isTie: boolean }) =>
  async (tx: Tx): Promise<Taken> => {
    const messages = messagesOf()
    if (messages.length === 0) return 'beside'
    const taken = await recordListed({ actor, tx, input: { connectionId, messages } })
    return taken === 'none' && isTie ? 'beside' : taken
  }
