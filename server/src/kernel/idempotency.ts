import { createHash } from 'node:crypto'
import type { Tx } from '../database/tx.ts'
import { conflict } from './errors.ts'

/** A mutation that its caller may send again, by the id that the caller gave it. */
export interface Retryable {
  operation: string
  key: string
  input: object
}

/**
 * Runs work once for an id that the caller chose: a retry within 24 hours, also a concurrent one, is answered with what the first
 * one stored. The same id with another input is refused. What is stored are ids of rows, never secrets.
 */
export async function once<Result extends object>(
  tx: Tx,
  { operation, key, input }: Retryable,
  work: () => Promise<Result>,
): Promise<Result> {
  if (key.length > 200) throw conflict('clientMutationId has at most 200 characters.')
  const inputHash = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  const identity = [tx.organizationId, tx.settings.actor, operation, key]
  const claimed = await tx.query<{ key: string }>(
    `insert into idempotency_keys (organization_id, actor, operation, key, input_hash, result) values ($1, $2, $3, $4, $5, '{}'::jsonb)
     on conflict (organization_id, actor, operation, key) do update set input_hash = excluded.input_hash, result = excluded.result, created_at = now()
       where idempotency_keys.created_at < now() - interval '24 hours'
     returning key`,
    [...identity, inputHash],
  )
  // Each caller sweeps up a few of its organization's expired ids, passing over what others are at.
  await tx.query(
    `delete from idempotency_keys where ctid = any(array(select ctid from idempotency_keys
       where organization_id = $1 and created_at < now() - interval '24 hours' limit 20 for update skip locked)) and organization_id = $1`,
    [tx.organizationId],
  )
  if (claimed.length === 0) return answerOfFirst<Result>(tx, identity, inputHash)
  const result = await work()
  await tx.query(
    `update idempotency_keys set result = $5::text::jsonb where organization_id = $1 and actor = $2 and operation = $3 and key = $4`,
    [...identity, JSON.stringify(result)],
  )
  return result
}

async function answerOfFirst<Result extends object>(tx: Tx, identity: readonly string[], inputHash: string): Promise<Result> {
  const [first] = await tx.query<{ inputHash: string; result: Result }>(
    `select input_hash as "inputHash", result from idempotency_keys where organization_id = $1 and actor = $2 and operation = $3 and key = $4`,
    identity,
  )
  if (!first) throw conflict('This clientMutationId is being used at this moment. Try again.')
  if (first.inputHash !== inputHash)
    throw conflict('This clientMutationId was used with another input.', [{ path: 'clientMutationId', message: 'Choose a new id.' }])
  return first.result
}
