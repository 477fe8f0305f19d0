import type { Tx } from '../../../database/tx.ts'
import { type Actor, actorName } from '../../../kernel/actor.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import type { RunKind, RunState } from './run-rows.ts'
import { goOn } from './run-sync.ts'

/** Which run is meant: one of these kinds alone, and what people call such a run. */
export interface NamedRun {
  id: string
  kinds: readonly RunKind[]
  what: string
}

export const syncKinds = ['booking_sync', 'payment_sync'] as const satisfies readonly RunKind[]

/** Stops a run: not one step of it is stored after this. What it did stays. One that was stopped already stays stopped. */
export async function stopRun(tx: Tx, named: NamedRun): Promise<void> {
  // Whoever stores a step holds the row, so this waits for that step, and the next one finds it stopped.
  const { state } = await holdRun(tx, named)
  if (state === 'canceled') return
  if (state === 'done' || state === 'failed') throw conflict(`This ${named.what} has ended by itself.`)
  await tx.query(
    `update runs set state = 'canceled', finished_at = now(), waits_until = null, waits_for = null where organization_id = $1 and id = $2`,
    [tx.organizationId, named.id],
  )
}

/**
 * Takes up a run that failed or was stopped, from where it had come to; once `check` finds nothing against it. From then on it is whoever’s
 * who took it up.
 */
export async function takeUpRun(
  tx: Tx,
  by: Actor,
  named: NamedRun,
  check?: (run: { connectionId: string | null }) => Promise<unknown>,
): Promise<void> {
  const { state, connectionId } = await holdRun(tx, named)
  if (state === 'done') throw conflict(`This ${named.what} is done. Start another one.`)
  if (state === 'queued' || state === 'running') throw conflict(`This ${named.what} is under way.`)
  await check?.({ connectionId })
  await tx.query(
    `update runs set state = 'queued', step = step + 1, error = null, finished_at = null, waits = 0, waits_until = null, waits_for = null,
       started_at = null, requested_by = $3 where organization_id = $1 and id = $2`,
    [tx.organizationId, named.id, actorName(by)],
  )
  await goOn(tx, named.id)
}

async function holdRun(tx: Tx, { id, kinds, what }: NamedRun): Promise<{ state: RunState; connectionId: string | null }> {
  const [run] = await tx.query<{ state: RunState; connectionId: string | null }>(
    `select state, connection_id as "connectionId" from runs where organization_id = $1 and id = $2 and kind = any($3::text[]) for update`,
    [tx.organizationId, id, kinds],
  )
  if (!run) throw notFound(what)
  return run
}
