import type { Database } from '../../../database/tx.ts'
import { type Scope, scopes } from '../../../kernel/actor.ts'
import { acting, type Caller, keptOut, unrecognised } from '../../../kernel/caller.ts'
import { readTenantToken } from '../../../kernel/tenant-token.ts'
import { insideTenant } from './inside-tenant.ts'
import { doorColumns, type OrganizationDoor, whyShut } from './organization-door.ts'

export const apiKeyPrefix = 'clinch'

interface KeyRow extends OrganizationDoor {
  id: string
  name: string
  scopes: string[]
  expired: boolean
  revoked: boolean
  stale: boolean
}

const badKey = unrecognised('This API key is not valid.')

/** Who calls with an API key. That it was used is noted, to the minute. */
export async function callerOfKey(database: Database, text: string): Promise<Caller> {
  const token = readTenantToken(apiKeyPrefix, text)
  if (!token) return badKey
  const { organizationId, hash } = token
  const [rows] = await database.flight(
    insideTenant(organizationId),
    [
      {
        text: `select k.id, k.name, k.scopes, coalesce(k.expires_at <= now(), false) as expired, k.revoked_at is not null as revoked,
                 coalesce(k.last_used_at < now() - interval '1 minute', true) as stale, ${doorColumns}
               from api_keys k join organizations o on o.id = k.organization_id where k.organization_id = $1 and k.key_hash = $2`,
        parameters: [organizationId, hash],
      },
    ],
    { readOnly: true },
  )
  const key = rows?.[0] as KeyRow | undefined
  if (!key) return badKey
  if (key.revoked) return unrecognised('This API key was revoked.')
  if (key.expired) return unrecognised('This API key has expired.')
  const shut = whyShut(key)
  if (shut) return keptOut(null, shut)
  if (key.stale) {
    await database.flight(insideTenant(organizationId), [
      { text: `update api_keys set last_used_at = now() where organization_id = $1 and id = $2`, parameters: [organizationId, key.id] },
    ])
  }
  const granted = scopes.filter((scope): scope is Scope => key.scopes.includes(scope))
  return acting(null, { kind: 'api_key', organizationId, keyId: key.id, name: key.name, scopes: granted })
}
