import type { Tx } from '../../../database/tx.ts'

/** How many forms have a value of a field, and how many each of its options. */
export interface FieldUsage {
  key: string
  forms: number
  options: { key: string; forms: number }[]
}

/** How often each field of the form that ever was is answered, in the forms that the caller may see, as they stand. */
export async function countFieldUses(tx: Tx): Promise<FieldUsage[]> {
  const rows = await tx.query<{ key: string; option: string | null; forms: number }>(
    `with kinds as (
       select distinct f.field->>'key' as key, f.field->>'kind' as kind
       from form_versions v cross join jsonb_array_elements(v.definition->'fields') f(field) where v.organization_id = $1
     ), answers as (
       select a.key, a.value, k.kind from post_call_forms p cross join jsonb_each(p.fields) a join kinds k on k.key = a.key
       where p.organization_id = $1 and p.fields <> '{}'::jsonb
     )
     select key, null as option, count(*)::int as forms from answers group by key
     union all
     select key, value #>> '{}', count(*)::int from answers where kind = 'select' group by 1, 2
     union all
     select a.key, o.option, count(*)::int from answers a cross join jsonb_array_elements_text(a.value) o(option)
     where a.kind = 'multi_select' group by 1, 2
     order by 1, 2 nulls first`,
    [tx.organizationId],
  )
  return rows
    .filter(({ option }) => option === null)
    .map(({ key, forms }) => ({
      key,
      forms,
      options: rows.flatMap((row) => (row.key === key && row.option !== null ? [{ key: row.option, forms: row.forms }] : [])),
    }))
}
