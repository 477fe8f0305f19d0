import type { Database, SessionSettings } from '../../../database/tenant-transaction.ts'
import type { Vault } from '../../../kernel/vault.ts'

/** A connection as the intake sees it: found by its id alone, with its secrets opened. */
export interface KnownConnection {
  organizationId: string
  name: string
  secrets: string[]
}

export type Admission = { admitted: false; reason: 'limit'; retryAfterSeconds: number } | { admitted: false; reason: 'unknown' } | { admitted: true; connection: KnownConnection }

const nobody: SessionSettings = { organizationId: null, userId: null, scope: 'none', repIds: [], actor: 'webhook:intake', requestId: '' }
const windowSeconds = 60

/**
 * Counts a request against the limits of its connection and of its address, and finds the connection: one flight. Limits are shared by
 * every process. If the database cannot be reached, this throws, and nobody is let in.
 */
export async function admitWebhook(
  database: Database,
  vault: Vault,
  request: { provider: string; connectionId: string; address: string; perMinute: number | null },
): Promise<Admission> {
  const { provider, connectionId, address, perMinute } = request
  const consume = (key: string) => ({ text: 'select intake.consume($1, $2, $3) as wait', parameters: [key, perMinute, windowSeconds] })
  const limits = perMinute === null ? [] : [consume(`webhook:connection:${connectionId}`), consume(`webhook:address:${provider}:${address}`)]
  const answers = await database.flight(nobody, [
    { text: 'select organization_id as "organizationId", name, state, secrets from intake.find_connection($1, $2)', parameters: [provider, connectionId] },
    ...limits,
  ])
  const retryAfterSeconds = Math.max(0, ...answers.slice(1).map((rows) => (rows[0] as { wait: number } | undefined)?.wait ?? 0))
  if (retryAfterSeconds > 0) return { admitted: false, reason: 'limit', retryAfterSeconds }
  const found = answers[0]?.[0] as { organizationId: string; name: string; state: string; secrets: string[] } | undefined
  if (found?.state !== 'active') return { admitted: false, reason: 'unknown' }
  const context = { organizationId: found.organizationId, connectionId, field: 'webhook_secret' }
  return { admitted: true, connection: { organizationId: found.organizationId, name: found.name, secrets: found.secrets.map((sealed) => vault.open(sealed, context)) } }
}
