import type { Database, OpenTransaction, Tx } from '../database/tx.ts'
import type { ActivityFeed } from '../kernel/activity-feed.ts'
import { type Actor, type Origin, sessionOf } from '../kernel/actor.ts'
import type { Caller } from '../kernel/caller.ts'
import type { ConfirmIdentity } from '../kernel/confirm-identity.ts'
import { forbidden, unauthenticated } from '../kernel/errors.ts'
import type { CheckKey } from '../kernel/check-key.ts'
import { once } from '../kernel/idempotency.ts'
import { stillStands } from '../kernel/still-stands.ts'
import type { Vault } from '../kernel/vault.ts'

/** What a process offers to its resolvers. */
export interface Services {
  database: Database
  /** The address under which people and providers reach this server, without a slash at its end. */
  publicUrl: () => string
  vault: Vault
  checkKey: CheckKey
  /** Forgets who was recognised a moment ago: credentials or memberships changed. */
  forgetCallers: () => void
  confirmIdentity: ConfirmIdentity
  activity: ActivityFeed
  /** Whether nobody counts how often mails are sent and organizations made. For the demo’s own player alone. */
  unlimited?: boolean | undefined
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
  /** Of a subscription: the place in the organization's history from which on its caller wants to be told. */
  readonly since: bigint
  /** Apollo hands resolvers a shallow copy of this object, so what changes is one thing that both hold. */
  private readonly state: { loaded: Map<object, object>; reading: OpenTransaction | null } = {
    loaded: new Map(),
    reading: null,
  }

  constructor(caller: Caller, request: { id: string; address: string }, services: Services, since = 0n) {
    this.caller = caller
    this.requestId = request.id
    this.address = request.address
    this.services = services
    this.since = since
  }

  /** The acting member or key. Rules let nobody through without one, so this throwing is a missing rule. */
  get actor(): Actor {
    if (!this.caller.actor) throw unauthenticated(this.caller.why ?? undefined)
    return this.caller.actor
  }

  /** From where this operation was asked for, as the audit log keeps it. */
  get origin(): Origin {
    return { requestId: this.requestId, address: this.address }
  }

  /** The read-only transaction of this operation. */
  get tx(): Tx {
    this.state.reading ??= this.services.database.open(sessionOf(this.actor, this.origin), { readOnly: true })
    return this.state.reading.tx
  }

  /**
   * Runs one mutation field in a transaction of its own; what was loaded before it is forgotten. A `clientMutationId` in the input
   * makes a retry answer what the first one did, so `work` answers ids only and the payload is read afterwards. Who lost their role or
   * their key a moment ago writes nothing, whatever this process remembers of them.
   */
  async write<Result extends object>(
    operation: string,
    input: { clientMutationId?: string | null },
    work: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    const key = input.clientMutationId
    const { actor } = this
    const result = await this.services.database.transaction(sessionOf(actor, this.origin), async (tx) => {
      if (!(await stillStands(tx, actor))) {
        this.services.forgetCallers()
        throw changedMeanwhile(actor)
      }
      return key ? once(tx, this.services.vault, { operation, key, input }, () => work(tx)) : work(tx)
    })
    this.state.loaded.clear()
    return result
  }

  /** What this operation keeps under a key of its definition; made when first asked for. */
  remember(definition: object, create: () => object): object {
    let kept = this.state.loaded.get(definition)
    if (!kept) {
      kept = create()
      this.state.loaded.set(definition, kept)
    }
    return kept
  }

  /** Ends the reading transaction: when the answer is ready, or before somebody else is waited for. Whatever is read after it opens another. */
  async end(): Promise<void> {
    const { reading } = this.state
    this.state.reading = null
    await reading?.commit()
  }
}

const changedMeanwhile = (actor: Actor): Error =>
  actor.kind === 'user' || actor.kind === 'operator'
    ? forbidden('What you may do in this organization has just changed. Reload the page.', 'member')
    : unauthenticated('These credentials are not valid any more.')
