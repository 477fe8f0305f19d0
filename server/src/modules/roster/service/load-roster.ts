import type { Tx } from '../../../database/tx.ts'

/** A closer or a setter, as read. */
export interface PersonRow {
  id: string
  name: string
  email: string | null
  userId: string | null
  createdAt: string
  deactivatedAt: string | null
}

export interface NamedRow {
  id: string
  name: string
}

export interface SourceRow extends NamedRow {
  trafficTypeId: string | null
}

export const personColumns = `p.id, p.name, p.email, p.user_id as "userId", p.created_at as "createdAt", p.deactivated_at as "deactivatedAt"`

async function byId<Row extends NamedRow>(
  tx: Tx,
  columns: string,
  table: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Row>> {
  const rows = await tx.query<Row>(`select ${columns} from ${table} p where p.organization_id = $1 and p.id = any($2::uuid[])`, [
    tx.organizationId,
    ids,
  ])
  return new Map(rows.map((row) => [row.id, row]))
}

export const loadClosers = (tx: Tx, ids: readonly string[]) => byId<PersonRow>(tx, personColumns, 'closers', ids)
export const loadSetters = (tx: Tx, ids: readonly string[]) => byId<PersonRow>(tx, personColumns, 'setters', ids)
export const loadSources = (tx: Tx, ids: readonly string[]) =>
  byId<SourceRow>(tx, `p.id, p.name, p.traffic_type_id as "trafficTypeId"`, 'sources', ids)
export const loadTrafficTypes = (tx: Tx, ids: readonly string[]) => byId<NamedRow>(tx, 'p.id, p.name', 'traffic_types', ids)
export const loadCallTypes = (tx: Tx, ids: readonly string[]) => byId<NamedRow>(tx, 'p.id, p.name', 'call_types', ids)

export const listSources = (tx: Tx): Promise<SourceRow[]> =>
  tx.query<SourceRow>(
    `select id, name, traffic_type_id as "trafficTypeId" from sources where organization_id = $1 order by lower(name), id limit 500`,
    [tx.organizationId],
  )

export const listTrafficTypes = (tx: Tx): Promise<NamedRow[]> =>
  tx.query<NamedRow>(`select id, name from traffic_types where organization_id = $1 order by lower(name), id limit 500`, [
    tx.organizationId,
  ])

export const listCallTypes = (tx: Tx): Promise<NamedRow[]> =>
  tx.query<NamedRow>(`select id, name from call_types where organization_id = $1 order by lower(name), id limit 500`, [tx.organizationId])

/** The names by which each of the given setters or sources is known beside their own. */
async function loadNames(
  tx: Tx,
  table: 'setter_names' | 'source_names',
  owners: 'setters' | 'sources',
  key: 'setter_id' | 'source_id',
  ids: readonly string[],
) {
  const rows = await tx.query<{ owner: string; name: string }>(
    `select n.${key} as owner, n.name from ${table} n join ${owners} o on o.organization_id = n.organization_id and o.id = n.${key}
     where n.organization_id = $1 and n.${key} = any($2::uuid[]) and n.name <> o.name order by n.name`,
    [tx.organizationId, ids],
  )
  const grouped = new Map<string, string[]>()
  for (const { owner, name } of rows) grouped.set(owner, [...(grouped.get(owner) ?? []), name])
  return grouped
}

export const loadSetterAliases = (tx: Tx, ids: readonly string[]) => loadNames(tx, 'setter_names', 'setters', 'setter_id', ids)
export const loadSourceAliases = (tx: Tx, ids: readonly string[]) => loadNames(tx, 'source_names', 'sources', 'source_id', ids)
