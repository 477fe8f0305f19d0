import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { Secret } from './schemas.ts'
import { storeSecret } from './store-secret.ts'

const RotateConnectionSecret = z.object({
  id: z.uuid('Say which connection.'),
  field: z.enum(['webhook_secret', 'api_key']),
  secret: Secret,
  overlapHours: z.number().int().min(0, 'Not less than none.').max(168, 'At most a week.').nullish(),
})
export type RotateConnectionSecret = z.input<typeof RotateConnectionSecret>

const usualOverlapHours = 24

/** Replaces a secret. The one that was stays valid for an overlap, since the provider may sign with it for a while. */
export async function rotateConnectionSecret({
  actor,
  input,
  tx,
  vault,
}: Verb<RotateConnectionSecret> & { vault: Vault }): Promise<{ id: string }> {
  authorize(actor, 'connections:write')
  const { id, field, secret, overlapHours } = parseInput(RotateConnectionSecret, input)
  const [connection] = await tx.query<{ id: string }>(`select id from connections where organization_id = $1 and id = $2 for update`, [
    tx.organizationId,
    id,
  ])
  if (!connection) throw notFound('connection')
  await tx.query(
    `update connection_secrets set valid_until = least(coalesce(valid_until, 'infinity'), now() + make_interval(hours => $4::int))
     where organization_id = $1 and connection_id = $2 and field = $3`,
    [tx.organizationId, id, field, overlapHours ?? usualOverlapHours],
  )
  await storeSecret(tx, vault, id, field, secret)
  return { id }
}
