import type { Provider } from '@clinch/drizzle/tables'
import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { authorize } from '../../../kernel/actor.ts'
import { badInput, notFound } from '../../../kernel/errors.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { connectionReady } from './facts.ts'
import { Secret } from './schemas.ts'
import { fieldsOf, keepSecret, makeSecret, makesSecret, refuseGivenSecret } from './secret-rules.ts'
import { settleAfterChange } from './settle-webhook.ts'

const RotateConnectionSecret = z.object({
  id: z.uuid('Say which connection.'),
  field: z.enum(['webhook_secret', 'api_key']),
  secret: Secret.nullish(),
  overlapHours: z.number().int().min(0, 'Not less than none.').max(168, 'At most a week.').nullish(),
})
export type RotateConnectionSecret = z.input<typeof RotateConnectionSecret>

const usualOverlapHours = 24

/**
 * Replaces a secret, by one that is made here where the provider has none of its own. The one that was stays valid for an overlap, since
 * the provider may sign with it for a while.
 */
export async function rotateConnectionSecret({
  actor,
  input,
  tx,
  vault,
}: Verb<RotateConnectionSecret> & { vault: Vault }): Promise<{ id: string; madeSecret: string | null }> {
  authorize(actor, 'connections:write')
  const { id, field, secret: given, overlapHours } = parseInput(RotateConnectionSecret, input)
  const [connection] = await tx.query<{ id: string; provider: Provider }>(
    `select id, provider from connections where organization_id = $1 and id = $2 for update`,
    [tx.organizationId, id],
  )
  if (!connection) throw notFound('connection')
  const { provider } = connection
  if (given && field === 'webhook_secret') refuseGivenSecret(provider, 'secret')
  const madeSecret = !given && field === 'webhook_secret' && makesSecret(provider) ? makeSecret(provider) : null
  const secret = given ?? madeSecret
  if (!secret) throw badInput([{ path: 'secret', message: 'Give the new secret.' }])
  await tx.query(
    `update connection_secrets set valid_until = least(coalesce(valid_until, 'infinity'), now() + make_interval(hours => $4::int))
     where organization_id = $1 and connection_id = $2 and field = any($3::text[])`,
    [tx.organizationId, id, fieldsOf(provider, field), overlapHours ?? usualOverlapHours],
  )
  const [secretId] = await keepSecret({ tx, vault }, connection, { field, secret })
  if (secretId && field === 'webhook_secret') await signWith(tx, id, secretId)
  // With another key the provider may show other webhooks, or let go of one that it held.
  await settleAfterChange(tx, id)
  if (field === 'api_key') await connectionReady.announce(tx, { connectionId: id })
  return { id, madeSecret }
}

/** A webhook that Clinch registered is made again with the new secret: the provider has to be told it. */
async function signWith(tx: Tx, connectionId: string, secretId: string): Promise<void> {
  await tx.query(`update connection_webhooks set secret_id = $3, replace_wanted = true where organization_id = $1 and connection_id = $2`, [
    tx.organizationId,
    connectionId,
    secretId,
  ])
}
