import type { Tx } from '../../../database/tx.ts'
import { normaliseName } from '../../../lib/identity.ts'
import type { RosterKind } from '../../roster/service/index.ts'

/**
 * The roster learned a name of a source: leads whose automation named it before, and matched none, came from there. Names are folded in one
 * place only, which is not the database.
 */
export async function resolvePastLeads(tx: Tx, changed: { kind: RosterKind; id: string }): Promise<void> {
  if (changed.kind !== 'source') return
  const keys = await tx.query<{ key: string }>(`select name_key as key from source_names where organization_id = $1 and source_id = $2`, [
    tx.organizationId,
    changed.id,
  ])
  const spelled = await tx.query<{ name: string }>(
    `select distinct source_name as name from leads where organization_id = $1 and source_id is null and source_name is not null`,
    [tx.organizationId],
  )
  const known = new Set(keys.map(({ key }) => key))
  const names = spelled.flatMap(({ name }) => (known.has(normaliseName(name)) ? [name] : []))
  if (names.length === 0) return
  await tx.query(
    `update leads l set source_id = s.id, traffic_type_id = coalesce(l.traffic_type_id, s.traffic_type_id)
     from sources s where l.organization_id = $1 and l.source_id is null and l.source_name = any($3::text[])
       and s.organization_id = l.organization_id and s.id = $2`,
    [tx.organizationId, changed.id, names],
  )
}
