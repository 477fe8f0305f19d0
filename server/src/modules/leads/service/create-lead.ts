import { leads } from '@clinch/drizzle/tables'
import { z } from 'zod'
import { actorName, authorize } from '../../../kernel/actor.ts'
import { badInput } from '../../../kernel/errors.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { PostedValues, storeValues } from '../../fields/service/index.ts'
import { TimeZone } from '../../organizations/service/index.ts'
import { leadsChanged } from './facts.ts'
import { LeadEmail, LeadName, LeadPhone } from './lead-schemas.ts'
import { learnEmail, learnPhone, phoneOf } from './learn-address.ts'
import { leadLockNames } from './lock-lead.ts'

const CreateLead = z.object({
  name: LeadName,
  email: LeadEmail.nullish(),
  phone: LeadPhone.nullish(),
  timeZone: TimeZone.nullish(),
  customFields: PostedValues.nullish(),
})
export type CreateLead = z.input<typeof CreateLead>

/**
 * Makes a lead by hand, with what is said of the organization's own fields. Payments that waited for one of their addresses are credited.
 * CONFLICT where the e-mail address is another's.
 */
export async function createLead({ actor, input, tx }: Verb<CreateLead>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { name, email = null, phone = null, timeZone = null, customFields } = parseInput(CreateLead, input)
  if (email === null && phone === null) throw badInput([{ path: 'email', message: 'Give an e-mail address or a phone number.' }])
  await lockNames(tx, leadLockNames({ email, phone }))
  const number = phone === null ? null : await phoneOf(tx, phone, timeZone)
  const [lead] = await tx.db
    .insert(leads)
    .values({ organizationId: tx.organizationId, name, email, phone: number, timeZone })
    .returning({ id: leads.id })
  if (!lead) throw new Error('An inserted lead was not returned')
  await storeValues(tx, { subject: 'lead', id: lead.id, values: customFields ?? {}, path: 'customFields' })
  if (email) await learnEmail(tx, lead.id, email, actorName(actor))
  if (number) await learnPhone(tx, lead.id, number, actorName(actor))
  await leadsChanged.announce(tx, { leadIds: [lead.id] })
  return lead
}
