import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import { asError } from '../lib/as-error.ts'
import type { Connection } from './connection.ts'
import { CommitOutcomeUnknown, DatabaseUnavailable, TransactionEnded, TransactionRolledBack } from './database-errors.ts'
import type { SessionSettings } from './session-settings.ts'
import type { OpenTransaction, Tx } from './tenant-transaction.ts'

export interface Opening {
  readOnly: boolean
  /** Begins the transaction and sets its settings; of a writing one, also answers its id. */
  text: string
}

interface Lease {
  connection: Connection
  release: () => void
}

/** One transaction on one lent connection, taken when the first query needs it. */
export class LentTransaction implements Tx, OpenTransaction {
  readonly settings: SessionSettings
  /** Rejects when the connection dies; never resolves. */
  readonly lost: Promise<never>
  readonly #opening: Opening
  readonly #lend: () => Promise<Lease>
  #fail: (error: Error) => void = () => undefined
  #lease: Promise<Lease> | null = null
  #transactionId: string | null = null
  #ended = false
  #savepoints = 0
  #db: PostgresJsDatabase | null = null

  constructor(settings: SessionSettings, opening: Opening, lend: () => Promise<Lease>) {
    this.settings = settings
    this.#opening = opening
    this.#lend = lend
    this.lost = new Promise((_, reject) => {
      this.#fail = reject
    })
    // Whoever awaits it hears of it; nobody awaiting is no error of its own.
    this.lost.catch(() => undefined)
  }

  get tx(): Tx {
    return this
  }

  get organizationId(): string {
    if (this.settings.organizationId === null) throw new TypeError('This transaction belongs to no organization')
    return this.settings.organizationId
  }

  get db(): PostgresJsDatabase {
    this.#db ??= drizzle({ client: this.#asClient() })
    return this.#db
  }

  async query<Row extends object>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const connection = await this.#connection()
    const rows = await connection.run(text, parameters)
    // What a statement answers is what its text asks for; the caller names that shape.
    return rows as unknown as Row[]
  }

  async savepoint<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#savepoints += 1
    const name = `s${this.#savepoints}`
    const connection = await this.#connection()
    await connection.runScript(`savepoint ${name}`)
    try {
      const result = await work()
      await connection.runScript(`release savepoint ${name}`)
      return result
    } catch (error) {
      if (!connection.dead) await connection.runScript(`rollback to savepoint ${name}`)
      throw error
    }
  }

  async commit(): Promise<void> {
    if (this.#ended) return
    this.#ended = true
    if (!this.#lease) return
    const { connection, release } = await this.#lease
    const committing = connection.run('commit')
    if (this.#opening.readOnly) {
      // Nothing can be lost: the caller need not wait for it.
      committing.then(release, release)
      return
    }
    try {
      const { command } = await committing
      if (command !== 'COMMIT') throw new TransactionRolledBack()
    } catch (error) {
      if (error instanceof TransactionRolledBack || isRefusal(error)) throw error
      connection.destroy(new DatabaseUnavailable('lost', error))
      throw new CommitOutcomeUnknown(this.#transactionId, error)
    } finally {
      release()
    }
  }

  async rollback(): Promise<void> {
    if (this.#ended) return
    this.#ended = true
    if (!this.#lease) return
    const lease = await this.#lease.catch(() => null)
    if (!lease) return
    const { connection, release } = lease
    if (!connection.dead) await connection.runScript('rollback').catch((error: unknown) => connection.destroy(asError(error)))
    release()
  }

  async #connection(): Promise<Connection> {
    if (this.#ended) throw new TransactionEnded()
    this.#lease ??= this.#begin()
    return (await this.#lease).connection
  }

  /** The opening is sent and not waited for: it travels with the first query. */
  async #begin(): Promise<Lease> {
    const lease = await this.#lend()
    lease.connection.onDeath = (error) => this.#fail(error)
    lease.connection.runScript(this.#opening.text).then(
      (answers) => this.#noteId(answers),
      (error: unknown) => lease.connection.destroy(asError(error)),
    )
    return lease
  }

  #noteId(answers: unknown): void {
    if (this.#opening.readOnly || !Array.isArray(answers)) return
    const last: unknown = answers.at(-1)
    const row: unknown = Array.isArray(last) ? last[0] : null
    if (typeof row === 'object' && row !== null && 'transaction_id' in row) this.#transactionId = String(row.transaction_id)
  }

  /** As much of a postgres.js client as drizzle uses, bound to this transaction. */
  #asClient(): postgres.Sql {
    const client: DrizzleClient = {
      options: { parsers: {}, serializers: {} },
      unsafe: (text: string, parameters: readonly unknown[] = []) => new DeferredQuery(() => this.#connection(), text, parameters),
      begin: (work) => this.savepoint(() => work(client)),
      savepoint: (work) => this.savepoint(() => work(client)),
    }
    return client as unknown as postgres.Sql
  }
}

interface DrizzleClient {
  options: { parsers: object; serializers: object }
  unsafe(text: string, parameters?: readonly unknown[]): DeferredQuery
  begin<Result>(work: (inner: DrizzleClient) => Promise<Result>): Promise<Result>
  savepoint<Result>(work: (inner: DrizzleClient) => Promise<Result>): Promise<Result>
}

/** A query that drizzle either awaits for its rows as objects, or asks for `values()`: its rows as arrays. */
class DeferredQuery implements PromiseLike<unknown> {
  readonly #connection: () => Promise<Connection>
  readonly #text: string
  readonly #parameters: readonly unknown[]

  constructor(connection: () => Promise<Connection>, text: string, parameters: readonly unknown[]) {
    this.#connection = connection
    this.#text = text
    this.#parameters = parameters
  }

  async values(): Promise<unknown[][]> {
    return (await this.#connection()).runAsArrays(this.#text, this.#parameters)
  }

  then<A, B>(
    resolved?: ((rows: unknown) => A | PromiseLike<A>) | null,
    rejected?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#connection()
      .then((connection) => connection.run(this.#text, this.#parameters))
      .then(resolved as (rows: unknown) => A, rejected)
  }
}

/** The server answered, and refused: whether it is stored is known. */
const isRefusal = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'severity' in error && error.severity === 'ERROR'
