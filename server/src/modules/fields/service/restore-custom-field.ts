import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { restoreEntry } from '../../../kernel/ordered-list.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { FieldId } from './field-schemas.ts'
import { fieldList, holdField, refuseSameLabel } from './hold-fields.ts'

const RestoreCustomField = z.object({ id: FieldId })
export type RestoreCustomField = z.input<typeof RestoreCustomField>

/** Brings a retired field back, as the last in the order. CONFLICT where another has its label by now. */
export async function restoreCustomField({ actor, input, tx }: Verb<RestoreCustomField>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { id } = parseInput(RestoreCustomField, input)
  const { field, all } = await holdField(tx, id)
  if (field.retiredAt !== null) refuseSameLabel(all, field.label, id)
  await restoreEntry(tx, fieldList(field.subject), id)
  return { id }
}
