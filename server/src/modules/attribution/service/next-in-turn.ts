import { z } from 'zod'
import { Conditions } from '../../../database/conditions.ts'
import type { Tx } from '../../../database/tx.ts'
import { inTurn } from '../../payments/service/index.ts'
import type { Scope } from './rerun-scope.ts'

/** A payment's place in the order in which payments inherit from each other. The instant is PostgreSQL's text. */
export const Place = z.object({ paidAt: z.string(), purchaseRef: z.string().nullable(), id: z.uuid() })
export type Place = z.output<typeof Place>

/** The next payments of a scope after a place, at most so many, in their turn: whom others inherit from comes before them. */
export async function nextInTurn(tx: Tx, scope: Scope, after: Place | null, most: number): Promise<(Place & { locked: boolean })[]> {
  const conditions = scope(new Conditions([tx.organizationId]))
  if (after) {
    const [paidAt, ref, id] = [conditions.place(after.paidAt), conditions.place(after.purchaseRef), conditions.place(after.id)]
    // Of those at the same instant, the ones without a name come last.
    conditions.always(`p.paid_at >= ${paidAt}::text::timestamptz and (p.paid_at > ${paidAt}::text::timestamptz
      or p.purchase_ref collate "C" > ${ref}::text or (p.purchase_ref is null and ${ref}::text is not null)
      or (p.purchase_ref is not distinct from ${ref}::text and p.id > ${id}::uuid))`)
  }
  return tx.query<Place & { locked: boolean }>(
    `select p.id, p.paid_at as "paidAt", p.purchase_ref as "purchaseRef", p.attribution_locked as locked from payments p
     where ${conditions.where} order by ${inTurn('p')} limit ${conditions.place(most)}::int`,
    conditions.parameters,
  )
}

/** How many payments a scope has. */
export async function countInScope(tx: Tx, scope: Scope): Promise<number> {
  const conditions = scope(new Conditions([tx.organizationId]))
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from payments p where ${conditions.where}`,
    conditions.parameters,
  )
  return row?.count ?? 0
}
