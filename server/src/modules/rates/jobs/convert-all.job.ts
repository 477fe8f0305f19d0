import { defineJob, enqueue } from '../../../kernel/define-job.ts'
import type { JobServices } from '../../../kernel/job-services.ts'
import { askToConvert } from '../service/convert-payments.ts'
import { convertAll, organizationsToConvert } from '../service/convert-all.ts'
import { nobody } from '../service/nobody.ts'

const organizationsInRun = 200

/**
 * After new reference rates: goes through the organizations that they may concern, each with a job of its own. A run takes so many and
 * leaves the rest to the next, in one transaction, so that none is left out wherever it stops.
 */
export const convertAllJob = defineJob(convertAll, async ({ payload: { from, to, after }, requestId }, { database }: JobServices) => {
  await database.transaction(nobody(convertAll.name, requestId), async (tx) => {
    const found = await organizationsToConvert(tx, { from, to }, after, organizationsInRun)
    for (const { organizationId } of found) await askToConvert(tx, organizationId, { from, to })
    const last = found.at(-1)
    if (last && found.length === organizationsInRun) await enqueue(tx, convertAll, { from, to, after: last.organizationId })
  })
})
