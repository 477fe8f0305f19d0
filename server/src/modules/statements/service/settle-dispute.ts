import type { Tx } from '../../../database/tx.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import type { CreditDisputeState } from './credit-dispute-rows.ts'

/** What becomes of an open dispute, and by whom. */
export interface Settlement {
  id: string
  state: Exclude<CreditDisputeState, 'open'>
  answer: string | null
  by: string
  byName: string
}

/** Settles a dispute once: of two who do at the same moment, the second is refused. */
export async function settleDispute(tx: Tx, { id, state, answer, by, byName }: Settlement): Promise<void> {
  const settled = await tx.query(
    `update credit_disputes set state = $3, answer = $4, settled_by = $5, settled_by_name = $6, settled_at = now()
     where organization_id = $1 and id = $2::uuid and state = 'open' returning id`,
    [tx.organizationId, id, state, answer, by, byName],
  )
  if (settled.length > 0) return
  const [known] = await tx.query<{ state: CreditDisputeState }>(
    `select state from credit_disputes where organization_id = $1 and id = $2::uuid`,
    [tx.organizationId, id],
  )
  if (!known) throw notFound('dispute')
  throw conflict(known.state === 'withdrawn' ? 'It was taken back.' : 'It was answered already.')
}
