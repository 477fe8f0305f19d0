import { connectionSecrets } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import type { Vault } from '../../../kernel/vault.ts'

/** Seals a secret into its row. Nothing but its last four characters can be read afterwards. */
export async function storeSecret(
  tx: Tx,
  vault: Vault,
  connectionId: string,
  field: 'webhook_secret' | 'api_key',
  secret: string,
): Promise<void> {
  const context = { organizationId: tx.organizationId, connectionId, field }
  await tx.db
    .insert(connectionSecrets)
    .values({ organizationId: tx.organizationId, connectionId, field, sealed: vault.seal(secret, context), lastFour: secret.slice(-4) })
}
