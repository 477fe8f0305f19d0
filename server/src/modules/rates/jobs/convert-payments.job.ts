import { type Actor, sessionOf } from '../../../kernel/actor.ts'
import { defineJob } from '../../../kernel/define-job.ts'
import type { JobServices } from '../../../kernel/job-services.ts'
import { holdOrganization } from '../../organizations/service/index.ts'
import { askToConvert, convertPayments, convertPaymentsOf } from '../service/convert-payments.ts'

const batchSize = 500
const batchDeadlineMs = 30_000
/** After so many batches a run hands over to the next, so that a server that stops need not wait for it. */
const batchesInRun = 40
const pauseMs = 5_000

/**
 * Converts what is left in an organization, a batch a transaction. Each batch finds by itself what is to be done, so a run that is killed
 * is simply followed by the next. While the organization is read-only nothing is written; once it is open again it is asked anew.
 */
export const convertPaymentsJob = defineJob(
  convertPaymentsOf,
  async ({ payload: { organizationId, from, to }, requestId }, { database }: JobServices) => {
    const actor: Actor = { kind: 'job', organizationId, name: convertPaymentsOf.name }
    const reach = from !== null && to !== null ? { from, to } : null
    for (let batch = 1; ; batch += 1) {
      const hasMore = await database.transaction(
        sessionOf(actor, { requestId }),
        async (tx) => {
          const { readOnly } = await holdOrganization(tx)
          if (readOnly) return false
          const conversion = await convertPayments(tx, reach, batchSize)
          if (!conversion.hasMore) return false
          if (conversion.converted > 0 && batch < batchesInRun) return true
          // What is left is held by others, or the next run's.
          await askToConvert(tx, organizationId, reach, conversion.converted > 0 ? undefined : new Date(Date.now() + pauseMs))
          return false
        },
        { deadlineMs: batchDeadlineMs },
      )
      if (!hasMore) return
    }
  },
)
