import type { JobServices } from '../kernel/job-services.ts'
import type { Actor } from '../kernel/actor.ts'
import type { CalledConnection } from '../kernel/outbound-call.ts'
import type { Tx } from '../database/tx.ts'
import type { Credentials } from '../modules/connections/service/index.ts'
import type { StepPosition } from '../modules/runs/service/index.ts'

/** What a provider is asked for, and from where on. */
export interface SyncRequest {
  connection: CalledConnection
  /** The account and key to ask with. */
  credentials: Credentials & { apiKey: string }
  /** From the first instant up to the second. */
  span: { start: Date; end: Date }
  /** Where the last item that was taken in stood; null at the beginning. */
  cursor: unknown
  /** As whom what comes is taken in. */
  actor: Actor
  requestId: string
}

/** What taking something in did. `beside` is what is no record that people count. */
export type Taken = 'made' | 'changed' | 'none' | 'beside'

/** One thing that a provider has, in the order of its list. */
export interface SyncItem {
  /** Where the list goes on after it. */
  position: StepPosition
  /**
   * Takes it in, in one short transaction, and says what that did; throws UnreadableMessage where it has not its documented shape. None
   * where there is nothing to take in.
   */
  record: ((tx: Tx) => Promise<Taken>) | null
  /** What it is called where it cannot be taken in. */
  name: string
}

/**
 * Asks a provider for what it has of a span, page by page as it is wanted, so that no more than a page is ever held. Throws
 * PROVIDER_UNAVAILABLE where it cannot be asked now, and CONFLICT, in words, where a person has to do something.
 */
export type SyncSource = (request: SyncRequest, services: JobServices) => AsyncIterable<SyncItem>
