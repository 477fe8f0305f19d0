import type { Provider, TouchedRecord } from '@clinch/drizzle/tables'
import type { Tx } from '../database/tx.ts'
import type { Actor } from '../kernel/actor.ts'
import type { JobServices } from '../kernel/job-services.ts'
import type { SignedRequest, Verdict } from './webhook-signature.ts'

/** What a processed delivery came to, in words. */
export interface Processed {
  state: 'processed' | 'ignored'
  result: string
  /** The records that it is about, which it made or changed. */
  touched?: readonly TouchedRecord[]
}

/** A stored message, and who acts on it. */
export interface StoredMessage {
  body: unknown
  connectionId: string
  receivedAt: Date
  actor: Actor
  /** Follows it through every log. */
  requestId: string
}

/** Acts on a message, in the transaction that also marks its delivery done. */
export type Process = (tx: Tx) => Promise<Processed>

/** One provider: how its webhooks are checked, told apart and acted on. */
export interface Integration {
  provider: Provider
  /** How many webhooks a minute one connection, or one address, may send. */
  webhooksAMinute: number
  verifyWebhook(request: SignedRequest): Verdict
  /** Reads a body that is no JSON; undefined where it has not its form. */
  parseBody?: (rawBody: Buffer) => object | undefined
  /**
   * What a body holds that Clinch has no use for and that is personal or secret, each as the names down to it from anywhere
   * (`billing_details.address`; a star is any name). It is masked before the body is stored, beside what is secret by its name.
   */
  unneeded?: readonly string[]
  /**
   * What a stored body says in our own words, for people to compare; none where it says nothing without asking its provider. Throws
   * UnreadableMessage where it has not its documented shape.
   */
  interpret?: (message: Pick<StoredMessage, 'body' | 'connectionId' | 'receivedAt'>) => object
  /** What kind of message it is, in the provider's words. */
  deliveryKind(body: unknown): string
  /** What a request that was taken in is answered, beside that it was. */
  reply?: (body: unknown) => object
  /** What makes a repeated request the same delivery. */
  deliveryKey(body: unknown, rawBody: Buffer): string
  /**
   * Says how a message is acted on. What the message only names is asked for here, before any transaction, so that no provider's
   * slowness holds a lock; throws PROVIDER_UNAVAILABLE where it cannot be had now.
   */
  prepare(message: StoredMessage, services: JobServices): Process | Promise<Process>
}
