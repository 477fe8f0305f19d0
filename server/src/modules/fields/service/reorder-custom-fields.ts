import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { badInput, conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { FieldId, Subject } from './field-schemas.ts'
import type { FieldSubject } from './field-row.ts'
import { holdFields } from './hold-fields.ts'

const ReorderCustomFields = z.object({ subject: Subject, ids: z.array(FieldId) })
export type ReorderCustomFields = z.input<typeof ReorderCustomFields>

/** Puts the fields of a subject into the order given. CONFLICT where others are in use by now than those that are named. */
export async function reorderCustomFields({ actor, input, tx }: Verb<ReorderCustomFields>): Promise<{ subject: FieldSubject }> {
  authorize(actor, 'organization:manage')
  const { subject, ids } = parseInput(ReorderCustomFields, input)
  if (new Set(ids).size < ids.length) throw badInput([{ path: 'ids', message: 'Name each field once.' }])
  const all = await holdFields(tx, subject)
  if (ids.some((id) => !all.some((field) => field.id === id))) throw notFound('field')
  const inUse = all.filter(({ retiredAt }) => retiredAt === null)
  if (inUse.length !== ids.length || inUse.some(({ id }) => !ids.includes(id)))
    throw conflict('Somebody changed these fields meanwhile. Reload to see them as they stand.')
  await tx.query(
    `update custom_field_definitions d set position = o.place::int - 1 from unnest($2::uuid[]) with ordinality as o (id, place)
     where d.organization_id = $1 and d.id = o.id and d.position <> o.place - 1`,
    [tx.organizationId, ids],
  )
  return { subject }
}
