import type { Tx } from '../../../database/tenant-transaction.ts'
import { UnreadableMessage } from '../../../kernel/unreadable-message.ts'

/** Takes a delivery for acting on it; null where it was acted on already. */
export async function lockDelivery(tx: Tx, id: string): Promise<{ body: Buffer } | null> {
  const [row] = await tx.query<{ body: Buffer | null; state: string }>(`select body, state from deliveries where organization_id = $1 and id = $2 for update`, [
    tx.organizationId,
    id,
  ])
  return row?.body && (row.state === 'received' || row.state === 'failed') ? { body: row.body } : null
}

export async function finishDelivery(tx: Tx, id: string, { state, result }: { state: 'processed' | 'ignored'; result: string }): Promise<void> {
  await tx.query(
    `update deliveries set state = $3, result = $4, error = null, attempts = attempts + 1, finished_at = now() where organization_id = $1 and id = $2`,
    [tx.organizationId, id, state, result],
  )
}

/** Keeps why a delivery failed. `final` parks it: it waits for a person. */
export async function recordFailure(tx: Tx, id: string, { error, final }: { error: unknown; final: boolean }): Promise<void> {
  await tx.query(
    `update deliveries set state = $3, error = $4, attempts = attempts + 1, finished_at = case when $3 = 'parked' then now() end
     where organization_id = $1 and id = $2 and state in ('received', 'failed')`,
    [tx.organizationId, id, final ? 'parked' : 'failed', inWords(error)],
  )
}

/** Only our own errors are told; what a library or the database says may hold a customer's data. */
const inWords = (error: unknown): string =>
  error instanceof UnreadableMessage ? `The message has not the shape that its kind should have: ${error.message}` : 'It failed on our side and will be tried again. If it stays, replay it.'
