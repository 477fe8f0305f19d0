import type { Tx } from '../../../database/tx.ts'
import type { RunState } from '../../runs/service/index.ts'
import { CreditingAsk } from './crediting.ts'
import { type CreditingOutcome, readOutcome } from './crediting-outcome.ts'

/** A run of credits as people look at it. */
export interface CreditingRow extends CreditingOutcome {
  id: string
  kind: 'attribution_preview' | 'attribution_rerun'
  state: RunState
  /** How much of it is behind it, 0 to 1. */
  progress: number
  /** Of a run that credits: the one that looked at what that would change. */
  previewId: string | null
  /** How many credits changed, or would. */
  changed: number
  /** Whether it is of some people, or ways of crediting, alone. */
  filtered: boolean
}

type Row = Pick<CreditingRow, 'id' | 'kind' | 'state' | 'progress' | 'previewId' | 'changed'> & { ask: unknown; outcome: unknown }

const columns = `id, kind, state, progress_permille / 1000.0::float8 as progress, preview_id as "previewId", changed_count as changed, ask, outcome`

/** Runs of credits by their ids, whichever of them are there for the caller. */
export async function loadCreditings(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CreditingRow>> {
  const rows = await tx.query<Row>(
    `select ${columns} from runs where organization_id = $1 and id = any($2::uuid[]) and connection_id is null`,
    [tx.organizationId, ids],
  )
  return new Map(rows.map((row) => [row.id, readRow(row)]))
}

/** The runs that apply these previews, by the preview. */
export async function loadRerunsOf(tx: Tx, previewIds: readonly string[]): Promise<ReadonlyMap<string, CreditingRow>> {
  const rows = await tx.query<Row & { previewId: string }>(
    `select ${columns} from runs where organization_id = $1 and preview_id = any($2::uuid[])`,
    [tx.organizationId, previewIds],
  )
  return new Map(rows.map((row) => [row.previewId, readRow(row)]))
}

/** The newest run of credits of the organization; null where it never had one. */
export async function latestCrediting(tx: Tx): Promise<CreditingRow | null> {
  const [row] = await tx.query<Row>(
    `select ${columns} from runs where organization_id = $1 and connection_id is null order by created_at desc, id desc limit 1`,
    [tx.organizationId],
  )
  return row ? readRow(row) : null
}

function readRow({ ask, outcome, ...row }: Row): CreditingRow {
  const { filter } = CreditingAsk.parse(ask)
  const filtered = [filter?.closerIds, filter?.setterIds, filter?.methods].some((some) => some !== undefined && some !== null)
  return { ...row, ...readOutcome(outcome), filtered }
}
