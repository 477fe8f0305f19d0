import { fieldLimits, type FieldDefinition, type FieldKind, type OptionColor } from '@clinch/schema/fields'
import type { fieldSubjects } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'

/** What an organization can give fields of its own. */
export type FieldSubject = (typeof fieldSubjects)[number]

/** An option as it is kept: one that is retired still says what older values mean. */
export interface OptionRow {
  key: string
  label: string
  color: OptionColor | null
  retired: boolean
}

/** A field of the organization, with all of its options in their order. */
export interface FieldRow {
  id: string
  subject: FieldSubject
  key: string
  kind: FieldKind
  label: string
  help: string | null
  /** People have to say it where they enter or change a row. */
  required: boolean
  retiredAt: string | null
  options: OptionRow[]
}

const fieldColumns = `d.id, d.subject, d.key, d.kind, d.label, d.help, d.required, d.retired_at as "retiredAt", coalesce((
  select jsonb_agg(jsonb_build_object('key', o.key, 'label', o.label, 'color', o.color, 'retired', o.retired_at is not null)
    order by o.position, o.id)
  from custom_field_options o where o.organization_id = d.organization_id and o.field_id = d.id), '[]'::jsonb) as options`

/** The fields of leads, events or payments in their order, retired ones last. */
export const listFields = (tx: Tx, subject: FieldSubject): Promise<FieldRow[]> =>
  tx.query<FieldRow>(
    `select ${fieldColumns} from custom_field_definitions d where d.organization_id = $1 and d.subject = $2
     order by (d.retired_at is not null), d.position, d.id`,
    [tx.organizationId, subject],
  )

/** Fields by id. */
export async function loadFields(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, FieldRow>> {
  const rows = await tx.query<FieldRow>(
    `select ${fieldColumns} from custom_field_definitions d where d.organization_id = $1 and d.id = any($2::uuid[])`,
    [tx.organizationId, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * A field as a value of it is judged. Whether one has to be there is asked of a whole row (`lacking`), and only where a person enters or
 * changes it. `held` are the keys of options that may stay although they are retired.
 */
export const definitionOf = ({ key, kind, label, help, options }: FieldRow, held: readonly string[] = []): FieldDefinition => ({
  key,
  kind,
  label,
  help,
  required: false,
  shownIf: null,
  options: options.filter((option) => !option.retired || held.includes(option.key)),
})

/** As many of each subject as a page can show. */
export const mostFields = fieldLimits.fields
