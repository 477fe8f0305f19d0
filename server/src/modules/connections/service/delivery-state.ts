import type { TouchedRecord } from '@clinch/drizzle/tables'
import { DatabaseUnavailable } from '../../../database/database-errors.ts'
import type { Tx } from '../../../database/tx.ts'
import { explainDatabaseError } from '../../../kernel/constraint-errors.ts'
import { ClinchError } from '../../../kernel/errors.ts'
import { UnreadableMessage } from '../../../kernel/unreadable-message.ts'
import { holdOrganization } from '../../organizations/service/index.ts'

/** Takes a delivery for acting on it; null where it was acted on already, parked, or is held. */
export async function lockDelivery(tx: Tx, id: string): Promise<{ body: Buffer; receivedAt: string } | null> {
  const [row] = await tx.query<{ body: Buffer | null; state: string; receivedAt: string }>(
    `select body, state, received_at as "receivedAt" from deliveries where organization_id = $1 and id = $2 for update`,
    [tx.organizationId, id],
  )
  return row?.body && (row.state === 'received' || row.state === 'failed') ? { body: row.body, receivedAt: row.receivedAt } : null
}

/** Keeps a delivery for later where nobody may act in its organization, or nothing in it may change. Answers whether it did. */
export async function holdDelivery(tx: Tx, id: string): Promise<boolean> {
  const { state, readOnly } = await holdOrganization(tx)
  if (state === 'active' && !readOnly) return false
  await tx.query(
    `update deliveries set state = 'held', error = null where organization_id = $1 and id = $2 and state in ('received', 'failed')`,
    [tx.organizationId, id],
  )
  return true
}

export async function finishDelivery(
  tx: Tx,
  id: string,
  { state, result, touched = [] }: { state: 'processed' | 'ignored'; result: string; touched?: readonly TouchedRecord[] },
): Promise<void> {
  await tx.query(
    `update deliveries set state = $3, result = $4, touched = $5::text::jsonb, error = null, attempts = attempts + 1, finished_at = now()
     where organization_id = $1 and id = $2`,
    [tx.organizationId, id, state, result, JSON.stringify(touched)],
  )
}

/** Its runner stopped again and again while it was being processed, without an error that could be told. */
export class NeverAnswered extends Error {}

/** Keeps why a delivery failed. `final` parks it: it waits for a person. */
export async function recordFailure(tx: Tx, id: string, { error, final }: { error: unknown; final: boolean }): Promise<void> {
  await tx.query(
    `update deliveries set state = $3, error = $4, attempts = attempts + 1, finished_at = case when $3 = 'parked' then now() end
     where organization_id = $1 and id = $2 and state in ('received', 'failed')`,
    [
      tx.organizationId,
      id,
      final ? 'parked' : 'failed',
      `${inWords(error)} ${final ? 'Once that is mended, replay it.' : 'It will be tried again.'}`,
    ],
  )
}

/** Only our own words are told; what a library or the database says may hold a customer's data. */
function inWords(error: unknown): string {
  const told = explainDatabaseError(error)
  if (told instanceof UnreadableMessage) return `The message has not the shape that its kind should have: ${told.message}.`
  if (told instanceof ClinchError) return told.message
  if (told instanceof DatabaseUnavailable) return 'The database was busy or out of reach.'
  if (told instanceof NeverAnswered) return 'Processing it stopped again and again without an answer.'
  return `It failed on our side${told instanceof Error ? ` (${told.name}${codeOf(told)})` : ''}.`
}

/** The database's code of an error and the constraint that was broken: names of ours, never values. */
function codeOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const constraint = 'constraint_name' in error && typeof error.constraint_name === 'string' ? ` ${error.constraint_name}` : ''
  return `${code}${constraint}`
}
