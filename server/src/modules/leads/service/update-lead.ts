import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { badInput } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { PostedValues, storeValues } from '../../fields/service/index.ts'
import { TimeZone } from '../../organizations/service/index.ts'
import { holdLead } from './hold-lead.ts'
import { LeadEmail, LeadId, LeadName } from './lead-schemas.ts'

const UpdateLead = z.object({
  id: LeadId,
  name: LeadName.nullish(),
  timeZone: TimeZone.nullish(),
  email: LeadEmail.nullish(),
  phone: z.string().nullish(),
  customFields: PostedValues.nullish(),
})
export type UpdateLead = z.input<typeof UpdateLead>

/**
 * Changes what is given of a lead. The address and the number that they go by are among those that they are known by: which of them it
 * is changes whom they are shown as, and nothing of who they are. None of the organization's own fields that have to be answered may be left
 * without a value.
 */
export async function updateLead({ actor, input, tx }: Verb<UpdateLead>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { id, name, timeZone, email, phone, customFields } = parseInput(UpdateLead, input)
  const lead = await holdLead(tx, id)
  const known = await addressesOf(tx, id)
  if (email && !known.emails.includes(email)) {
    throw badInput([{ path: 'email', message: `${email} is not among the lead’s addresses. Add it first.` }])
  }
  if (phone && !known.phones.includes(phone)) {
    throw badInput([{ path: 'phone', message: `${phone} is not among the lead’s phone numbers. Add it first.` }])
  }
  await tx.query(`update leads set name = $3, time_zone = $4, email = $5, phone = $6 where organization_id = $1 and id = $2`, [
    tx.organizationId,
    id,
    name ?? lead.name,
    timeZone === undefined ? lead.timeZone : timeZone,
    email ?? lead.email,
    phone ?? lead.phone,
  ])
  await storeValues(tx, { subject: 'lead', id, values: customFields ?? {}, path: 'customFields' })
  return { id }
}

async function addressesOf(tx: Verb<UpdateLead>['tx'], leadId: string): Promise<{ emails: string[]; phones: string[] }> {
  const [row] = await tx.query<{ emails: string[]; phones: string[] }>(
    `select array(select email from lead_emails where organization_id = $1 and lead_id = $2) as emails,
       array(select phone from lead_phones where organization_id = $1 and lead_id = $2) as phones`,
    [tx.organizationId, leadId],
  )
  return row ?? { emails: [], phones: [] }
}
