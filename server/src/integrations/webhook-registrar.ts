import type { WebhookProblem } from '../modules/connections/service/index.ts'
import type { KeyedCaller } from './keyed-caller.ts'

/** The provider refuses, and will until a person acts. */
export class WebhookRefused extends Error {
  readonly problem: WebhookProblem

  constructor(problem: WebhookProblem) {
    super(`The webhook is refused: ${problem}`)
    this.name = 'WebhookRefused'
    this.problem = problem
  }
}

export interface WantedWebhook {
  url: string
  signingKey: string
  /** Told before another subscription to the same address is deleted, which may have been sending until now. */
  replacing(): Promise<void>
}

/** How a provider has a webhook. */
export interface SeenWebhook {
  state: 'active' | 'disabled'
  /** Since when deliveries fail, if they do. */
  failingSince: Date | null
}

/**
 * Registers webhooks at one provider. Each throws WebhookRefused where a person has to act, PROVIDER_UNAVAILABLE where the provider cannot
 * be asked now, and UnreadableMessage where an answer has not its documented shape.
 */
export interface WebhookRegistrar {
  /** Makes a subscription, in place of whatever has the address already. */
  register(caller: KeyedCaller, wanted: WantedWebhook): Promise<{ ref: string; scope: 'organization' | 'user'; ownerName: string | null }>
  /** How a subscription stands; null where the key is shown none by that name. */
  look(caller: KeyedCaller, ref: string): Promise<SeenWebhook | null>
  /** Removes a subscription; one that is gone counts as removed. */
  remove(caller: KeyedCaller, ref: string): Promise<void>
  /** Removes whatever has an address. */
  removeByAddress(caller: KeyedCaller, url: string): Promise<void>
}
