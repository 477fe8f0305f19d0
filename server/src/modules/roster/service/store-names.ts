import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../database/tx.ts'
import { normaliseName } from '../../../lib/identity.ts'
import type { RosterKind } from './facts.ts'

const tables = { setter: { table: 'setter_names', key: 'setter_id' }, source: { table: 'source_names', key: 'source_id' } } as const

/** Replaces the names by which a setter or source is known: their own, and the aliases. A name that is another's is refused by constraint. */
export async function storeNames(tx: Tx, of: keyof typeof tables, id: string, names: readonly string[]): Promise<void> {
  const { table, key } = tables[of]
  const byKey = new Map(names.map((name) => [normaliseName(name), name]))
  const keys = [...byKey.keys()].filter((nameKey) => nameKey !== '')
  await tx.query(`delete from ${table} where organization_id = $1 and ${key} = $2 and name_key <> all($3::text[])`, [
    tx.organizationId,
    id,
    keys,
  ])
  await tx.query(
    `insert into ${table} (organization_id, id, ${key}, name, name_key)
     select $1, n.id, $2, n.name, n.name_key from unnest($3::uuid[], $4::text[], $5::text[]) as n(id, name, name_key)
     where not exists (select 1 from ${table} o where o.organization_id = $1 and o.${key} = $2 and o.name_key = n.name_key)`,
    [tx.organizationId, id, keys.map(() => uuidv7()), keys.map((nameKey) => byKey.get(nameKey) ?? nameKey), keys],
  )
}

const aliases = {
  ...tables,
  closer: { table: 'closer_names', key: 'closer_id' },
  traffic_type: { table: 'traffic_type_names', key: 'traffic_type_id' },
} as const

/** Adds one name to those by which somebody or something is known. One that is another's is refused by constraint. */
export async function addName(tx: Tx, of: RosterKind, id: string, { name, nameKey }: { name: string; nameKey: string }): Promise<void> {
  const { table, key } = aliases[of]
  await tx.query(
    `insert into ${table} (organization_id, id, ${key}, name, name_key) select $1, $2, $3, $4, $5
     where not exists (select 1 from ${table} where organization_id = $1 and ${key} = $3 and name_key = $5)`,
    [tx.organizationId, uuidv7(), id, name, nameKey],
  )
}
