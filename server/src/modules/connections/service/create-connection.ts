import { connections, type FieldMapping, type Provider, providers } from '@clinch/drizzle/tables'
import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { authorize } from '../../../kernel/actor.ts'
import { conflict } from '../../../kernel/errors.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { connectionReady } from './facts.ts'
import { Account, ConnectionName, leadMapping, Mapping, Secret, usualMapping } from './schemas.ts'
import { keepSecret, makeSecret, makesSecret, refuseGivenSecret } from './secret-rules.ts'

const CreateConnection = z.object({
  provider: z.enum(providers),
  name: ConnectionName,
  webhookSecret: Secret.nullish(),
  account: Account.nullish(),
  apiKey: Secret.nullish(),
  mapping: Mapping.nullish(),
})
export type CreateConnection = z.input<typeof CreateConnection>

/**
 * Links the organization to a provider. Without a webhook secret its deliveries are refused until one is set; `madeSecret` is the one that
 * was made here, which nobody can read again.
 */
export async function createConnection({
  actor,
  input,
  tx,
  vault,
}: Verb<CreateConnection> & { vault: Vault }): Promise<{ id: string; madeSecret: string | null }> {
  authorize(actor, 'connections:write')
  const { provider, name, webhookSecret, account, apiKey, mapping } = parseInput(CreateConnection, input)
  if (webhookSecret) refuseGivenSecret(provider, 'webhookSecret')
  await holdRoomForConnection(tx)
  const [row] = await tx.db
    .insert(connections)
    .values({ organizationId: tx.organizationId, provider, name, account: account ?? null, mapping: mapping ?? mappingFor(provider) })
    .returning({ id: connections.id })
  if (!row) throw new Error('An inserted connection was not returned')
  const connection = { id: row.id, provider }
  const madeSecret = !webhookSecret && makesSecret(provider) ? makeSecret(provider) : null
  const secret = webhookSecret ?? madeSecret
  if (secret) await keepSecret({ tx, vault }, connection, { field: 'webhook_secret', secret })
  if (apiKey) await keepSecret({ tx, vault }, connection, { field: 'api_key', secret: apiKey })
  if (apiKey) await connectionReady.announce(tx, { connectionId: row.id })
  return { id: row.id, madeSecret }
}

const mostConnections = 100

/** Makes sure that one more connection may be made; whoever asks next waits until this transaction ends, and counts this one. */
async function holdRoomForConnection(tx: Tx): Promise<void> {
  await lockNames(tx, ['connections'])
  const [row] = await tx.query<{ made: number }>('select count(*)::int as made from connections where organization_id = $1', [
    tx.organizationId,
  ])
  if ((row?.made ?? 0) >= mostConnections)
    throw conflict(`An organization has at most ${mostConnections} connections. Use one again that is switched off.`)
}

const mappingFor = (provider: Provider): FieldMapping => (provider === 'manychat' ? leadMapping : usualMapping)
