import type { Provider } from '@clinch/drizzle/tables'
import type { Tx } from '../database/tx.ts'
import type { Actor } from '../kernel/actor.ts'
import type { SignedRequest, Verdict } from './webhook-signature.ts'

/** What a processed delivery came to, in words. */
export interface Processed {
  state: 'processed' | 'ignored'
  result: string
}

/** One provider: how its webhooks are checked, told apart and acted on. */
export interface Integration {
  provider: Provider
  /** How many webhooks a minute one connection, or one address, may send. */
  webhooksAMinute: number
  verifyWebhook(request: SignedRequest): Verdict
  /** What kind of message it is, in the provider's words. */
  deliveryKind(body: unknown): string
  /** What makes a repeated request the same delivery. */
  deliveryKey(body: unknown, rawBody: Buffer): string
  /** Acts on a message, in the transaction that also marks its delivery done. */
  process(tx: Tx, delivery: { body: unknown; connectionId: string; actor: Actor }): Promise<Processed>
}
