import { Logger, runOnce } from 'graphile-worker'
import { allJobs } from '../src/app/worker/all-jobs.ts'
import type { JobServices } from '../src/kernel/job-services.ts'
import type { TestDatabase } from './database.ts'
import { jobServices } from './job-services.ts'

/** Runs every job that waits, and those that they enqueue, with services of the test's choice. Throws if one fails. */
export async function runJobs(test: TestDatabase, services: Partial<JobServices> = {}): Promise<void> {
  const all = { ...jobServices(test.database), ...services }
  const failed: unknown[] = []
  await runOnce({
    connectionString: test.url('worker'),
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    taskList: Object.fromEntries(
      allJobs.map((each) => [
        each.name,
        async (given, { job }) => {
          const { requestId, ...stored } = given as { requestId: string }
          const run = { attempt: job.attempts, maxAttempts: job.max_attempts, requestId, jobId: job.id }
          await each.perform(stored, run, all).catch((error: unknown) => failed.push(error))
        },
      ]),
    ),
  })
  if (failed.length > 0) throw new AggregateError(failed, 'Jobs failed')
}
