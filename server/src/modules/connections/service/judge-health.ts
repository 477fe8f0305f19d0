import type { ConnectionRow, HealthRow } from './load-connections.ts'

export type HealthState = 'disabled' | 'no_secret' | 'never_used' | 'refusing' | 'failing' | 'waiting' | 'healthy'

/** A connection's state in one word, and in words that a person can act on. */
export function judgeHealth(connection: Pick<ConnectionRow, 'state' | 'secrets' | 'provider'>, health: HealthRow): { state: HealthState; summary: string } {
  const provider = connection.provider === 'calendly' ? 'Calendly' : 'Stripe'
  if (connection.state === 'disabled') return { state: 'disabled', summary: 'Switched off: its deliveries are not taken.' }
  if (!connection.secrets.some((secret) => secret.field === 'webhook_secret')) {
    return { state: 'no_secret', summary: `No signing secret: every delivery is refused. Paste the one that ${provider} shows.` }
  }
  if (health.parked > 0) return { state: 'failing', summary: `${count(health.parked, 'delivery', 'deliveries')} could not be processed. Open them and replay.` }
  const refusedLast = health.lastProblemAt !== null && (health.lastAcceptedAt === null || health.lastProblemAt > health.lastAcceptedAt)
  if (health.refusedLastDay > 0 && refusedLast) return { state: 'refusing', summary: `${provider} signs with a key that we do not have. Paste the new signing secret.` }
  if (health.waiting > 0) return { state: 'waiting', summary: `${count(health.waiting, 'delivery is', 'deliveries are')} being processed.` }
  if (!health.lastAcceptedAt) return { state: 'never_used', summary: `Nothing has arrived yet. Enter the webhook address in ${provider}.` }
  return { state: 'healthy', summary: 'Everything that arrived was processed.' }
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`
