import type { Tx } from '../../../database/tx.ts'
import { holdPayments } from '../../payments/service/index.ts'
import { storeCredits } from './credit-payment.ts'
import { type CreditPlan, planCredits } from './plan-credits.ts'
import type { Scope } from './rerun-scope.ts'

/** While what a chunk concerns was held, it came to concern others. It is planned anew in another transaction: those come in their order. */
export class Overtaken extends Error {
  constructor() {
    super('What is credited changed while it was waited for')
  }
}

/**
 * Credits the payments of a chunk by what is known once everybody whom its plan concerns is held, in the order of everybody. What changed
 * since the plan was made is so taken up. Throws Overtaken where it now concerns others than are held.
 */
export async function applyChunk(
  tx: Tx,
  { ids, plan, scope, reason }: { ids: readonly string[]; plan: CreditPlan; scope: Scope; reason: string },
): Promise<CreditPlan> {
  const [paymentIds, leadIds] = [idsOf(plan), leadsOf(plan)]
  await holdPayments(tx, [...paymentIds], [...leadIds])
  const now = await planCredits(tx, ids, { hold: false, inOwnTurn: scope })
  if (!isWithin(idsOf(now), paymentIds) || !isWithin(leadsOf(now), leadIds)) throw new Overtaken()
  await storeCredits(tx, now.changes, { reasons: new Map(now.changes.map(({ payment }) => [payment.id, reason])) })
  return now
}

const idsOf = ({ payments }: CreditPlan): ReadonlySet<string> => new Set(payments.map(({ id }) => id))

const leadsOf = ({ changes }: CreditPlan): ReadonlySet<string> =>
  new Set(changes.flatMap(({ payment, decision }) => [payment.leadId, decision.leadId]).filter((id) => id !== null))

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean => [...some].every((id) => all.has(id))
