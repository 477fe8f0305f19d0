import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type { Connection } from './connection.ts'
import { ConnectionPool } from './connection-pool.ts'
import { CommitOutcomeUnknown, DatabaseUnavailable, TransactionRolledBack } from './database-errors.ts'
import { LentTransaction, type Opening } from './lent-transaction.ts'
import { type SessionSettings, setSettings } from './session-settings.ts'

export type { SessionSettings } from './session-settings.ts'

/**
 * An open tenant transaction. `query` answers instants and days as PostgreSQL's own text in UTC ('2026-11-20 14:00:00.5+00'), bigint
 * as bigint, json parsed, arrays as arrays. As parameters it takes instants and json as text, cast in the statement.
 */
export interface Tx {
  /** drizzle on this transaction; its own `transaction` is a savepoint. */
  readonly db: PostgresJsDatabase
  /** Runs one prepared statement. Several may be under way at once: they travel together. */
  query<Row extends object>(text: string, parameters?: readonly unknown[]): Promise<Row[]>
  readonly settings: SessionSettings
  /** The tenant; throws where there is none. */
  readonly organizationId: string
}

export interface TransactionOptions {
  readOnly?: boolean
  /** How long all of it may take. */
  deadlineMs?: number
  signal?: AbortSignal
}

/** A transaction that outlives a function call. */
export interface OpenTransaction {
  readonly tx: Tx
  commit(): Promise<void>
  rollback(): Promise<void>
}

export interface Database {
  /** Runs work in one transaction: commits if it resolves, rolls back if it throws. Its opening travels with the first query. After a deadlock it is run again. */
  transaction<Result>(settings: SessionSettings, work: (tx: Tx) => Promise<Result>, options?: TransactionOptions): Promise<Result>
  /** Opened by its first query. The commit of a read-only one is not waited for. */
  open(settings: SessionSettings, options?: TransactionOptions): OpenTransaction
  /** Statements known in advance: opening, statements and commit in one flight. */
  flight(
    settings: SessionSettings,
    statements: readonly { text: string; parameters?: readonly unknown[] }[],
    options?: TransactionOptions,
  ): Promise<object[][]>
  /** What became of a transaction whose commit was never answered; null if that is too long ago. */
  outcome(transactionId: string): Promise<'committed' | 'aborted' | 'in progress' | null>
  close(timeoutMs?: number): Promise<void>
  stats(): { open: number; idle: number; waiting: number }
}

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
  const { url, max = 10, deadlineMs = 10_000, queueMs = 2_000, connectMs = 2_000, lifetimeMs = 30 * 60_000 } = options
  const pool = new ConnectionPool({ url, max, queueMs, connectMs, lifetimeMs, statementTimeoutMs: deadlineMs })

  /** Lends a connection until `release`, and destroys it when the deadline passes or the caller gives up. */
  async function lend(wanted: TransactionOptions): Promise<{ connection: Connection; release: () => void }> {
    const until = Date.now() + (wanted.deadlineMs ?? deadlineMs)
    const connection = await pool.take(until - Date.now())
    const timer = setTimeout(() => connection.destroy(new DatabaseUnavailable('deadline')), Math.max(0, until - Date.now()))
    const abort = () => connection.destroy(new DatabaseUnavailable('aborted', wanted.signal?.reason))
    wanted.signal?.addEventListener('abort', abort)
    if (wanted.signal?.aborted) abort()
    return {
      connection,
      release: () => {
        clearTimeout(timer)
        wanted.signal?.removeEventListener('abort', abort)
        connection.onDeath = null
        pool.put(connection)
      },
    }
  }

  const openingOf = (settings: SessionSettings, wanted: TransactionOptions): Opening => ({
    readOnly: wanted.readOnly ?? false,
    text: `begin${wanted.readOnly ? ' read only' : ''}; ${setSettings(settings)}${wanted.readOnly ? '' : '; select pg_current_xact_id()::text as transaction_id'}`,
  })

  const open = (settings: SessionSettings, wanted: TransactionOptions = {}) =>
    new LentTransaction(settings, openingOf(settings, wanted), () => lend(wanted))

  return {
    async transaction(settings, work, wanted = {}) {
      for (let attempt = 1; ; attempt += 1) {
        const transaction = open(settings, wanted)
        try {
          const result = await Promise.race([work(transaction), transaction.lost])
          await transaction.commit()
          return result
        } catch (error) {
          await transaction.rollback()
          if (attempt === attemptsAtMost || !isDeadlock(error)) throw error
        }
      }
    },
    open(settings, wanted) {
      const transaction = open(settings, wanted)
      return { tx: transaction, commit: () => transaction.commit(), rollback: () => transaction.rollback() }
    },
    async flight(settings, statements, wanted = {}) {
      const { connection, release } = await lend(wanted)
      const opening = openingOf(settings, wanted)
      const opened = connection.runScript(opening.text)
      const answers = statements.map(({ text, parameters }) => connection.run(text, parameters))
      const committed = connection.run('commit')
      const results = await Promise.allSettled([opened, ...answers, committed])
      const failed = results.find((result) => result.status === 'rejected')
      try {
        if (failed) {
          const lost = connection.dead
          if (lost && !opening.readOnly) throw new CommitOutcomeUnknown(null, failed.reason)
          throw failed.reason
        }
        if ((await committed).command !== 'COMMIT') throw new TransactionRolledBack()
        return await Promise.all(answers)
      } finally {
        release()
      }
    },
    async outcome(transactionId) {
      const nobody: SessionSettings = { organizationId: null, userId: null, scope: 'none', repIds: [], actor: 'system', requestId: '' }
      const transaction = open(nobody, { readOnly: true })
      const [row] = await transaction.query<{ status: 'committed' | 'aborted' | 'in progress' | null }>(
        'select pg_xact_status($1::text::xid8) as status',
        [transactionId],
      )
      await transaction.commit()
      return row?.status ?? null
    },
    close: (timeoutMs = 5_000) => pool.close(timeoutMs),
    stats: () => pool.stats(),
  }
}
