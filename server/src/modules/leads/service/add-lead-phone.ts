import { z } from 'zod'
import { actorName, authorize } from '../../../kernel/actor.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { leadsChanged } from './facts.ts'
import { holdLead } from './hold-lead.ts'
import { LeadId, LeadPhone } from './lead-schemas.ts'
import { learnPhone, phoneOf } from './learn-address.ts'
import { leadLockNames } from './lock-lead.ts'
import { leadsByPhones } from './leads-by-phones.ts'
import { takePrimaryAddresses } from './take-primary-addresses.ts'

const AddLeadPhone = z.object({ leadId: LeadId, phone: LeadPhone })
export type AddLeadPhone = z.input<typeof AddLeadPhone>

/**
 * Teaches a lead a phone number, read in the country of their time zone where it has no country code: payments that waited for it are
 * credited. People share phones, so it may be another lead's too; then payments are no longer told by it.
 */
export async function addLeadPhone({ actor, input, tx }: Verb<AddLeadPhone>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { leadId, phone } = parseInput(AddLeadPhone, input)
  await lockNames(tx, leadLockNames({ email: null, phone }))
  const { timeZone } = await holdLead(tx, leadId)
  const number = await phoneOf(tx, phone, timeZone)
  if (await learnPhone(tx, leadId, number, actorName(actor))) {
    await takePrimaryAddresses(tx, [leadId])
    await leadsChanged.announce(tx, { leadIds: await leadsByPhones(tx, [number]) })
  }
  return { id: leadId }
}
