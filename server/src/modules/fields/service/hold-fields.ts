import type { Tx } from '../../../database/tx.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { type FieldRow, type FieldSubject, listFields, loadFields, mostFields } from './field-row.ts'

/** Holds the fields of a subject: their keys, labels and order change one transaction at a time. */
export async function holdFields(tx: Tx, subject: FieldSubject): Promise<FieldRow[]> {
  await lockNames(tx, [`custom-fields:${subject}`])
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

/** Refuses one field too many, and a label that would stand twice in one list. */
export function refuseCrowd(all: readonly FieldRow[], label: string, ownId: string | null): void {
  const others = all.filter(({ id, retiredAt }) => id !== ownId && retiredAt === null)
  if (others.length >= mostFields) throw conflict(`There are ${mostFields} fields already, as many as there can be. Retire one first.`)
  const same = others.find((each) => each.label.toLowerCase() === label.toLowerCase())
  if (same) throw conflict('Another field has this label.', [{ path: 'label', message: 'Another field has this label.' }])
}

/** The place after all others. */
export async function placeAtEnd(tx: Tx, subject: FieldSubject): Promise<number> {
  const [last] = await tx.query<{ next: number }>(
    `select coalesce(max(position) + 1, 0) as next from custom_field_definitions where organization_id = $1 and subject = $2`,
    [tx.organizationId, subject],
  )
  return last?.next ?? 0
}
