import type { runKinds, runStates } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'

export type RunKind = (typeof runKinds)[number]
export type RunState = (typeof runStates)[number]

export interface RunRow {
  id: string
  kind: RunKind
  /** Null where no provider is asked: payments are credited again. */
  connectionId: string | null
  periodFrom: string
  periodTo: string
  state: RunState
  progressPermille: number
  seenCount: number
  createdCount: number
  changedCount: number
  failedCount: number
  problems: string[]
  waitsUntil: string | null
  waitsFor: string | null
  error: string | null
  requestedBy: string
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
  /** Reckoned from how fast it came so far; null where that says nothing yet. */
  secondsLeft: number | null
}

/** From one percent on, how fast a run comes says when it will be done. */
const columns = `r.id, r.kind, r.connection_id as "connectionId", r.period_from::text as "periodFrom", r.period_to::text as "periodTo", r.state,
  r.progress_permille as "progressPermille", r.seen_count as "seenCount", r.created_count as "createdCount", r.changed_count as "changedCount",
  r.failed_count as "failedCount", r.problems, r.waits_until as "waitsUntil", r.waits_for as "waitsFor", r.error,
  r.requested_by as "requestedBy", r.created_at as "createdAt", r.started_at as "startedAt", r.finished_at as "finishedAt",
  case when r.state = 'running' and r.progress_permille >= r.started_at_permille + 10 then
    ceil(extract(epoch from now() - r.started_at) * (1000 - r.progress_permille) / (r.progress_permille - r.started_at_permille))::int
  end as "secondsLeft"`

/** Runs by their ids, whichever of them are there for the caller. */
export async function loadRuns(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, RunRow>> {
  const rows = await tx.query<RunRow>(`select ${columns} from runs r where r.organization_id = $1 and r.id = any($2::uuid[])`, [
    tx.organizationId,
    ids,
  ])
  return new Map(rows.map((row) => [row.id, row]))
}

/** The newest run of each of these connections that ever had one. */
export async function latestRuns(tx: Tx, connectionIds: readonly string[]): Promise<ReadonlyMap<string, RunRow>> {
  const rows = await tx.query<RunRow & { wanted: string }>(
    `select wanted.id as wanted, ${columns} from unnest($2::uuid[]) as wanted(id) cross join lateral (
       select * from runs where organization_id = $1 and connection_id = wanted.id order by created_at desc, id desc limit 1) r`,
    [tx.organizationId, connectionIds],
  )
  return new Map(rows.map(({ wanted, ...row }) => [wanted, row]))
}
