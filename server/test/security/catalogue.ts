import type postgres from 'postgres'

/** A table of the database, as its own catalogue tells of it. */
export interface CatalogueTable {
  schema: string
  name: string
  hasOrganizationId: boolean
  rowSecurity: boolean
  forcedRowSecurity: boolean
  policies: { name: string; roles: string[]; command: string; using: string | null; check: string | null }[]
}

/** Every table that is not PostgreSQL's own. */
export const readTables = (owner: postgres.Sql): Promise<CatalogueTable[]> =>
  owner<CatalogueTable[]>`
    select n.nspname as schema, c.relname as name, c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as "forcedRowSecurity",
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped) as "hasOrganizationId",
      coalesce((select jsonb_agg(jsonb_build_object('name', p.policyname, 'roles', p.roles, 'command', p.cmd, 'using', p.qual, 'check', p.with_check))
        from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname), '[]'::jsonb) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
    order by 1, 2`

/** A foreign key with its columns in order, and those that it refers to. */
export interface CatalogueReference {
  name: string
  table: string
  columns: string[]
  refersTo: string
  referredColumns: string[]
  onDelete: string
}

export const readReferences = (owner: postgres.Sql): Promise<CatalogueReference[]> =>
  owner<CatalogueReference[]>`
    select k.conname as name, t.relname as table, r.relname as "refersTo", k.confdeltype as "onDelete",
      (select array_agg(a.attname::text order by i.nth) from unnest(k.conkey) with ordinality i(num, nth)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = i.num) as columns,
      (select array_agg(a.attname::text order by i.nth) from unnest(k.confkey) with ordinality i(num, nth)
        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = i.num) as "referredColumns"
    from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_class r on r.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace order by 2, 1`

/** The columns of each unique index, the leading one first. */
export const readUniques = (owner: postgres.Sql): Promise<{ name: string; table: string; columns: string[] }[]> =>
  owner<{ name: string; table: string; columns: string[] }[]>`
    select i.relname as name, t.relname as table,
      (select array_agg(pg_get_indexdef(x.indexrelid, n, true) order by n) from generate_series(1, x.indnkeyatts) n) as columns
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    where x.indisunique and t.relnamespace = 'public'::regnamespace order by 2, 1`

/** What a role may do with each table: its privileges in alphabetical order. */
export const readGrants = (owner: postgres.Sql, role: string): Promise<{ schema: string; name: string; privileges: string[] }[]> =>
  owner<{ schema: string; name: string; privileges: string[] }[]>`
    select n.nspname as schema, c.relname as name, array_agg(p order by p) as privileges
    from pg_class c join pg_namespace n on n.oid = c.relnamespace,
      unnest(array['DELETE', 'INSERT', 'MAINTAIN', 'REFERENCES', 'SELECT', 'TRIGGER', 'TRUNCATE', 'UPDATE']) p
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
      and has_schema_privilege(${role}, n.oid, 'usage')
      and (has_table_privilege(${role}, c.oid, p) or (p in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') and has_any_column_privilege(${role}, c.oid, p)))
    group by 1, 2 order by 1, 2`
