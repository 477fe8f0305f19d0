import { hourMs, later, minuteMs } from './clock.ts'
import type { WebhookAct } from './story.ts'
import type { World } from './truth.ts'

/** Delivers the providers' messages: each once, a few twice, none after `now`. */
export interface Post {
  readonly delivered: WebhookAct[]
  /** Answers when it arrives. */
  deliver(provider: WebhookAct['provider'], body: object, at: Date): Date
}

export function openPost({ random, now }: World): Post {
  const delivered: WebhookAct[] = []
  return {
    delivered,
    deliver(provider, body, at) {
      const arrives = at > now ? now : at
      delivered.push({ kind: 'webhook', provider, at: arrives, body })
      const again = later(arrives, random.between(minuteMs, 6 * hourMs))
      if (random.chance(0.02) && again <= now) delivered.push({ kind: 'webhook', provider, at: again, body })
      return arrives
    },
  }
}
