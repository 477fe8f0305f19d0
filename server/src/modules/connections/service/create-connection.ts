import { connections, providers } from '@clinch/drizzle/tables'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { ConnectionName, Mapping, Secret, usualMapping } from './schemas.ts'
import { storeSecret } from './store-secret.ts'

const CreateConnection = z.object({
  provider: z.enum(providers),
  name: ConnectionName,
  webhookSecret: Secret.nullish(),
  apiKey: Secret.nullish(),
  mapping: Mapping.nullish(),
})
export type CreateConnection = z.input<typeof CreateConnection>

/** Links the organization to a provider. Without a webhook secret its deliveries are refused until one is set. */
export async function createConnection({ actor, input, tx, vault }: Verb<CreateConnection> & { vault: Vault }): Promise<{ id: string }> {
  authorize(actor, 'connections:write')
  const { provider, name, webhookSecret, apiKey, mapping } = parseInput(CreateConnection, input)
  const [row] = await tx.db
    .insert(connections)
    .values({ organizationId: tx.organizationId, provider, name, mapping: mapping ?? usualMapping })
    .returning({ id: connections.id })
  if (!row) throw new Error('An inserted connection was not returned')
  if (webhookSecret) await storeSecret(tx, vault, row.id, 'webhook_secret', webhookSecret)
  if (apiKey) await storeSecret(tx, vault, row.id, 'api_key', apiKey)
  return row
}
