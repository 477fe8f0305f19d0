import { createHash, createHmac } from 'node:crypto'
import type { Tx } from '../database/tx.ts'
import { conflict } from './errors.ts'
import type { Vault } from './vault.ts'

/** A mutation that its caller may send again, by the id that the caller gave it. */
export interface Retryable {
  operation: string
  key: string
  input: object
}

/** What is kept of an input to know it again: as new, or as something that is kept already was made. */
type Mark = (input: string, kept?: string) => string

/**
 * An input may hold a secret, and a short one could be guessed by whoever reads a hash of it in a backup: so this takes a key that is not
 * in the database. Its version stands before the mark, so that a retry is known again after a rotation.
 */
const markBy =
  (keys: Pick<Vault, 'derive' | 'keyVersion'>): Mark =>
  (input, kept) => {
    const version = kept === undefined ? keys.keyVersion : Number(kept.split('.')[0])
    const key = keys.derive('idempotency', version)
    // A mark whose key is gone, or that was made otherwise, is of no input that could be shown to be the same.
    return key ? `${version}.${createHmac('sha256', key).update(input).digest('hex')}` : ''
  }

/** What operators do holds no secret. */
const plainMark: Mark = (input) => createHash('sha256').update(input).digest('hex')

/** Where the ids of a caller are kept: in their organization, or, for acts of no tenant, with the operator who acts. */
interface Place {
  table: 'idempotency_keys' | 'operator_idempotency_keys'
  /** Whose ids they are: a value for each of these columns. */
  owner: readonly { column: string; value: string }[]
}

const inTenant = (tx: Tx): Place => ({
  table: 'idempotency_keys',
  owner: [
    { column: 'organization_id', value: tx.organizationId },
    { column: 'actor', value: tx.settings.actor },
  ],
})

const ofOperator = (userId: string): Place => ({ table: 'operator_idempotency_keys', owner: [{ column: 'user_id', value: userId }] })

/**
 * Runs work once for an id that the caller chose: a retry within 24 hours, also a concurrent one, is answered with what the first
 * one stored. The same id with another input is refused. What is stored are ids of rows, never secrets.
 */
export const once = <Result extends object>(
  tx: Tx,
  keys: Pick<Vault, 'derive' | 'keyVersion'>,
  retryable: Retryable,
  work: () => Promise<Result>,
): Promise<Result> => onceIn(tx, inTenant(tx), markBy(keys), retryable, work)

/** The same for an act of an operator, which may concern any tenant or none: their id is known wherever they use it again. */
export const onceForOperator = <Result extends object>(
  tx: Tx,
  userId: string,
  retryable: Retryable,
  work: () => Promise<Result>,
): Promise<Result> => onceIn(tx, ofOperator(userId), plainMark, retryable, work)

async function onceIn<Result extends object>(
  tx: Tx,
  place: Place,
  mark: Mark,
  { operation, key, input }: Retryable,
  work: () => Promise<Result>,
): Promise<Result> {
  if (key.length > 200) throw conflict('clientMutationId has at most 200 characters.')
  const text = JSON.stringify(input)
  const { table, owner } = place
  const columns = [...owner.map(({ column }) => column), 'operation', 'key']
  const identity = [...owner.map(({ value }) => value), operation, key]
  const isThis = columns.map((column, index) => `${column} = $${index + 1}`).join(' and ')
  const next = `$${columns.length + 1}`
  const claimed = await tx.query<{ key: string }>(
    `insert into ${table} (${columns.join(', ')}, input_hash, result) values (${columns.map((_, index) => `$${index + 1}`).join(', ')}, ${next}, '{}'::jsonb)
     on conflict (${columns.join(', ')}) do update set input_hash = excluded.input_hash, result = excluded.result, created_at = now()
       where ${table}.created_at < now() - interval '24 hours'
     returning key`,
    [...identity, mark(text)],
  )
  await sweep(tx, place)
  if (claimed.length === 0) {
    const [first] = await tx.query<Stored<Result>>(`select input_hash as "inputHash", result from ${table} where ${isThis}`, identity)
    return answerOf(first, (kept) => mark(text, kept) === kept)
  }
  const result = await work()
  await tx.query(`update ${table} set result = ${next}::text::jsonb where ${isThis}`, [...identity, JSON.stringify(result)])
  return result
}

/** Each caller sweeps up a few expired ids, passing over what others are at. */
async function sweep(tx: Tx, { table, owner: [owner] }: Place): Promise<void> {
  if (!owner) return
  await tx.query(
    `delete from ${table} where ctid = any(array(select ctid from ${table}
       where ${owner.column} = $1 and created_at < now() - interval '24 hours' limit 20 for update skip locked)) and ${owner.column} = $1`,
    [owner.value],
  )
}

interface Stored<Result> {
  inputHash: string
  result: Result
}

function answerOf<Result>(first: Stored<Result> | undefined, isThis: (inputHash: string) => boolean): Result {
  if (!first) throw conflict('This clientMutationId is being used at this moment. Try again.')
  if (!isThis(first.inputHash))
    throw conflict('This clientMutationId was used with another input.', [{ path: 'clientMutationId', message: 'Choose a new id.' }])
  return first.result
}
