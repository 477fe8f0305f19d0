import type { Tx } from '../../../database/tx.ts'
import { lockForCounting, refuseOverLimit } from './hold-organization.ts'
import { seatsOf } from './plans.ts'

/** Makes sure of a seat for one more member: whoever asks next waits until this transaction ends, and counts this one. Tells whether there is an owner. */
export async function takeSeat(tx: Tx): Promise<{ hasOwner: boolean }> {
  const contract = await lockForCounting(tx)
  const [row] = await tx.query<{ taken: number; hasOwner: boolean }>(
    `select count(*)::int as taken, coalesce(bool_or(role = 'owner'), false) as "hasOwner" from organization_members where organization_id = $1`,
    [tx.organizationId],
  )
  if (!row) throw new Error('The members of an organization were not counted')
  refuseOverLimit('seat', { limit: seatsOf(contract), used: row.taken, plan: contract.plan })
  return { hasOwner: row.hasOwner }
}
