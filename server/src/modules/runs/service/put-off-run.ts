import type { Tx } from '../../../database/tx.ts'
import type { ClinchError } from '../../../kernel/errors.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import type { RunState } from './run-rows.ts'
import { goOn } from './run-sync.ts'

/** A run cannot go on until a person does something: `error` says what. */
export async function failRun(tx: Tx, id: string, error: string): Promise<void> {
  await tx.query(
    `update runs set state = 'failed', finished_at = now(), error = $3, waits_until = null, waits_for = null
     where organization_id = $1 and id = $2 and state in ('queued', 'running')`,
    [tx.organizationId, id, error],
  )
}

const longestDelaySeconds = 1_800
/** With growing delays, that is about a day. */
const mostWaits = 60

/** Puts a run off whose provider cannot be asked now. It comes again with growing delays; after about a day it needs a person. */
export async function waitRun(tx: Tx, id: string, error: ClinchError): Promise<void> {
  const [run] = await tx.query<{ waits: number; state: RunState }>(
    `select waits, state from runs where organization_id = $1 and id = $2 for update`,
    [tx.organizationId, id],
  )
  if (run?.state !== 'running' && run?.state !== 'queued') return
  if (run.waits + 1 >= mostWaits) return failRun(tx, id, `${error.message} It was tried for a day. Once that is over, let it go on.`)
  const asked = Number(error.details.retryAfter) || 1
  const delaySeconds = Math.max(asked, Math.min(longestDelaySeconds, 5 * 2 ** Math.min(run.waits, 10)))
  const [row] = await tx.query<{ at: string }>(
    `update runs set waits = waits + 1, waits_for = $3, waits_until = now() + make_interval(secs => $4::int)
     where organization_id = $1 and id = $2 returning waits_until as at`,
    [tx.organizationId, id, error.message, delaySeconds],
  )
  if (!row) throw new Error('A run vanished inside its own transaction')
  await goOn(tx, id, dateFromPostgres(row.at))
}
