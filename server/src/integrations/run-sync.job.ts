import { DatabaseUnavailable, isRefusal } from '../database/database-errors.ts'
import type { Tx } from '../database/tx.ts'
import { type Actor, sessionOf } from '../kernel/actor.ts'
import { explainDatabaseError } from '../kernel/constraint-errors.ts'
import { defineJob } from '../kernel/define-job.ts'
import { ClinchError, conflict, isUnavailable } from '../kernel/errors.ts'
import type { JobServices } from '../kernel/job-services.ts'
import type { Outbound } from '../kernel/outbound.ts'
import { UnreadableMessage } from '../kernel/unreadable-message.ts'
import { askOfOrganization } from '../modules/availability/service/index.ts'
import { openCredentials } from '../modules/connections/service/index.ts'
import {
  failRun,
  finishRun,
  goOn,
  mayAsk,
  runSync,
  type StepResult,
  storeStep,
  type TakenRun,
  takeRun,
  waitRun,
} from '../modules/runs/service/index.ts'
import { syncSourceOf } from './sync-sources.ts'
import type { SyncItem, SyncRequest, Taken } from './sync-source.ts'

/** So many items by one run of the job; then others have their turn, and its tries are counted anew. */
const itemsATurn = 50

/**
 * Goes through a run for a while. Each item is taken in by a short transaction that also keeps how far the run came, so that it goes on
 * there whatever stops it; asking the provider is outside of any. What cannot be read is counted and passed over. A provider that cannot
 * be asked now is waited for; one that refuses needs a person.
 */
export const runSyncJob = defineJob(
  runSync,
  async ({ payload: { organizationId, runId }, attempt, maxAttempts, requestId }, services: JobServices) => {
    const actor: Actor = { kind: 'job', organizationId, name: runSync.name }
    const within = <Result>(work: (tx: Tx) => Promise<Result>) => services.database.transaction(sessionOf(actor, { requestId }), work)
    try {
      const run = await within((tx) => takeRun(tx, runId))
      if (!run) return
      const request = await within((tx) => requestOf(tx, run, { actor, requestId }, services))
      let { step } = run
      const outbound = whileItMay(services.outbound, () => within((tx) => mayAsk(tx, runId)))
      for await (const item of syncSourceOf(run.provider)(request, { ...services, outbound })) {
        if (!(await takeIn(within, { id: runId, step }, item))) return
        step += 1
        if (step - run.step === itemsATurn) return await within((tx) => goOn(tx, runId))
      }
      await within(async (tx) => {
        await finishRun(tx, { id: runId, step })
        await askOfOrganization(tx, run.connectionId)
      })
    } catch (error) {
      if (error instanceof NotNow) return
      if (isUnavailable(error)) return within((tx) => waitRun(tx, runId, error))
      const needsPerson = error instanceof ClinchError || error instanceof UnreadableMessage
      if (!needsPerson && attempt < maxAttempts) throw error
      await within((tx) => failRun(tx, runId, inWords(error)))
      if (!needsPerson) throw error
    }
  },
)

/** The run was stopped, or waits, since the last item: what is to become of it is kept in its row. */
class NotNow extends Error {}

/** Calls that are made only as long as they may be. */
const whileItMay = (outbound: Outbound, may: () => Promise<boolean>): Outbound => ({
  async call(request) {
    if (!(await may())) throw new NotNow()
    return outbound.call(request)
  },
})

async function requestOf(
  tx: Tx,
  { connectionId, provider, span, cursor }: TakenRun,
  by: Pick<SyncRequest, 'actor' | 'requestId'>,
  { vault }: JobServices,
): Promise<SyncRequest> {
  const { account, apiKey } = await openCredentials(tx, vault, connectionId)
  if (apiKey === null) throw conflict('The API key of this connection is missing. Enter it.')
  const connection = { organizationId: by.actor.organizationId, connectionId, provider }
  return { ...by, connection, credentials: { account, apiKey }, span, cursor }
}

type Within = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>

/** Takes an item in; one that cannot be is passed over, with why. Answers false where the run is not to be gone on with. */
async function takeIn(within: Within, run: { id: string; step: number }, { record, position, name }: SyncItem): Promise<boolean> {
  try {
    return await within((tx) => storeStep(tx, run, position, async () => (record ? resultOf(await record(tx)) : nothing)))
  } catch (error) {
    if (!isItsOwnFault(error)) throw error
    const problem = `${name}: ${inWords(error)}`
    return within((tx) => storeStep(tx, run, position, () => Promise.resolve({ ...nothing, seen: 1, problems: [problem] })))
  }
}

const nothing: StepResult = { seen: 0, created: 0, changed: 0, problems: [] }

const resultOf = (taken: Taken): StepResult => ({
  seen: taken === 'beside' ? 0 : 1,
  created: taken === 'made' ? 1 : 0,
  changed: taken === 'changed' ? 1 : 0,
  problems: [],
})

/** Trying it again would end alike: it has not its shape, or a rule or a constraint refuses it. */
const isItsOwnFault = (error: unknown): boolean =>
  error instanceof UnreadableMessage || (error instanceof ClinchError && !isUnavailable(error)) || brokenConstraint(error) !== null

/** The constraint that a statement broke, by its name; null where that is not why it failed. */
function brokenConstraint(error: unknown): string | null {
  const fault: unknown = error instanceof Error && !isRefusal(error) ? error.cause : error
  if (!(fault instanceof Error) || !isRefusal(fault) || !('constraint_name' in fault)) return null
  return typeof fault.constraint_name === 'string' ? fault.constraint_name : null
}

/** Only our own words are told; what a library or the database says may hold a customer's data. */
function inWords(error: unknown): string {
  const told = explainDatabaseError(error)
  if (told instanceof UnreadableMessage) return `It has not the shape that it should have (${told.message}).`
  if (told instanceof ClinchError) return told.message
  if (told instanceof DatabaseUnavailable) return 'The database was busy or out of reach. Let it go on.'
  const constraint = brokenConstraint(told)
  if (constraint) return `What it says cannot be (${constraint}).`
  return 'It failed on our side. Let it go on; if it fails again, write to us.'
}
