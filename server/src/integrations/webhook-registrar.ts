import type { Outbound } from '../kernel/outbound.ts'
import type { CalledConnection } from '../kernel/outbound-call.ts'
import type { WebhookProblem } from '../modules/connections/service/index.ts'

/** Whoever asks a provider about a webhook, with which key. */
export interface RegistrarCall {
  outbound: Outbound
  connection: CalledConnection
  apiKey: string
  requestId: string
}

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
  register(call: RegistrarCall, wanted: WantedWebhook): Promise<{ ref: string; scope: 'organization' | 'user'; ownerName: string | null }>
  /** How a subscription stands; null where the key is shown none by that name. */
  look(call: RegistrarCall, ref: string): Promise<SeenWebhook | null>
  /** Removes a subscription; one that is gone counts as removed. */
  remove(call: RegistrarCall, ref: string): Promise<void>
  /** Removes whatever has an address. */
  removeByAddress(call: RegistrarCall, url: string): Promise<void>
}
