import type { Tx } from '../../../database/tx.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { type CreditDisputeState, disputesShown } from './credit-dispute-rows.ts'

/** What becomes of an open dispute, and by whom. */
export interface Settlement {
  id: string
  state: Exclude<CreditDisputeState, 'open'>
  answer: string | null
  by: string
  byName: string
}

/** Settles a dispute once: of two who do at the same moment, the second is refused. NOT_FOUND for one that the caller is not shown. */
export async function settleDispute(tx: Tx, { id, state, answer, by, byName }: Settlement): Promise<void> {
  const found = `d.organization_id = $1 and d.id = $2::uuid and ${await disputesShown(tx)}`
  const settled = await tx.query(
    `update credit_disputes d set state = $3, answer = $4, settled_by = $5, settled_by_name = $6, settled_at = now()
     where ${found} and d.state = 'open' returning d.id`,
    [tx.organizationId, id, state, answer, by, byName],
  )
  if (settled.length > 0) return
  const [known] = await tx.query<{ state: CreditDisputeState }>(`select d.state from credit_disputes d where ${found}`, [
    tx.organizationId,
    id,
  ])
  if (!known) throw notFound('dispute')
  throw conflict(known.state === 'withdrawn' ? 'It was taken back.' : 'It was answered already.')
}
