import { connectionSecrets } from '@clinch/drizzle/tables'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../database/tx.ts'
import type { Vault } from '../../../kernel/vault.ts'

/** Seals a secret into its row, whose id it answers. Nothing but its last four characters can be read afterwards. */
export async function storeSecret(
  tx: Tx,
  vault: Vault,
  connectionId: string,
  field: 'webhook_secret' | 'api_key',
  secret: string,
): Promise<string> {
  const { organizationId } = tx
  const id = uuidv7()
  const sealed = vault.seal(secret, { organizationId, connectionId, secretId: id, field })
  await tx.db.insert(connectionSecrets).values({ organizationId, id, connectionId, field, sealed, lastFour: secret.slice(-4) })
  return id
}
