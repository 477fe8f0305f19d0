import { DatabaseUnavailable } from '../../../database/database-errors.ts'
import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Tx } from '../../../database/tx.ts'
import { type Actor, sessionOf } from '../../../kernel/actor.ts'
import { defineJob } from '../../../kernel/define-job.ts'
import type { JobServices } from '../../../kernel/job-services.ts'
import { labelledStands } from '../../../kernel/still-stands.ts'
import { failRun, finishRun, goOn, runCrediting, storeStep, takeOwnRun } from '../../runs/service/index.ts'
import { Overtaken } from '../service/apply-chunk.ts'
import { type Crediting, doStep, openCrediting, positionAfter } from '../service/crediting.ts'
import { readOutcome } from '../service/crediting-outcome.ts'
import { type ChunkSize, planChunk } from '../service/plan-chunk.ts'

/** How a run is cut into steps, and after how many of them others have their turn. */
export interface Pace {
  size: ChunkSize
  stepsATurn: number
}

/** So few payments that whoever brings one of their leads’ waits for less than a second. */
export const usualPace: Pace = { size: { payments: 100, withHeirs: 300 }, stepsATurn: 20 }

const triesAStep = 5
/** The roles of members who may have payments credited. */
const mayCredit = ['owner', 'admin'] as const
const askerGone = 'Whoever asked for it may not any more. Let somebody else take it up.'
/** On a busy machine a step is rather slow than never done. */
const stepDeadlineMs = 10_000

/**
 * Goes through a run of credits for a while. A chunk is planned outside of any lock; then one short transaction does it and keeps how far
 * the run came, so that it goes on there whatever stops it. What it writes is in the audit log as of whoever asked for it, so each step asks
 * whether they still may; looking writes nothing of theirs, and may finish.
 */
export const creditAgainAt = ({ size, stepsATurn }: Pace) =>
  defineJob(
    runCrediting,
    async ({ payload: { organizationId, runId }, attempt, maxAttempts, requestId }, { database }: JobServices): Promise<void> => {
      const actor: Actor = { kind: 'job', organizationId, name: runCrediting.name }
      const own = sessionOf(actor, { requestId })
      const within = <Result>(work: (tx: Tx) => Promise<Result>, session: SessionSettings = own) =>
        database.transaction(session, work, { deadlineMs: stepDeadlineMs })
      try {
        const run = await within((tx) => takeOwnRun(tx, runId))
        if (!run) return
        let crediting = await within((tx) => openCrediting(tx, run))
        const { askedBy: actor } = crediting
        for (let step = run.step; step < run.step + stepsATurn; step += 1) {
          const next = await untilNotOvertaken(() => stepOnce(within, { ...own, actor }, { id: runId, step }, crediting, size))
          if (next === 'done') return await within((tx) => finishRun(tx, { id: runId, step }))
          if (next === 'stopped') return
          crediting = next
        }
        await within((tx) => goOn(tx, runId))
      } catch (error) {
        if (attempt < maxAttempts) throw error
        await within((tx) => failRun(tx, runId, inWords(error)))
        throw error
      }
    },
  )

export const creditAgainJob = creditAgainAt(usualPace)

type Within = <Result>(work: (tx: Tx) => Promise<Result>, session?: SessionSettings) => Promise<Result>

/** One step; answers the run as it stands then, that all is behind it, or that it was stopped, waits, or is further already. */
async function stepOnce(
  within: Within,
  asWhoeverAsked: SessionSettings,
  at: { id: string; step: number },
  crediting: Crediting,
  size: ChunkSize,
): Promise<Crediting | 'done' | 'stopped'> {
  const { scope, after, looksOnly, askedBy } = crediting
  const chunk = await within((tx) => planChunk(tx, { scope, after, size, looksOnly }))
  if (!chunk) return 'done'
  const position = positionAfter(crediting, chunk)
  return within(async (tx) => {
    let outcome = crediting.outcome
    const stored = await storeStep(tx, at, position, async () => {
      if (!looksOnly && !(await labelledStands(tx, askedBy, mayCredit))) return { refused: askerGone }
      const result = await doStep(tx, crediting, chunk)
      outcome = readOutcome(result.outcome)
      return result
    })
    return stored ? { ...crediting, after: chunk.places.at(-1) ?? after, outcome } : 'stopped'
  }, asWhoeverAsked)
}

async function untilNotOvertaken<Result>(act: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof Overtaken) || tries === triesAStep) throw error
    }
  }
}

const inWords = (error: unknown): string =>
  error instanceof DatabaseUnavailable
    ? 'The database was busy or out of reach. Let it go on.'
    : 'It failed on our side. Let it go on; if it fails again, write to us.'
