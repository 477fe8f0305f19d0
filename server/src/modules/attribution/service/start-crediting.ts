import { runs } from '@clinch/drizzle/tables'
import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { type Actor, actorLabel, actorName, authorize } from '../../../kernel/actor.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import type { Period } from '../../../lib/period.ts'
import { refuseIfReadOnly } from '../../organizations/service/index.ts'
import { goOn, type RunState, stopRun, takeUpRun } from '../../runs/service/index.ts'
import { CreditingAsk } from './crediting.ts'
import { RerunInput } from './rerun-input.ts'
import { refuseStrangers } from './refuse-strangers.ts'

/** Starts looking at what crediting the payments of a period again would change, however many they are. One run an organization at a time. */
export async function startAttributionPreview({ actor, input, tx }: Verb<RerunInput>): Promise<{ id: string }> {
  authorize(actor, 'payments:write')
  const { period, filter } = parseInput(RerunInput, input)
  await refuseIfReadOnly(tx)
  await refuseStrangers(tx, { filter })
  return startRun(tx, actor, { kind: 'attribution_preview', period, filter, previewId: null })
}

const StartRerun = z.object({ previewId: z.uuid('Say which preview is applied.') })
export type StartRerun = z.input<typeof StartRerun>

/**
 * Starts crediting the payments again that a preview looked at. What changed since is decided by what is known when it is their turn, so
 * what is done may differ from what was shown, and the end says so. CONFLICT for a preview that has not come to its end, or was applied.
 */
export async function startAttributionRerun({ actor, input, tx }: Verb<StartRerun>): Promise<{ id: string }> {
  authorize(actor, 'payments:write')
  const { previewId } = parseInput(StartRerun, input)
  await refuseIfReadOnly(tx)
  const [preview] = await tx.query<Period & { state: RunState; changed: number; ask: unknown }>(
    `select state, changed_count as changed, period_from::text as from, period_to::text as to, ask from runs
     where organization_id = $1 and id = $2 and kind = 'attribution_preview' for update`,
    [tx.organizationId, previewId],
  )
  if (!preview) throw notFound('preview')
  if (preview.state !== 'done') throw conflict('This preview has not come to its end. Let it go on first.')
  if (preview.changed === 0) throw conflict('By this preview nothing would change.')
  const { filter } = CreditingAsk.parse(preview.ask)
  const { from, to } = preview
  return startRun(tx, actor, { kind: 'attribution_rerun', period: { from, to }, filter, previewId })
}

const OneRun = z.object({ id: z.uuid('Say which run.') })
export type OneRun = z.input<typeof OneRun>

const kinds = ['attribution_preview', 'attribution_rerun'] as const

/** Stops a run of credits: not one step of it is stored after this. What was credited again stays so. */
export async function cancelAttributionRun({ actor, input, tx }: Verb<OneRun>): Promise<{ id: string }> {
  authorize(actor, 'payments:write')
  const { id } = parseInput(OneRun, input)
  await stopRun(tx, { id, kinds, what: 'run' })
  return { id }
}

/** Takes up a run of credits that failed or was stopped, from where it had come to. What it writes from then on is of whoever took it up. */
export async function resumeAttributionRun({ actor, input, tx }: Verb<OneRun>): Promise<{ id: string }> {
  authorize(actor, 'payments:write')
  const { id } = parseInput(OneRun, input)
  await refuseIfReadOnly(tx)
  await takeUpRun(tx, actor, { id, kinds, what: 'run' })
  await tx.query(`update runs set ask = ask || jsonb_build_object('askedBy', $3::text) where organization_id = $1 and id = $2`, [
    tx.organizationId,
    id,
    actorLabel(actor),
  ])
  return { id }
}

interface ToStart {
  kind: (typeof kinds)[number]
  period: Period
  filter: CreditingAsk['filter']
  previewId: string | null
}

async function startRun(tx: Tx, actor: Actor, { kind, period, filter, previewId }: ToStart): Promise<{ id: string }> {
  const ask: CreditingAsk = { filter, askedBy: actorLabel(actor) }
  const [row] = await tx.db
    .insert(runs)
    .values({
      organizationId: tx.organizationId,
      kind,
      previewId,
      ask,
      periodFrom: period.from,
      periodTo: period.to,
      state: 'queued',
      requestedBy: actorName(actor),
    })
    .returning({ id: runs.id })
  if (!row) throw new Error('An inserted run was not returned')
  await goOn(tx, row.id)
  return row
}
