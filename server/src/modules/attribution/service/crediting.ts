import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { timeZoneOf } from '../../organizations/service/index.ts'
import type { StepPosition, StepResult, TakenOwnRun } from '../../runs/service/index.ts'
import { applyChunk } from './apply-chunk.ts'
import { addStep, type CreditingOutcome, readOutcome, storedOutcome } from './crediting-outcome.ts'
import { countInScope, Place } from './next-in-turn.ts'
import type { Chunk } from './plan-chunk.ts'
import { RerunInput, whyAgain } from './rerun-input.ts'
import { type Scope, scopeOf } from './rerun-scope.ts'

/** What a run of credits is asked for beside its days, and by whom, in the audit log's word for them. */
export const CreditingAsk = z.object({ filter: RerunInput.shape.filter, askedBy: z.string() })
export type CreditingAsk = z.output<typeof CreditingAsk>

/** Where a run of credits goes on, and of how many payments in all when it began. */
const Cursor = z.object({ after: Place, total: z.int() })

/** A run that credits payments again, or looks at what that would change, as it stands between two steps. */
export interface Crediting {
  looksOnly: boolean
  askedBy: string
  reason: string
  scope: Scope
  after: Place | null
  total: number
  outcome: CreditingOutcome
}

export async function openCrediting(tx: Tx, { kind, period, requestedBy, ask, cursor, outcome }: TakenOwnRun): Promise<Crediting> {
  const { filter, askedBy } = CreditingAsk.parse(ask)
  const scope = scopeOf({ period, filter }, await timeZoneOf(tx))
  const reached = cursor === null ? null : Cursor.parse(cursor)
  return {
    looksOnly: kind === 'attribution_preview',
    askedBy,
    reason: whyAgain(requestedBy, period),
    scope,
    after: reached?.after ?? null,
    total: reached?.total ?? (await countInScope(tx, scope)),
    outcome: readOutcome(outcome),
  }
}

/** Where a run stands once a chunk is behind it. */
export function positionAfter({ total, outcome }: Crediting, { places }: Chunk): StepPosition {
  const last = places.at(-1)
  if (!last) throw new Error('A step of no payments')
  const { paidAt, purchaseRef, id } = last
  const looked = outcome.payments + places.length
  return { cursor: { after: { paidAt, purchaseRef, id }, total }, progress: total === 0 ? 1 : Math.min(1, looked / total) }
}

/** Does one step: credits the payments of a chunk where that is asked for, and adds up what changes. */
export async function doStep(
  tx: Tx,
  { looksOnly, outcome, reason, scope }: Crediting,
  { places, plan }: Chunk,
): Promise<StepResult & { outcome: object }> {
  const { payments, changes } = looksOnly ? plan : await applyChunk(tx, { ids: places.map(({ id }) => id), plan, scope, reason })
  return {
    seen: payments.length,
    created: 0,
    changed: changes.length,
    problems: [],
    outcome: storedOutcome(addStep(outcome, { places, changes })),
  }
}
