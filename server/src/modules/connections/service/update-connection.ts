import { connections } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { connectionReady } from './facts.ts'
import { Account, ConnectionName, Mapping } from './schemas.ts'
import { settleAfterChange } from './settle-webhook.ts'

const UpdateConnection = z.object({
  id: z.uuid('Say which connection.'),
  name: ConnectionName.nullish(),
  account: Account.nullish(),
  mapping: Mapping.nullish(),
  enabled: z.boolean().nullish(),
})
export type UpdateConnection = z.input<typeof UpdateConnection>

/**
 * Changes what is given of a connection. A disabled one answers its webhooks as if it were not there, and one that Clinch registered for
 * it is removed until it is switched on again.
 */
export async function updateConnection({ actor, input, tx }: Verb<UpdateConnection>): Promise<{ id: string }> {
  authorize(actor, 'connections:write')
  const { id, name, account, mapping, enabled } = parseInput(UpdateConnection, input)
  const [row] = await tx.db
    .update(connections)
    .set({
      organizationId: tx.organizationId,
      ...(name ? { name } : {}),
      ...(account ? { account } : {}),
      ...(mapping ? { mapping } : {}),
      ...(typeof enabled === 'boolean' ? { state: enabled ? ('active' as const) : ('disabled' as const) } : {}),
    })
    .where(and(eq(connections.organizationId, tx.organizationId), eq(connections.id, id)))
    .returning({ id: connections.id })
  if (!row) throw notFound('connection')
  if (typeof enabled === 'boolean') await settleAfterChange(tx, id)
  if (enabled === true) await connectionReady.announce(tx, { connectionId: id })
  return row
}
