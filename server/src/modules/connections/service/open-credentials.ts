import type { Tx } from '../../../database/tx.ts'
import type { Vault } from '../../../kernel/vault.ts'

/** What a provider is called with. Never logged, returned or kept. */
export interface Credentials {
  account: string | null
  /** The newest; null where there is none. */
  apiKey: string | null
}

/** Opens what a connection calls its provider with. */
export async function openCredentials(tx: Tx, vault: Vault, connectionId: string): Promise<Credentials> {
  const { organizationId } = tx
  const [found] = await tx.query<{ account: string | null; id: string | null; sealed: string | null; plain: string | null }>(
    `select c.account, s.id, s.sealed, s.plain from connections c
     left join lateral (
       select id, sealed, plain from connection_secrets
       where organization_id = c.organization_id and connection_id = c.id and field = 'api_key' and (valid_until is null or valid_until > now())
       order by created_at desc, id desc limit 1) s on true
     where c.organization_id = $1 and c.id = $2`,
    [organizationId, connectionId],
  )
  if (!found?.id) return { account: found?.account ?? null, apiKey: null }
  const context = { organizationId, connectionId, secretId: found.id, field: 'api_key' }
  return { account: found.account, apiKey: found.sealed === null ? found.plain : vault.open(found.sealed, context) }
}
