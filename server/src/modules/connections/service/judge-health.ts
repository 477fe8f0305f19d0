import type { ConnectionRow } from './load-connections.ts'
import type { WebhookJudgement } from './judge-webhook.ts'
import type { HealthRow } from './load-health.ts'
import { proofNames, providerNames } from './provider-names.ts'

export type HealthState = 'disabled' | 'no_secret' | 'never_used' | 'refusing' | 'failing' | 'waiting' | 'healthy'

export interface Judgement {
  state: HealthState
  summary: string
}

/** After so long, waiting is no longer what the queue does anyway. */
const longWaitSeconds = 120

/**
 * A connection's state in one word, and in words that a person can act on: of what is the matter, what matters most. `webhook` is how the
 * one stands that Clinch registers; null where that is done by hand.
 */
export function judgeHealth(
  connection: Pick<ConnectionRow, 'state' | 'secrets' | 'provider'>,
  health: HealthRow,
  webhook: WebhookJudgement | null,
): Judgement {
  const provider = providerNames[connection.provider]
  const proof = proofNames[connection.provider]
  if (connection.state === 'disabled') return { state: 'disabled', summary: 'Switched off: its deliveries are not taken.' }
  if (!connection.secrets.some((secret) => secret.field === 'webhook_secret')) {
    const next = webhook ? 'Let Clinch register the webhook under Set-up.' : `Paste the one that ${provider} shows.`
    return { state: 'no_secret', summary: `No ${proof}: every delivery is refused. ${next}` }
  }
  if (health.parked > 0) {
    const them = health.parked === 1 ? 'it' : 'them'
    return {
      state: 'failing',
      summary: `${deliveries(health.parked)} could not be processed. See what is the matter, mend it, and replay ${them}.`,
    }
  }
  if (webhook && !fine.has(webhook.state)) return { state: 'failing', summary: `The webhook is not in order. ${webhook.summary}` }
  if (isAfter(health.lastRefusedAt, health.lastAcceptedAt) && health.refusedLastDay > 0) {
    const why = health.lastRefusedAt === health.lastProblemAt && health.lastProblem ? `: ${lowerFirst(health.lastProblem)}` : ''
    const next =
      webhook?.state === 'active'
        ? 'Register the webhook with a new key under Set-up.'
        : `Compare the ${proof} with the one that ${provider} shows.`
    return { state: 'refusing', summary: `The latest delivery was refused${why}. ${next}` }
  }
  const failedCall = failedCallOf(health)
  if (failedCall !== null) return { state: 'failing', summary: failedCall }
  if (health.failed > 0) return { state: 'failing', summary: `${deliveries(health.failed)} failed and will be tried again by themselves.` }
  if (health.held > 0)
    return {
      state: 'waiting',
      summary: `${deliveries(health.held)} kept until the organization is open again; then processed by themselves.`,
    }
  if (health.waiting > 0) return { state: 'waiting', summary: waitingSummary(health) }
  if (health.lastAcceptedAt === null) return { state: 'never_used', summary: `Nothing has arrived yet. ${firstStep(provider, webhook)}` }
  return { state: 'healthy', summary: 'Everything that arrived was processed.' }
}

/** How a webhook stands where there is nothing to be mended. */
const fine: ReadonlySet<WebhookJudgement['state']> = new Set(['active', 'not_registered', 'registering', 'removing'])

function firstStep(provider: string, webhook: WebhookJudgement | null): string {
  if (webhook === null) return `Enter the webhook address in ${provider}.`
  return webhook.state === 'not_registered' ? 'Let Clinch register the webhook under Set-up.' : webhook.summary
}

/** What the matter is with calling its provider, where the last call failed; null otherwise. */
function failedCallOf({ lastCallFailedAt, lastCallSucceededAt, lastCallError, callsPausedUntil, failed }: HealthRow): string | null {
  if (lastCallError === null || !isAfter(lastCallFailedAt, lastCallSucceededAt)) return null
  const paused = callsPausedUntil === null ? '' : ' It is left alone for a moment, and then called again by itself.'
  const kept = failed === 0 ? '' : ` ${deliveries(failed)} kept until then.`
  const next = paused === '' && kept === '' ? ' It is called again with the next delivery, or when you test the key under Set-up.' : ''
  return `${lastCallError}${paused}${kept}${next}`
}

function waitingSummary({ waiting, oldestWaitingSeconds }: HealthRow): string {
  if (oldestWaitingSeconds < longWaitSeconds) return `${deliveries(waiting)} waiting to be processed.`
  return `${deliveries(waiting)} waiting, the oldest for ${Math.floor(oldestWaitingSeconds / 60)} minutes. If this goes on, check that jobs are running.`
}

const deliveries = (count: number): string => `${count} ${count === 1 ? 'delivery' : 'deliveries'}`

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** Instants as the database writes them sort as text. */
const isAfter = (one: string | null, other: string | null): boolean => one !== null && (other === null || one > other)
