import type { Database } from '../src/database/tx.ts'
import { creditAgainAt, type Pace } from '../src/modules/attribution/jobs/credit-again.job.ts'
import { type CreditingRow, loadCreditings } from '../src/modules/attribution/service/load-creditings.ts'
import type { RerunInput } from '../src/modules/attribution/service/rerun-input.ts'
import {
  cancelAttributionRun,
  resumeAttributionRun,
  startAttributionPreview,
  startAttributionRerun,
} from '../src/modules/attribution/service/start-crediting.ts'
import type { CreditStory } from './credit-story.ts'
import type { TestDatabase } from './database.ts'
import { as } from './intake.ts'
import { jobServices } from './job-services.ts'

/** So small that a few payments take several steps and turns. */
export const smallSteps: Pace = { size: { payments: 2, withHeirs: 4 }, stepsATurn: 3 }

/** Runs of credits in a story's organization. Turns of the job are given by hand. */
export class Creditings {
  readonly #test: TestDatabase
  readonly #story: CreditStory
  readonly #pace: Pace

  constructor(test: TestDatabase, story: CreditStory, pace = smallSteps) {
    this.#test = test
    this.#story = story
    this.#pace = pace
  }

  async preview(input: RerunInput, actor = this.#story.admin): Promise<string> {
    return (await as(this.#test.database, actor, (tx) => startAttributionPreview({ actor, input, tx }))).id
  }

  async rerun(previewId: string, actor = this.#story.admin): Promise<string> {
    return (await as(this.#test.database, actor, (tx) => startAttributionRerun({ actor, input: { previewId }, tx }))).id
  }

  async cancel(id: string, actor = this.#story.admin): Promise<void> {
    await as(this.#test.database, actor, (tx) => cancelAttributionRun({ actor, input: { id }, tx }))
  }

  async resume(id: string, actor = this.#story.admin): Promise<void> {
    await as(this.#test.database, actor, (tx) => resumeAttributionRun({ actor, input: { id }, tx }))
  }

  /** One turn of the job, as the queue would give it. */
  turn(runId: string, { pace = this.#pace, database = this.#test.database }: { pace?: Pace; database?: Database } = {}): Promise<void> {
    return creditAgainAt(pace).perform(
      { organizationId: this.#story.connection.organizationId, runId },
      { attempt: 1, maxAttempts: 12, requestId: 'req-crediting', jobId: '1' },
      jobServices(database),
    )
  }

  /** One step, and no more. */
  step = (runId: string): Promise<void> => this.turn(runId, { pace: { ...this.#pace, stepsATurn: 1 } })

  async runOf(id: string): Promise<CreditingRow> {
    const run = await as(this.#test.database, this.#story.admin, async (tx) => (await loadCreditings(tx, [id])).get(id))
    if (!run) throw new Error('There is no such run')
    return run
  }

  /** Turn after turn until it has ended. */
  async runThrough(id: string): Promise<CreditingRow> {
    for (let turns = 0; turns < 200; turns += 1) {
      const run = await this.runOf(id)
      if (run.state !== 'queued' && run.state !== 'running') return run
      await this.turn(id)
    }
    throw new Error('It came to no end')
  }
}
