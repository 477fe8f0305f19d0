import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { FieldId, OptionText } from './field-schemas.ts'
import { holdField, refuseSameLabel } from './hold-fields.ts'
import { judgeDefinition } from './judge-definition.ts'
import { optionsWithKeys, storeOptions } from './store-options.ts'

const UpdateCustomField = z.object({
  id: FieldId,
  label: z.string().nullish(),
  help: z.string().nullish(),
  required: z.boolean().nullish(),
  options: z.array(OptionText).nullish(),
})
export type UpdateCustomField = z.input<typeof UpdateCustomField>

/**
 * Changes what is given of a field: its label, its help, whether it has to be answered, or all of its options with their order. An option that is left out is retired where
 * anything has it, and else goes.
 */
export async function updateCustomField({ actor, input, tx }: Verb<UpdateCustomField>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { id, label, help, required, options } = parseInput(UpdateCustomField, input)
  const { field, all } = await holdField(tx, id)
  const judged = judgeDefinition({
    key: field.key,
    kind: field.kind,
    label: label ?? field.label,
    help: help === undefined ? field.help : help,
    required: required ?? field.required,
    options: options ? optionsWithKeys(options, field.options) : field.options.filter(({ retired }) => !retired),
    shownIf: null,
  })
  if (field.retiredAt === null) refuseSameLabel(all, judged.label, id)
  await tx.query(`update custom_field_definitions set label = $3, help = $4, required = $5 where organization_id = $1 and id = $2`, [
    tx.organizationId,
    id,
    judged.label,
    judged.help,
    judged.required,
  ])
  if (options) await storeOptions(tx, field, judged.options)
  return { id }
}
