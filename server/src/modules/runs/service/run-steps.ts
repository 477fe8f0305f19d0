import type { Tx } from '../../../database/tx.ts'
import { type Period, periodBounds } from '../../../lib/period.ts'
import { holdOrganization, timeZoneOf } from '../../organizations/service/index.ts'
import { failRun } from './put-off-run.ts'
import type { RunKind, RunState } from './run-rows.ts'

/** A sync that is gone on with. */
export interface TakenRun {
  id: string
  connectionId: string
  provider: string
  connectionName: string
  /** The instants that its days cover, from the first up to the second. */
  span: { start: Date; end: Date }
  cursor: unknown
  step: number
}

/** A run that asks no provider, and is gone on with. */
export interface TakenOwnRun {
  id: string
  kind: RunKind
  period: Period
  requestedBy: string
  ask: unknown
  cursor: unknown
  outcome: unknown
  step: number
}

/** What a step came to. */
export interface StepResult {
  seen: number
  created: number
  changed: number
  /** Why something in it could not be taken in, in words; each counts as one that failed. */
  problems: readonly string[]
  /** What came of the run so far beside the counts, where that is kept. */
  outcome?: object
}

/** Why a step may not be done, in words: the run fails by it, and can be taken up again. */
interface RefusedStep {
  refused: string
}

/** Where a run stands after a step. */
export interface StepPosition {
  cursor: object
  /** How much of the period is behind it, 0 to 1. */
  progress: number
}

/** So many problems are kept in words; all are counted. */
const keptProblems = 20

const taking = `state = 'running', waits_until = null, waits_for = null, started_at = coalesce(r.started_at, now()),
  started_at_permille = case when r.started_at is null then r.progress_permille else r.started_at_permille end`

/**
 * Takes a sync to go on with it. Null where it has ended, also now because its connection is switched off, or where nothing in its
 * organization may change now: then it waits for that.
 */
export async function takeRun(tx: Tx, id: string): Promise<TakenRun | null> {
  if (!(await mayGoOn(tx, id))) return null
  const [row] = await tx.query<Omit<TakenRun, 'span'> & Period>(
    `update runs r set ${taking}
     from connections c where r.organization_id = $1 and r.id = $2 and r.state in ('queued', 'running')
       and c.organization_id = r.organization_id and c.id = r.connection_id
     returning r.id, r.connection_id as "connectionId", c.provider, c.name as "connectionName", r.period_from::text as "from",
       r.period_to::text as "to", r.cursor, r.step`,
    [tx.organizationId, id],
  )
  if (!row) return null
  const { from, to, ...run } = row
  return { ...run, span: periodBounds({ from, to }, await timeZoneOf(tx)) }
}

/** The same for a run that asks no provider. */
export async function takeOwnRun(tx: Tx, id: string): Promise<TakenOwnRun | null> {
  if (!(await mayGoOn(tx, id))) return null
  const [row] = await tx.query<Omit<TakenOwnRun, 'period'> & Period>(
    `update runs r set ${taking}
     where r.organization_id = $1 and r.id = $2 and r.state in ('queued', 'running') and r.connection_id is null
     returning r.id, r.kind, r.period_from::text as "from", r.period_to::text as "to", r.requested_by as "requestedBy", r.ask, r.cursor,
       r.outcome, r.step`,
    [tx.organizationId, id],
  )
  if (!row) return null
  const { from, to, ...run } = row
  return { ...run, period: { from, to } }
}

/**
 * Does one step of a run and keeps how far it came, in one transaction: so each is done once, and whoever goes on begins after it. Answers
 * false, with nothing done, where the run was stopped meanwhile, waits, or somebody else is further; or where `act` refuses, by which it fails.
 */
export async function storeStep(
  tx: Tx,
  { id, step }: { id: string; step: number },
  { cursor, progress }: StepPosition,
  act: (tx: Tx) => Promise<StepResult | RefusedStep>,
): Promise<boolean> {
  if (!(await mayGoOn(tx, id))) return false
  const [run] = await tx.query<{ state: RunState; step: number }>(
    `select state, step from runs where organization_id = $1 and id = $2 for update`,
    [tx.organizationId, id],
  )
  if (run?.state !== 'running' || run.step !== step) return false
  const result = await act(tx)
  if ('refused' in result) {
    await failRun(tx, id, result.refused)
    return false
  }
  const { seen, created, changed, problems, outcome } = result
  await tx.query(
    `update runs set step = step + 1, cursor = $3::text::jsonb, progress_permille = greatest(progress_permille, $4::int), waits = 0,
       seen_count = seen_count + $5::int, created_count = created_count + $6::int, changed_count = changed_count + $7::int,
       failed_count = failed_count + $8::int, outcome = coalesce($11::text::jsonb, outcome),
       problems = case when jsonb_array_length(problems) < $10::int then problems || $9::text::jsonb else problems end
     where organization_id = $1 and id = $2`,
    [
      tx.organizationId,
      id,
      JSON.stringify(cursor),
      Math.max(0, Math.min(1_000, Math.floor(progress * 1_000))),
      seen,
      created,
      changed,
      problems.length,
      JSON.stringify(problems),
      keptProblems,
      outcome ? JSON.stringify(outcome) : null,
    ],
  )
  return true
}

/** A run has come to its end. */
export async function finishRun(tx: Tx, { id, step }: { id: string; step: number }): Promise<void> {
  await tx.query(
    `update runs set state = 'done', finished_at = now(), progress_permille = 1000, waits_until = null, waits_for = null
     where organization_id = $1 and id = $2 and state = 'running' and step = $3`,
    [tx.organizationId, id, step],
  )
}

/** Whether the provider may be asked for a run now, as little as anything may be stored for one that was stopped meanwhile. */
export async function mayAsk(tx: Tx, id: string): Promise<boolean> {
  if (!(await mayGoOn(tx, id))) return false
  const [run] = await tx.query<{ state: RunState }>(`select state from runs where organization_id = $1 and id = $2`, [
    tx.organizationId,
    id,
  ])
  return run?.state === 'running'
}

const switchedOff = 'The connection was switched off. Switch it on, and let the sync go on.'

/**
 * Holds the organization as it stands; where nothing in it may change, the run says so and waits for it to be opened again. One whose
 * connection is switched off ends.
 */
async function mayGoOn(tx: Tx, id: string): Promise<boolean> {
  const { state, readOnly } = await holdOrganization(tx)
  if (state === 'active' && !readOnly) {
    const [off] = await tx.query<{ id: string }>(
      `select r.id from runs r join connections c on c.organization_id = r.organization_id and c.id = r.connection_id
       where r.organization_id = $1 and r.id = $2 and c.state = 'disabled'`,
      [tx.organizationId, id],
    )
    if (off) await failRun(tx, id, switchedOff)
    return !off
  }
  const waitsFor = readOnly
    ? 'The trial is over. It goes on by itself once a plan is chosen.'
    : 'The organization is shut. It goes on once that is open again.'
  await tx.query(
    `update runs set waits_for = $3, waits_until = null
     where organization_id = $1 and id = $2 and state in ('queued', 'running') and waits_for is distinct from $3`,
    [tx.organizationId, id, waitsFor],
  )
  return false
}
