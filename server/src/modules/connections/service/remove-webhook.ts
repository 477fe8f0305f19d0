import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { refuseIfReadOnly } from '../../organizations/service/index.ts'
import { settleAfterChange } from './settle-webhook.ts'

const RemoveWebhook = z.object({ connectionId: z.uuid('Say which connection.') })
export type RemoveWebhook = z.input<typeof RemoveWebhook>

/**
 * Has the webhook that Clinch registered for a connection removed at its provider. One that somebody made by hand stays; so does the
 * signing secret, since what is on its way was signed with it. The provider is asked once this has committed.
 */
export async function removeWebhook({ actor, input, tx }: Verb<RemoveWebhook>): Promise<{ id: string }> {
  authorize(actor, 'connections:write')
  const { connectionId } = parseInput(RemoveWebhook, input)
  await refuseIfReadOnly(tx)
  const [connection] = await tx.query<{ registersWebhook: boolean }>(
    `select registers_webhook as "registersWebhook" from connections where organization_id = $1 and id = $2 for update`,
    [tx.organizationId, connectionId],
  )
  if (!connection) throw notFound('connection')
  if (connection.registersWebhook)
    await tx.query(`update connections set registers_webhook = false where organization_id = $1 and id = $2`, [
      tx.organizationId,
      connectionId,
    ])
  await settleAfterChange(tx, connectionId)
  return { id: connectionId }
}
