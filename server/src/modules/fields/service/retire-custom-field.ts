import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { FieldId } from './field-schemas.ts'
import { holdField } from './hold-fields.ts'

const RetireCustomField = z.object({ id: FieldId })
export type RetireCustomField = z.input<typeof RetireCustomField>

/** Takes a field out of use: nothing is written to it any more. What has a value keeps it, and still is found by it. */
export async function retireCustomField({ actor, input, tx }: Verb<RetireCustomField>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { id } = parseInput(RetireCustomField, input)
  await holdField(tx, id)
  await tx.query(`update custom_field_definitions set retired_at = coalesce(retired_at, now()) where organization_id = $1 and id = $2`, [
    tx.organizationId,
    id,
  ])
  return { id }
}
