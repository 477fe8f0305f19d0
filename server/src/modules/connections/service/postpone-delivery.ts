import type { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { enqueue } from '../../../kernel/define-job.ts'
import type { ClinchError } from '../../../kernel/errors.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { recordFailure } from './delivery-state.ts'
import { processDelivery } from './process-delivery.ts'

/** A provider that is down for a day and more needs a person. */
const triesOfAnUnreachableProvider = 60
const longestDelaySeconds = 1_800

/**
 * Puts a delivery off whose provider cannot be asked now: nothing is the matter with the delivery, so this uses up none of its tries. It
 * comes again with growing delays, at most half an hour, and after a day and more waits for a person.
 */
export async function postponeDelivery(tx: Tx, payload: z.output<typeof processDelivery.payload>, error: ClinchError): Promise<void> {
  const { deliveryId } = payload
  const [row] = await tx.query<{ attempts: number; state: string }>(
    `select attempts, state from deliveries where organization_id = $1 and id = $2 for update`,
    [tx.organizationId, deliveryId],
  )
  if (row?.state !== 'received' && row?.state !== 'failed') return
  const final = row.attempts + 1 >= triesOfAnUnreachableProvider
  await recordFailure(tx, deliveryId, { error, final })
  if (final) return
  const asked = Number(error.details.retryAfter) || 1
  const delaySeconds = Math.max(asked, Math.min(longestDelaySeconds, 15 * 2 ** Math.min(row.attempts, 10)))
  const [at] = await tx.query<{ at: string }>(`select now() + make_interval(secs => $1::int) as at`, [delaySeconds])
  if (!at) throw new Error('The database told no time')
  await enqueue(tx, processDelivery, payload, { key: `replay:${deliveryId}`, runAt: dateFromPostgres(at.at) })
}
