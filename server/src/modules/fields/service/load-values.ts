import type { FieldValues } from '@clinch/schema/fields'
import type { Tx } from '../../../database/tx.ts'
import { sightOf } from '../../organizations/service/index.ts'
import { isContactValue } from './contact-fields.ts'
import { type FieldRow, type FieldSubject, listFields } from './field-row.ts'
import { tableOf } from './subject-tables.ts'

/** The fields that a row has a value of, and its values. */
export interface HeldValues {
  /** In their order, retired ones last. */
  fields: readonly FieldRow[]
  values: FieldValues
}

/**
 * The values of leads, events or payments, as far as the caller may see those. A rep who is not shown how to reach leads is not shown
 * here what says so either.
 */
export const loadValues =
  (subject: FieldSubject) =>
  async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, HeldValues>> => {
    const [fields, rows, { leadContacts }] = await Promise.all([
      listFields(tx, subject),
      tx.query<{ id: string; values: FieldValues }>(
        `select id, custom_fields as values from ${tableOf[subject]}
         where organization_id = $1 and id = any($2::uuid[]) and custom_fields <> '{}'::jsonb`,
        [tx.organizationId, ids],
      ),
      sightOf(tx),
    ])
    return new Map(
      rows.map(({ id, values }) => {
        const held = fields.filter(({ key }) => Object.hasOwn(values, key))
        const shown = leadContacts ? held : held.filter((field) => !isContactValue(field, values[field.key]))
        const keys = new Set(shown.map(({ key }) => key))
        return [id, { fields: shown, values: Object.fromEntries(Object.entries(values).filter(([key]) => keys.has(key))) }]
      }),
    )
  }
