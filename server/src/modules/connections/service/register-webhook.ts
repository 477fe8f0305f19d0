import type { Provider } from '@clinch/drizzle/tables'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { authorize } from '../../../kernel/actor.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { refuseIfReadOnly } from '../../organizations/service/index.ts'
import { registeringProvider } from './registering-providers.ts'
import { askToSettle } from './settle-webhook.ts'
import { storeSecret } from './store-secret.ts'

const RegisterWebhook = z.object({ connectionId: z.uuid('Say which connection.'), newKey: z.boolean().nullish() })
export type RegisterWebhook = z.input<typeof RegisterWebhook>

interface LockedConnection {
  provider: Provider
  state: 'active' | 'disabled'
  registersWebhook: boolean
  hasKey: boolean
  /** The secret that its webhook signs with, while nothing replaced it. */
  secretId: string | null
}

/**
 * Has a connection’s webhook registered at its provider, signed with a key that is made here, and kept so from now on. Where it is already,
 * it is looked at; with `newKey` it is made again. The provider is asked once this has committed.
 */
export async function registerWebhook({ actor, input, tx, vault }: Verb<RegisterWebhook> & { vault: Vault }): Promise<{ id: string }> {
  authorize(actor, 'connections:write')
  const { connectionId, newKey } = parseInput(RegisterWebhook, input)
  await refuseIfReadOnly(tx)
  const connection = await lockConnection(tx, connectionId)
  const registering = registeringProvider(connection.provider)
  if (!registering) throw conflict('The webhook of this provider is made by hand: its page says how.')
  if (connection.state === 'disabled') throw conflict('This connection is switched off. Switch it on first.')
  if (!connection.hasKey) throw conflict(registering.key)
  if (!connection.registersWebhook)
    await tx.query(`update connections set registers_webhook = true where organization_id = $1 and id = $2`, [
      tx.organizationId,
      connectionId,
    ])
  const kept = connection.registersWebhook && newKey !== true ? connection.secretId : null
  const secretId = kept ?? (await storeSecret(tx, vault, connectionId, 'webhook_secret', randomBytes(32).toString('base64url')))
  await tx.query(
    `insert into connection_webhooks as w (organization_id, connection_id, secret_id) values ($1, $2, $3)
     on conflict (organization_id, connection_id) do update set problem = null, waits = 0, waits_for = null, secret_id = excluded.secret_id,
       replace_wanted = w.replace_wanted or w.secret_id <> excluded.secret_id`,
    [tx.organizationId, connectionId, secretId],
  )
  await askToSettle(tx, connectionId)
  return { id: connectionId }
}

/** Two who press at once come one after the other. */
async function lockConnection(tx: Tx, id: string): Promise<LockedConnection> {
  const [connection] = await tx.query<Omit<LockedConnection, 'hasKey' | 'secretId'>>(
    `select provider, state, registers_webhook as "registersWebhook" from connections where organization_id = $1 and id = $2 for update`,
    [tx.organizationId, id],
  )
  if (!connection) throw notFound('connection')
  const [found] = await tx.query<Pick<LockedConnection, 'hasKey' | 'secretId'>>(
    `select exists (select from connection_secrets where organization_id = $1 and connection_id = $2 and field = 'api_key'
         and (valid_until is null or valid_until > now())) as "hasKey",
       (select s.id from connection_webhooks w join connection_secrets s on s.organization_id = w.organization_id and s.id = w.secret_id
         where w.organization_id = $1 and w.connection_id = $2 and s.valid_until is null) as "secretId"`,
    [tx.organizationId, id],
  )
  return { ...connection, hasKey: found?.hasKey ?? false, secretId: found?.secretId ?? null }
}
