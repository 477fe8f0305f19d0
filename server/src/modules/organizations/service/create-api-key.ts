import { apiKeys } from '@clinch/drizzle/tables'
import { z } from 'zod'
import { actorName, authorize, scopes } from '../../../kernel/actor.ts'
import { makeTenantToken } from '../../../kernel/tenant-token.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { apiKeyPrefix } from '../../identity/service/index.ts'

const CreateApiKey = z.object({
  name: z.string().trim().min(1, 'Give the key a name.').max(100, 'A name has at most 100 characters.'),
  scopes: z.array(z.enum(scopes)).min(1, 'Choose at least one scope.').max(100, 'Name each scope once.'),
  expiresAt: z.coerce.date().min(new Date(), 'It must expire in the future.').nullish(),
})
export type CreateApiKey = z.input<typeof CreateApiKey>

/** Makes an API key. Its text is answered here, once, and kept nowhere. */
export async function createApiKey({ actor, input, tx }: Verb<CreateApiKey>): Promise<{ id: string; secret: string }> {
  authorize(actor, 'organization:manage')
  const { name, scopes: granted, expiresAt } = parseInput(CreateApiKey, input)
  const token = makeTenantToken(apiKeyPrefix, tx.organizationId)
  const [row] = await tx.db
    .insert(apiKeys)
    .values({
      organizationId: tx.organizationId,
      name,
      keyHash: token.hash,
      lastFour: token.lastFour,
      scopes: [...new Set(granted)],
      createdBy: actorName(actor),
      expiresAt: expiresAt ?? null,
    })
    .returning({ id: apiKeys.id })
  if (!row) throw new Error('An inserted key was not returned')
  return { id: row.id, secret: token.text }
}
