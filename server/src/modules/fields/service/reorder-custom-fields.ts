import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { storeOrder } from '../../../kernel/ordered-list.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { FieldId, Subject } from './field-schemas.ts'
import type { FieldSubject } from './field-row.ts'
import { fieldList } from './hold-fields.ts'

const ReorderCustomFields = z.object({ subject: Subject, ids: z.array(FieldId) })
export type ReorderCustomFields = z.input<typeof ReorderCustomFields>

/** Puts the fields of a subject into the order given. CONFLICT where others are in use by now than those that are named. */
export async function reorderCustomFields({ actor, input, tx }: Verb<ReorderCustomFields>): Promise<{ subject: FieldSubject }> {
  authorize(actor, 'organization:manage')
  const { subject, ids } = parseInput(ReorderCustomFields, input)
  await storeOrder(tx, fieldList(subject), ids)
  return { subject }
}
