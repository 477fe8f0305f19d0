import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import { asError } from '../lib/as-error.ts'
import type { Connection } from './connection.ts'
import { CommitOutcomeUnknown, DatabaseUnavailable, isRefusal, TransactionEnded, TransactionRolledBack } from './database-errors.ts'
import { idInAnswers, type Opening } from './opening.ts'
import type { SessionSettings } from './session-settings.ts'
import type { OpenTransaction, Tx } from './tx.ts'

/** A connection on loan. */
export interface Lease {
  connection: Connection
  release: () => void
}

/** One transaction on one lent connection, taken when the first query needs it. */
export class LentTransaction implements Tx, OpenTransaction {
  readonly settings: SessionSettings
  /** Rejects when no connection can be had, or when it dies; never resolves. */
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
    const rows = await this.#use((connection) => connection.run(text, parameters))
    // What a statement answers is what its text asks for; the caller names that shape.
    return rows as unknown as Row[]
  }

  async savepoint<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#savepoints += 1
    const name = `s${this.#savepoints}`
    const run = (text: string) => this.#use((connection) => connection.runScript(text))
    await run(`savepoint ${name}`)
    try {
      const result = await work()
      await run(`release savepoint ${name}`)
      return result
    } catch (error) {
      // Where the transaction is over already, nothing of it is left to undo.
      if (!this.#ended && !(error instanceof DatabaseUnavailable)) await run(`rollback to savepoint ${name}`)
      throw error
    }
  }

  async commit(): Promise<void> {
    if (this.#ended) return
    this.#ended = true
    if (!this.#lease) return
    const { connection, release } = await this.#lease
    if (this.#opening.readOnly) {
      // Nothing can be lost: the caller need not wait for it.
      connection.run('commit').then(release, release)
      return
    }
    if (connection.death) {
      release()
      throw connection.death
    }
    try {
      const { command } = await connection.run('commit')
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
    if (!connection.death) await connection.runScript('rollback').catch((error: unknown) => connection.destroy(asError(error)))
    release()
  }

  /**
   * Between the look and the sending lies one turn, as in `commit`: so who came before the end is sent before it. Sent later, a
   * statement would run on the same connection in no transaction.
   */
  async #use<Result>(send: (connection: Connection) => Promise<Result>): Promise<Result> {
    if (this.#ended) throw new TransactionEnded()
    this.#lease ??= this.#begin()
    const { connection } = await this.#lease
    return send(connection)
  }

  /** The opening is sent and not waited for: it travels with the first query. */
  async #begin(): Promise<Lease> {
    const lease = await this.#lend().catch((error: unknown) => {
      this.#fail(asError(error))
      throw error
    })
    lease.connection.onDeath = (error) => this.#fail(error)
    lease.connection.runScript(this.#opening.text).then(
      (answers) => {
        this.#transactionId = idInAnswers(answers)
      },
      (error: unknown) => lease.connection.destroy(asError(error)),
    )
    return lease
  }

  /** As much of a postgres.js client as drizzle uses, bound to this transaction. */
  #asClient(): postgres.Sql {
    const client: DrizzleClient = {
      options: { parsers: {}, serializers: {} },
      unsafe: (text: string, parameters: readonly unknown[] = []) => new DeferredQuery((send) => this.#use(send), text, parameters),
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

type Use = <Result>(send: (connection: Connection) => Promise<Result>) => Promise<Result>

/** A query that drizzle either awaits for its rows as objects, or asks for `values()`: its rows as arrays. */
class DeferredQuery implements PromiseLike<unknown> {
  readonly #use: Use
  readonly #text: string
  readonly #parameters: readonly unknown[]

  constructor(use: Use, text: string, parameters: readonly unknown[]) {
    this.#use = use
    this.#text = text
    this.#parameters = parameters
  }

  values(): Promise<unknown[][]> {
    return this.#use((connection) => connection.runAsArrays(this.#text, this.#parameters))
  }

  then<A, B>(
    resolved?: ((rows: unknown) => A | PromiseLike<A>) | null,
    rejected?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#use((connection) => connection.run(this.#text, this.#parameters)).then(resolved as (rows: unknown) => A, rejected)
  }
}
