import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { PostedValues, storeValues } from '../../fields/service/index.ts'
import { holdLead } from './hold-lead.ts'
import { LeadId } from './lead-schemas.ts'

const SetLeadCustomFields = z.object({ id: LeadId, values: PostedValues })
export type SetLeadCustomFields = z.input<typeof SetLeadCustomFields>

/** Writes to the organization's own fields of a lead. */
export async function setLeadCustomFields({ actor, input, tx }: Verb<SetLeadCustomFields>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { id, values } = parseInput(SetLeadCustomFields, input)
  await holdLead(tx, id)
  await storeValues(tx, { subject: 'lead', id, values })
  return { id }
}
