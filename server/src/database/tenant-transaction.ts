import { ConnectionPool } from './connection-pool.ts'
import { DatabaseUnavailable } from './database-errors.ts'
import { flyOn } from './flight.ts'
import { type Lease, LentTransaction } from './lent-transaction.ts'
import { openingOf } from './opening.ts'
import type { SessionSettings } from './session-settings.ts'
import type { Database, TransactionOptions, Tx } from './tx.ts'
import { refuseUnsendable } from './wire-types.ts'

export interface DatabaseOptions {
  url: string
  max?: number
  deadlineMs?: number
  queueMs?: number
  connectMs?: number
  lifetimeMs?: number
}

/** Effects leave a transaction as jobs only, so one that lost to another in a deadlock can simply be run again. */
const attemptsAtMost = 4

const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && error.code === '40P01') || isDeadlock(error.cause))

/** Runs work in a savepoint of an open transaction: if it throws, only its own part is undone. */
export const within = <Result>(tx: Tx, work: (tx: Tx) => Promise<Result>): Promise<Result> => {
  if (!(tx instanceof LentTransaction)) throw new TypeError('This is no transaction of ours')
  return tx.savepoint(() => work(tx))
}

export function createDatabase(options: DatabaseOptions): Database {
  const { url, max = 10, deadlineMs = 2_700, queueMs = 1_500, connectMs = 1_500, lifetimeMs = 30 * 60_000 } = options
  const pool = new ConnectionPool({ url, max, queueMs, connectMs, lifetimeMs, statementTimeoutMs: deadlineMs })

  /** Lends a connection until `release`, and destroys it when the time is over or the caller gives up. */
  async function lend(until: number, signal?: AbortSignal): Promise<Lease> {
    const aborted = () => new DatabaseUnavailable('aborted', signal?.reason)
    if (signal?.aborted) throw aborted()
    const connection = await pool.take(until - Date.now())
    if (signal?.aborted) {
      pool.put(connection)
      throw aborted()
    }
    const timer = setTimeout(() => connection.destroy(new DatabaseUnavailable('deadline')), Math.max(0, until - Date.now()))
    const abort = () => connection.destroy(aborted())
    signal?.addEventListener('abort', abort)
    return {
      connection,
      release: () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
        connection.onDeath = null
        pool.put(connection)
      },
    }
  }

  const untilOf = (wanted: TransactionOptions) => Date.now() + (wanted.deadlineMs ?? deadlineMs)

  /** Where no end is given, its time begins with its first query. */
  const open = (settings: SessionSettings, wanted: TransactionOptions, until?: number) =>
    new LentTransaction(settings, openingOf(settings, wanted.readOnly ?? false), () => lend(until ?? untilOf(wanted), wanted.signal))

  const transaction: Database['transaction'] = async (settings, work, wanted = {}) => {
    const until = untilOf(wanted)
    for (let attempt = 1; ; attempt += 1) {
      const lent = open(settings, wanted, until)
      try {
        const result = await Promise.race([work(lent), lent.lost])
        await lent.commit()
        return result
      } catch (error) {
        await lent.rollback()
        if (attempt === attemptsAtMost || !isDeadlock(error)) throw error
      }
    }
  }

  return {
    transaction,
    open: (settings, wanted = {}) => {
      const lent = open(settings, wanted)
      return { tx: lent, commit: () => lent.commit(), rollback: () => lent.rollback() }
    },
    async flight(settings, statements, wanted = {}) {
      const opening = openingOf(settings, wanted.readOnly ?? false)
      // All or none of them are sent: a commit follows.
      for (const { text, parameters = [] } of statements) refuseUnsendable(text, parameters)
      const { connection, release } = await lend(untilOf(wanted), wanted.signal)
      try {
        return await flyOn(connection, opening, statements)
      } finally {
        release()
      }
    },
    async outcome(transactionId) {
      const nobody: SessionSettings = { organizationId: null, userId: null, scope: 'none', repIds: [], actor: 'system', requestId: '' }
      const text = 'select pg_xact_status($1::text::xid8) as status'
      const ask = (tx: Tx) => tx.query<{ status: Awaited<ReturnType<Database['outcome']>> }>(text, [transactionId])
      const [row] = await transaction(nobody, ask, { readOnly: true })
      return row?.status ?? null
    },
    close: (timeoutMs = 5_000) => pool.close(timeoutMs),
    stats: () => pool.stats(),
  }
}
