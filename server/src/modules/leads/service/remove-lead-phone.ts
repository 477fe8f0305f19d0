import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { leadsChanged } from './facts.ts'
import { holdLead } from './hold-lead.ts'
import { LeadId, LeadPhone } from './lead-schemas.ts'
import { leadsByPhones } from './leads-by-phones.ts'
import { leadLockNames } from './lock-lead.ts'
import { takePrimaryAddresses } from './take-primary-addresses.ts'

const RemoveLeadPhone = z.object({ leadId: LeadId, phone: LeadPhone })
export type RemoveLeadPhone = z.input<typeof RemoveLeadPhone>

/** Takes a phone number, given as it is known, off a lead: payments that were told by it are decided anew, those of who shared it too. */
export async function removeLeadPhone({ actor, input, tx }: Verb<RemoveLeadPhone>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { leadId, phone } = parseInput(RemoveLeadPhone, input)
  await lockNames(tx, leadLockNames({ email: null, phone }))
  await holdLead(tx, leadId)
  const [gone] = await tx.query(`delete from lead_phones where organization_id = $1 and lead_id = $2 and phone = $3 returning id`, [
    tx.organizationId,
    leadId,
    phone,
  ])
  if (!gone) throw notFound('phone number of this lead')
  await takePrimaryAddresses(tx, [leadId])
  await leadsChanged.announce(tx, { leadIds: [leadId, ...(await leadsByPhones(tx, [phone]))] })
  return { id: leadId }
}
