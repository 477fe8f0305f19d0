import type DataLoader from 'dataloader'
import type { Database, OpenTransaction, Tx } from '../database/tenant-transaction.ts'
import { type Actor, sessionOf } from '../kernel/actor.ts'
import { unauthenticated } from '../kernel/errors.ts'
import { once } from '../kernel/idempotency.ts'

/** The person behind a session, who may belong to no organization yet. */
export interface Account {
  userId: string
  name: string
  email: string
}

/** Who calls. `why` says what is wrong with credentials that were sent but are not good. */
export interface Caller {
  account: Account | null
  actor: Actor | null
  why: string | null
}

/** What the services of a process offer to resolvers. Domains add theirs by declaration merging, where they are defined. */
export interface Services {
  database: Database
  publicUrl: () => string
  now: () => Date
}

/**
 * One GraphQL operation: who calls, and its transaction. A query reads in one read-only transaction, opened by its first read;
 * a mutation field writes in one of its own, and what it answers is read after its commit.
 */
export class GraphContext {
  readonly caller: Caller
  readonly requestId: string
  /** The caller's network address. */
  readonly address: string
  readonly services: Services
  readonly #loaders = new Map<object, DataLoader<string, unknown>>()
  #reading: OpenTransaction | null = null

  constructor(caller: Caller, request: { id: string; address: string }, services: Services) {
    this.caller = caller
    this.requestId = request.id
    this.address = request.address
    this.services = services
  }

  /** The acting member or key. Rules let nobody through without one, so this throwing is a missing rule. */
  get actor(): Actor {
    if (!this.caller.actor) throw unauthenticated(this.caller.why ?? undefined)
    return this.caller.actor
  }

  /** The read-only transaction of this operation. */
  get tx(): Tx {
    this.#reading ??= this.services.database.open(sessionOf(this.actor, this.requestId), { readOnly: true })
    return this.#reading.tx
  }

  /**
   * Runs one mutation field in a transaction of its own; what was loaded before it is forgotten. A `clientMutationId` in the input
   * makes a retry answer what the first one did, so `work` answers ids only and the payload is read afterwards.
   */
  async write<Result extends object>(operation: string, input: { clientMutationId?: string | null }, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const key = input.clientMutationId
    const result = await this.services.database.transaction(sessionOf(this.actor, this.requestId), (tx) =>
      key ? once(tx, { operation, key, input }, () => work(tx)) : work(tx),
    )
    this.#loaders.clear()
    return result
  }

  loader(definition: object, create: () => DataLoader<string, unknown>): DataLoader<string, unknown> {
    let loader = this.#loaders.get(definition)
    if (!loader) {
      loader = create()
      this.#loaders.set(definition, loader)
    }
    return loader
  }

  /** Ends the reading transaction. Called once, when the answer is ready. */
  async end(): Promise<void> {
    const reading = this.#reading
    this.#reading = null
    await reading?.commit()
  }
}
