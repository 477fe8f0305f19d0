import type { z } from 'zod'
import type { Tx } from '../database/tx.ts'

/** What the runner gives a job. */
export interface JobRun<Payload> {
  payload: Payload
  /** 1 on the first try. */
  attempt: number
  maxAttempts: number
  requestId: string
  /** The job's own id, the same at every try. */
  jobId: string
}

/** Work done after the transaction that asked for it commits. It may run more than once, so it must be idempotent. */
export interface Job<Services> {
  readonly name: string
  /** Reads the payload as it was stored, and does the work. */
  perform(stored: unknown, run: Omit<JobRun<unknown>, 'payload'>, services: Services): Promise<void>
}

/** Binds what a job does to its name and payload. */
export const defineJob = <Payload, Services>(
  request: JobRequest<Payload>,
  work: (run: JobRun<Payload>, services: Services) => Promise<void>,
): Job<Services> => ({
  name: request.name,
  perform: (stored, run, services) => work({ ...run, payload: request.payload.parse(stored) }, services),
})

/** The name and payload of a job, which is all that a caller needs to enqueue it. */
export interface JobRequest<Payload> {
  readonly name: string
  readonly maxAttempts: number
  readonly payload: z.ZodType<Payload>
}

export interface EnqueueOptions {
  /** One waiting job a key: a second request replaces the first. */
  key?: string
  runAt?: Date
}

/** Enqueues in the given transaction: the job exists if and only if that commits. */
export async function enqueue<Payload>(tx: Tx, job: JobRequest<Payload>, payload: Payload, options: EnqueueOptions = {}): Promise<void> {
  const body = { ...job.payload.parse(payload), requestId: tx.settings.requestId }
  await tx.query('select jobs_api.enqueue($1, $2::text::json, $3, $4::text::timestamptz, $5)', [
    job.name,
    JSON.stringify(body),
    options.key ?? null,
    options.runAt?.toISOString() ?? null,
    job.maxAttempts,
  ])
}
