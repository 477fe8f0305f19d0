import type { Tx } from '../../../database/tx.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { holdList, type OrderedList } from '../../../kernel/ordered-list.ts'
import { type FieldRow, type FieldSubject, listFields, loadFields, mostFields } from './field-row.ts'

/** The fields of a subject as a list that is kept in order. */
export const fieldList = (subject: FieldSubject): OrderedList => ({
  table: 'custom_field_definitions',
  noun: 'field',
  subject,
  most: mostFields,
})

/** Holds the fields of a subject: their keys, labels and order change one transaction at a time. */
export async function holdFields(tx: Tx, subject: FieldSubject): Promise<FieldRow[]> {
  await holdList(tx, fieldList(subject))
  return listFields(tx, subject)
}

/** Holds the fields that one is among. NOT_FOUND where there is none of this id. */
export async function holdField(tx: Tx, id: string): Promise<{ field: FieldRow; all: FieldRow[] }> {
  const known = (await loadFields(tx, [id])).get(id)
  if (!known) throw notFound('field')
  const all = await holdFields(tx, known.subject)
  const field = all.find((each) => each.id === id)
  if (!field) throw notFound('field')
  return { field, all }
}

/** Refuses a label that would stand twice in one list. */
export function refuseSameLabel(all: readonly FieldRow[], label: string, ownId: string | null): void {
  const others = all.filter(({ id, retiredAt }) => id !== ownId && retiredAt === null)
  const same = others.find((each) => each.label.toLowerCase() === label.toLowerCase())
  if (same) throw conflict('Another field has this label.', [{ path: 'label', message: 'Another field has this label.' }])
}
