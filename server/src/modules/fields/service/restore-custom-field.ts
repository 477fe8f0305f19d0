import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { FieldId } from './field-schemas.ts'
import { holdField, placeAtEnd, refuseCrowd } from './hold-fields.ts'

const RestoreCustomField = z.object({ id: FieldId })
export type RestoreCustomField = z.input<typeof RestoreCustomField>

/** Brings a retired field back, as the last in the order. CONFLICT where another has its label by now. */
export async function restoreCustomField({ actor, input, tx }: Verb<RestoreCustomField>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { id } = parseInput(RestoreCustomField, input)
  const { field, all } = await holdField(tx, id)
  if (field.retiredAt === null) return { id }
  refuseCrowd(all, field.label, id)
  await tx.query(`update custom_field_definitions set retired_at = null, position = $3 where organization_id = $1 and id = $2`, [
    tx.organizationId,
    id,
    await placeAtEnd(tx, field.subject),
  ])
  return { id }
}
