import type { Tx } from '../../../database/tx.ts'
import { creditPayments } from './credit-payment.ts'
import { creditedByHand } from './handed-credits.ts'

/** How often one match may lead on to another within an act: through whom it credits a renewal to, which may be matched itself. */
const mostRounds = 3
const rounds = new WeakMap<Tx, number>()

/**
 * Payments stand for other reports than before: those that stand for one which a person credited are credited as that is, and those that
 * did are by the rules again. The caller holds the leads.
 */
export async function followMatches(tx: Tx, { paymentIds }: { paymentIds: readonly string[] }): Promise<void> {
  const round = (rounds.get(tx) ?? 0) + 1
  if (round > mostRounds) return
  const concerned = await tx.query<{ id: string }>(
    `select p.id from payments p where p.organization_id = $1 and p.id = any($2::uuid[]) and p.origin <> 'form' and not p.attribution_locked
       and p.deletion_id is null and (p.attribution_method = 'inherited' or exists (select from payments r
         where r.organization_id = p.organization_id and r.matched_payment_id = p.id and ${creditedByHand})) order by p.id`,
    [tx.organizationId, paymentIds],
  )
  if (concerned.length === 0) return
  rounds.set(tx, round)
  try {
    await creditPayments(
      tx,
      concerned.map(({ id }) => id),
    )
  } finally {
    rounds.set(tx, round - 1)
  }
}
