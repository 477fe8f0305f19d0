import type { Tx } from '../../../database/tx.ts'
import { importsSince } from './count-import.ts'
import { type Contract, monthOf, planTerms, seatsOf } from './plans.ts'

/** How much of what its plan allows an organization has used. Null stands for "any number". */
export interface Usage {
  seatsUsed: number
  seats: number
  importsUsed: number
  imports: number | null
  importsResetAt: Date
  sessionsAtOnce: number | null
}

export async function loadUsage(tx: Tx, contract: Contract, now = new Date()): Promise<Usage> {
  const { start, end } = monthOf(now)
  const [[members], importsUsed] = await Promise.all([
    tx.query<{ count: number }>(`select count(*)::int as count from organization_members where organization_id = $1`, [tx.organizationId]),
    importsSince(tx, start),
  ])
  const { imports, sessionsAtOnce } = planTerms[contract.plan]
  return { seatsUsed: members?.count ?? 0, seats: seatsOf(contract), importsUsed, imports, importsResetAt: end, sessionsAtOnce }
}
