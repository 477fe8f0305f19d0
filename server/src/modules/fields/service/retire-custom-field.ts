import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { retireEntry } from '../../../kernel/ordered-list.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { FieldId } from './field-schemas.ts'
import { fieldList, holdField } from './hold-fields.ts'

const RetireCustomField = z.object({ id: FieldId })
export type RetireCustomField = z.input<typeof RetireCustomField>

/** Takes a field out of use: nothing is written to it any more. What has a value keeps it, and still is found by it. */
export async function retireCustomField({ actor, input, tx }: Verb<RetireCustomField>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { id } = parseInput(RetireCustomField, input)
  const { field } = await holdField(tx, id)
  await retireEntry(tx, fieldList(field.subject), id)
  return { id }
}
