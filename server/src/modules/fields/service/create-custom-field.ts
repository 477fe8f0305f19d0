import { customFieldDefinitions } from '@clinch/drizzle/tables'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { conflict } from '../../../kernel/errors.ts'
import { placeAtEnd } from '../../../kernel/ordered-list.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { Kind, OptionText, Subject } from './field-schemas.ts'
import { freeKey } from './free-key.ts'
import { fieldList, holdFields, refuseSameLabel } from './hold-fields.ts'
import { judgeDefinition } from './judge-definition.ts'
import { optionsWithKeys, storeOptions } from './store-options.ts'

const CreateCustomField = z.object({
  subject: Subject,
  kind: Kind,
  label: z.string(),
  key: z.string().trim().nullish(),
  help: z.string().nullish(),
  required: z.boolean().nullish(),
  options: z.array(OptionText).nullish(),
})
export type CreateCustomField = z.input<typeof CreateCustomField>

/** Makes a field of leads, events or payments, the last in their order. Its key and its kind stay as they are from then on. */
export async function createCustomField({ actor, input, tx }: Verb<CreateCustomField>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { subject, kind, label, key, help = null, required, options } = parseInput(CreateCustomField, input)
  const all = await holdFields(tx, subject)
  const taken = new Set(all.map((field) => field.key))
  const judged = judgeDefinition({
    key: key || freeKey(label, taken, 'field'),
    kind,
    label,
    help,
    required: required ?? false,
    options: optionsWithKeys(options ?? [], []),
    shownIf: null,
  })
  if (taken.has(judged.key)) throw conflict('Another field has this key.', [{ path: 'key', message: 'Another field has this key.' }])
  refuseSameLabel(all, judged.label, null)
  const [row] = await tx.db
    .insert(customFieldDefinitions)
    .values({
      organizationId: tx.organizationId,
      subject,
      key: judged.key,
      kind,
      label: judged.label,
      help: judged.help,
      required: judged.required,
      position: await placeAtEnd(tx, fieldList(subject)),
    })
    .returning({ id: customFieldDefinitions.id })
  if (!row) throw new Error('An inserted field was not returned')
  await storeOptions(tx, { id: row.id, subject, key: judged.key, kind, options: [] }, judged.options)
  return row
}
