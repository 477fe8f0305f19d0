import type { DecidedShare } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import type { HandCredit } from './attribution-facts.ts'

/** A credit as it stands. */
export type StandingCredit = Omit<HandCredit, 'names'>

/** Credits by hand with the names of whom they credit: the closers, then the setters, the largest share first. */
export async function withNames(tx: Tx, credits: readonly StandingCredit[]): Promise<HandCredit[]> {
  const ids = credits.flatMap((credit) => [...peopleOf(credit, 'closer'), ...peopleOf(credit, 'setter')])
  if (ids.length === 0) return credits.map((credit) => ({ ...credit, names: [] }))
  const rows = await tx.query<{ id: string; name: string }>(
    `select id, name from closers where organization_id = $1 and id = any($2::uuid[])
     union all select id, name from setters where organization_id = $1 and id = any($2::uuid[])`,
    [tx.organizationId, ids],
  )
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return credits.map((credit) => ({
    ...credit,
    names: (['closer', 'setter'] as const).flatMap((role) => peopleOf(credit, role).flatMap((id) => names.get(id) ?? [])),
  }))
}

function peopleOf({ closerId, setterId, shares }: StandingCredit, role: DecidedShare['role']): string[] {
  const split = shares.filter((share) => share.role === role).map(({ personId }) => personId)
  const alone = role === 'closer' ? closerId : setterId
  return split.length > 0 ? split : alone === null ? [] : [alone]
}
