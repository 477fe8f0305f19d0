import type { FieldValue, FieldValues } from '@clinch/schema/fields'
import type { Tx } from '../../../database/tx.ts'
import { sightOf, withoutContacts } from '../../organizations/service/index.ts'
import { type FieldRow, type FieldSubject, isContact, listFields } from './field-row.ts'
import { tableOf } from './subject-tables.ts'

/** The fields that a row has a value of, and its values. */
export interface HeldValues {
  /** In their order, retired ones last. */
  fields: readonly FieldRow[]
  values: FieldValues
}

/**
 * The values of leads, events or payments, as far as the caller may see those. A rep who is not shown how to reach leads is not shown it
 * here either.
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
    const shown = leadContacts ? fields : fields.filter((field) => !isContact(field))
    return new Map(
      rows.map(({ id, values }) => [
        id,
        {
          fields: shown.filter(({ key }) => Object.hasOwn(values, key)),
          values: leadContacts ? values : Object.fromEntries(Object.entries(values).map(([key, value]) => [key, masked(value)])),
        },
      ]),
    )
  }

const masked = (value: FieldValue): FieldValue => (typeof value === 'string' ? withoutContacts(value) : value)
