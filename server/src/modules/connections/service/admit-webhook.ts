import type { Database } from '../../../database/tx.ts'
import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { limitKeyOfAddress } from '../../../lib/limit-key.ts'

/** A connection as the intake sees it: found by its id alone, with its secrets opened. */
export interface KnownConnection {
  organizationId: string
  name: string
  secrets: string[]
  /** Whether one of them was imported in the clear, and is to be sealed now that it is used. */
  hasPlainSecret: boolean
}

export type Admission =
  | { admitted: false; reason: 'limit'; retryAfterSeconds: number }
  | { admitted: false; reason: 'unknown' }
  | { admitted: true; connection: KnownConnection }

interface Found {
  wait: number
  organizationId: string | null
  name: string
  state: string
  /** Sealed, or imported in the clear and not sealed yet. */
  secrets: { id: string; sealed: string | null; plain: string | null }[]
}

const nobody: SessionSettings = { organizationId: null, userId: null, scope: 'none', repIds: [], actor: 'webhook:intake', requestId: '' }

/**
 * Counts a request against the limit of its address, and finds the connection: one flight. The connection's own limit is counted
 * later, for what is rightly signed, so that nobody else can use it up. If the database cannot be reached, this throws.
 */
export async function admitWebhook(
  database: Database,
  vault: Vault,
  request: { provider: string; connectionId: string; address: string; perMinute: number | null },
): Promise<Admission> {
  const { provider, connectionId, address, perMinute } = request
  const [rows] = await database.flight(
    nobody,
    [
      {
        text: `with counted as materialized (select case when $3::int is null then 0 else intake.consume($4, $3, 60) end as wait)
          select wait, c.organization_id as "organizationId", c.name, c.state, c.secrets
          from counted left join intake.find_connection($1, $2) c on wait = 0`,
        parameters: [provider, connectionId, perMinute, `webhook:address:${limitKeyOfAddress(address)}`],
      },
    ],
    { readOnly: perMinute === null },
  )
  // The shape that the statement's columns give.
  const [found] = rows as [Found]
  if (found.wait > 0) return { admitted: false, reason: 'limit', retryAfterSeconds: found.wait }
  if (found.organizationId === null || found.state !== 'active') return { admitted: false, reason: 'unknown' }
  const { organizationId, name, secrets } = found
  const opened = secrets.map(({ id, sealed, plain }) =>
    sealed === null ? (plain ?? '') : vault.open(sealed, { organizationId, connectionId, secretId: id, field: 'webhook_secret' }),
  )
  return {
    admitted: true,
    connection: {
      organizationId,
      name,
      // Whatever an import brought: with a blank secret anybody could sign.
      secrets: opened.filter((secret) => secret.trim() !== ''),
      hasPlainSecret: secrets.some(({ plain }) => plain !== null),
    },
  }
}
