import type { Tx } from '../../../database/tx.ts'

/** The active closers by all that a booking tool may know them by: their address, or an alias. */
export async function closersByKey(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ key: string; id: string }>(
    `select c.email as key, c.id from closers c where c.organization_id = $1 and c.deactivated_at is null and c.email is not null
     union all
     select n.name_key, c.id from closer_names n join closers c on c.organization_id = n.organization_id and c.id = n.closer_id
       where n.organization_id = $1 and c.deactivated_at is null`,
    [tx.organizationId],
  )
  return new Map(rows.map(({ key, id }) => [key, id]))
}
