import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type { Statement } from './flight.ts'
import type { SessionSettings } from './session-settings.ts'

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
  flight(settings: SessionSettings, statements: readonly Statement[], options?: TransactionOptions): Promise<object[][]>
  /**
   * What became of a transaction whose commit was never answered; null if that is too long ago. Not to be relied on after a crash of the
   * server, which may give the id of a transaction that it lost to another.
   */
  outcome(transactionId: string): Promise<'committed' | 'aborted' | 'in progress' | null>
  close(timeoutMs?: number): Promise<void>
  stats(): { open: number; idle: number; waiting: number }
}
