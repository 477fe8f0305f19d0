import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { enqueue, type JobRequest } from '../../../kernel/define-job.ts'

/** The job that makes a connection’s webhook at its provider what it is to be: its name and payload. What it does needs the integrations. */
const payload = z.object({ organizationId: z.uuid(), connectionId: z.uuid() })

export const settleWebhook = { name: 'connections.settle-webhook', maxAttempts: 25, payload } satisfies JobRequest<z.output<typeof payload>>

/** Has a webhook settled, now or later; one waiting job a connection, however often it is asked for. */
export const askToSettle = (tx: Tx, connectionId: string, runAt?: Date): Promise<void> =>
  enqueue(
    tx,
    settleWebhook,
    { organizationId: tx.organizationId, connectionId },
    { key: `webhook:${connectionId}`, ...(runAt ? { runAt } : {}) },
  )

/** The same after something changed on which a webhook depends; nothing where Clinch never registered one for this connection. */
export async function settleAfterChange(tx: Tx, connectionId: string): Promise<void> {
  const [known] = await tx.query<{ id: string }>(
    `update connection_webhooks set problem = null, waits = 0, waits_for = null
     where organization_id = $1 and connection_id = $2 returning connection_id as id`,
    [tx.organizationId, connectionId],
  )
  if (known) await askToSettle(tx, connectionId)
}
