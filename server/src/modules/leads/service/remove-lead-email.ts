import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { leadsChanged } from './facts.ts'
import { holdLead } from './hold-lead.ts'
import { LeadEmail, LeadId } from './lead-schemas.ts'
import { leadLockNames } from './lock-lead.ts'
import { takePrimaryAddresses } from './take-primary-addresses.ts'

const RemoveLeadEmail = z.object({ leadId: LeadId, email: LeadEmail })
export type RemoveLeadEmail = z.input<typeof RemoveLeadEmail>

/** Takes an address off a lead: payments that were told by it are decided anew. If they went by it, the oldest of the others takes its place. */
export async function removeLeadEmail({ actor, input, tx }: Verb<RemoveLeadEmail>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { leadId, email } = parseInput(RemoveLeadEmail, input)
  await lockNames(tx, leadLockNames({ email, phone: null }))
  await holdLead(tx, leadId)
  const [gone] = await tx.query(`delete from lead_emails where organization_id = $1 and lead_id = $2 and email = $3 returning id`, [
    tx.organizationId,
    leadId,
    email,
  ])
  if (!gone) throw notFound('address of this lead')
  await takePrimaryAddresses(tx, [leadId])
  await leadsChanged.announce(tx, { leadIds: [leadId] })
  return { id: leadId }
}
