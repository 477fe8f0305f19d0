import { z } from 'zod'
import { defineJob, type JobRequest } from '../../../kernel/define-job.ts'
import type { JobServices } from '../../../kernel/job-services.ts'
import { nobody } from '../service/nobody.ts'
import { parseRateFile } from '../service/parse-rate-file.ts'
import { takeDailyRates } from '../service/take-daily-rates.ts'

/** The clock tries again some hours later. */
export const fetchDailyRates = { name: 'rates.fetch', maxAttempts: 2, payload: z.object({}) } satisfies JobRequest<object>

/**
 * Fetches the day's reference rates where a source is set. It only ever adds: what cannot be fetched or read leaves everything as it was,
 * and payments wait for their rate.
 */
export const fetchDailyRatesJob = defineJob(fetchDailyRates, async ({ requestId }, { database, rateSource }: JobServices) => {
  if (!rateSource) return
  const file = parseRateFile(await rateSource.fetchDaily())
  await database.transaction(nobody(fetchDailyRates.name, requestId), (tx) => takeDailyRates(tx, file))
})
