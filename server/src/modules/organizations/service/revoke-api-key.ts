import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'

const RevokeApiKey = z.object({ id: z.uuid('Say which key.') })
export type RevokeApiKey = z.input<typeof RevokeApiKey>

/** Revokes a key for good. Revoking it again changes nothing. */
export async function revokeApiKey({ actor, input, tx }: Verb<RevokeApiKey>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { id } = parseInput(RevokeApiKey, input)
  const [row] = await tx.query<{ id: string }>(
    `update api_keys set revoked_at = coalesce(revoked_at, now()) where organization_id = $1 and id = $2 returning id`,
    [tx.organizationId, id],
  )
  if (!row) throw notFound('API key')
  return row
}
