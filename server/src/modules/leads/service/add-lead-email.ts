import { z } from 'zod'
import { actorName, authorize } from '../../../kernel/actor.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { leadsChanged } from './facts.ts'
import { holdLead } from './hold-lead.ts'
import { LeadEmail, LeadId } from './lead-schemas.ts'
import { learnEmail } from './learn-address.ts'
import { leadLockNames } from './lock-lead.ts'
import { takePrimaryAddresses } from './take-primary-addresses.ts'

const AddLeadEmail = z.object({ leadId: LeadId, email: LeadEmail })
export type AddLeadEmail = z.input<typeof AddLeadEmail>

/** Teaches a lead an e-mail address: payments that waited for it are credited. CONFLICT where it is another lead's, naming them. */
export async function addLeadEmail({ actor, input, tx }: Verb<AddLeadEmail>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { leadId, email } = parseInput(AddLeadEmail, input)
  await lockNames(tx, leadLockNames({ email, phone: null }))
  await holdLead(tx, leadId)
  if (await learnEmail(tx, leadId, email, actorName(actor))) {
    await takePrimaryAddresses(tx, [leadId])
    await leadsChanged.announce(tx, { leadIds: [leadId] })
  }
  return { id: leadId }
}
