import { z } from 'zod'
import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Database, Tx } from '../../../database/tx.ts'
import { sessionOf } from '../../../kernel/actor.ts'
import { defineJob, enqueue, type JobRequest } from '../../../kernel/define-job.ts'
import type { JobServices } from '../../../kernel/job-services.ts'
import { organizationReopened } from '../../organizations/service/index.ts'
import { askToSettle } from '../service/settle-webhook.ts'

const payload = z.object({ organizationId: z.uuid().optional() })

/**
 * Looks after every webhook that Clinch keeps registered, or those of one organization: a provider gives up without a word what it could
 * not deliver to for a day.
 */
export const checkWebhooks = { name: 'connections.check-webhooks', maxAttempts: 5, payload } satisfies JobRequest<z.output<typeof payload>>

const batch = 200
/** Spread over so long, so that no provider and no worker sees them all at once. */
const spreadMs = 60 * 60_000

export const checkWebhooksJob = defineJob(
  checkWebhooks,
  async ({ payload: { organizationId: only }, requestId }, { database }: JobServices) => {
    const as = (organizationId: string) => sessionOf({ kind: 'job', organizationId, name: checkWebhooks.name }, { requestId })
    if (only !== undefined) return database.transaction(as(only), settleAll)
    let past = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const due = await registered(database, requestId, past)
      for (const { organizationId, connectionId } of due) {
        const runAt = new Date(Date.now() + Math.random() * spreadMs)
        await database.transaction(as(organizationId), (tx) => askToSettle(tx, connectionId, runAt))
      }
      const last = due.at(-1)
      if (!last || due.length < batch) return
      past = last.connectionId
    }
  },
)

async function settleAll(tx: Tx): Promise<void> {
  const webhooks = await tx.query<{ connectionId: string }>(
    `select connection_id as "connectionId" from connection_webhooks where organization_id = $1`,
    [tx.organizationId],
  )
  for (const { connectionId } of webhooks) await askToSettle(tx, connectionId)
}

interface Registered {
  organizationId: string
  connectionId: string
}

function registered(database: Database, requestId: string, past: string): Promise<Registered[]> {
  const nobody: SessionSettings = { organizationId: null, userId: null, scope: 'none', repIds: [], actor: 'job:webhooks', requestId }
  return database.transaction(
    nobody,
    (tx) =>
      tx.query<Registered>(
        'select organization_id as "organizationId", connection_id as "connectionId" from intake.webhooks_to_check($1::uuid, $2::int)',
        [past, batch],
      ),
    { readOnly: true },
  )
}

/** Whatever opens an organization again, its webhooks are looked after, and what was missed is asked for. */
export const checkOnReopening = organizationReopened.reactWith((tx, { organizationId }) =>
  enqueue(tx, checkWebhooks, { organizationId }, { key: `check-webhooks:${organizationId}` }),
)
