import type { Tx } from '../../../database/tx.ts'
import { planLimit, trialExpired } from '../../../kernel/errors.ts'
import { type Contract, type Plan, planName } from './plans.ts'

export interface Standing {
  state: 'active' | 'suspended' | 'deleting'
  /** Its trial is over: nothing but what takes access away can be written. */
  readOnly: boolean
}

/** The standing of the organization, which stays as it is until the transaction ends: whoever would change it waits. */
export async function holdOrganization(tx: Tx): Promise<Standing> {
  const [row] = await tx.query<Standing>('select state, read_only as "readOnly" from hold_organization()')
  if (!row) throw new Error('An organization was not told of')
  return row
}

/** Throws TRIAL_EXPIRED where the organization is read-only. For acts that write no table which would refuse by itself. */
export async function refuseIfReadOnly(tx: Tx): Promise<void> {
  if ((await holdOrganization(tx)).readOnly) throw trialExpired()
}

/**
 * Locks the organization for counting what its plan limits: others who would take one more wait until this transaction ends. First the
 * standing and then the row, in the order in which a change of the plan takes them. References to the organization are not held up.
 */
export async function lockForCounting(tx: Tx): Promise<Contract> {
  await holdOrganization(tx)
  const [row] = await tx.query<Contract>(`select plan, extra_seats as "extraSeats" from organizations where id = $1 for no key update`, [
    tx.organizationId,
  ])
  if (!row) throw new Error('The organization of a transaction is not there')
  return row
}

/** Throws PLAN_LIMIT where one more would be more than the plan allows. Its caller holds the lock for counting. */
export function refuseOverLimit(what: string, { limit, used, plan }: { limit: number; used: number; plan: Plan }): void {
  if (used < limit) return
  throw planLimit(`The ${planName(plan)} has ${limit} ${what}${limit === 1 ? '' : 's'}, and ${used} ${used === 1 ? 'is' : 'are'} taken.`, {
    limit,
    used,
    plan: plan.toUpperCase(),
  })
}
