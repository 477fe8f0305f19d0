import type postgres from 'postgres'
import { tenantColumnOf, tenantTables } from './tenant-rows.ts'

/** A fingerprint of every row that an organization has in each tenant table; equal if and only if nothing of it changed. */
export async function checksumOf(owner: postgres.Sql, organizationId: string): Promise<Record<string, string>> {
  const each = Object.keys(tenantTables).map(
    (table) => `select '${table}' as name, (select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')
      from ${table} t where t.${tenantColumnOf(table)} = $1) as sum`,
  )
  const rows = await owner.unsafe<{ name: string; sum: string }[]>(each.join(' union all '), [organizationId])
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
}
