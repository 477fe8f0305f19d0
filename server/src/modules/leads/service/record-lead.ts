import { leadRefs } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import { authorize } from '../../../kernel/actor.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import type { Verb } from '../../../kernel/verb.ts'
import { normaliseEmail } from '../../../lib/identity.ts'
import { leadsChanged } from './facts.ts'
import { findOrCreateLead, type FoundLead, type LeadDetails } from './find-or-create-lead.ts'
import { keepAddresses } from './keep-addresses.ts'
import { leadLockNames, lockFoundLead } from './lock-lead.ts'
import { matchCustomer } from './match-customer.ts'
import { readPhone } from './read-phone.ts'
import { learnOrigin } from './learn-origin.ts'

/** What an automation tells of a contact. Its id is what makes one contact one lead, also where no address is known yet. */
export interface LeadMessage {
  kind: 'lead'
  /** The sender's id of the contact, unique in its connection. */
  ref: string
  /** By the sender's clock, else when it arrived. */
  saidAt: Date
  lead: LeadDetails
  sourceName: string | null
  trafficTypeName: string | null
}

export interface RecordLead {
  message: LeadMessage
  connectionId: string
}

/**
 * Records a contact: by its e-mail address or phone number where one is given, else by its sender's own id, else as a new lead. An address
 * that is another lead's says that the contact is that lead. Answers what it did, in words.
 */
export async function recordLead({ actor, input, tx }: Verb<RecordLead>): Promise<{ leadId: string; summary: string }> {
  authorize(actor, 'event:update')
  const { message, connectionId } = input
  const { ref, lead } = message
  await lockNames(tx, [`lead-ref:${connectionId}:${ref}`, ...leadLockNames(lead)])
  const held = await lockFoundLead(tx, () => leadOfRef(tx, connectionId, ref))
  const found = held === null ? await findOrCreateLead(tx, lead) : await learn(tx, held, lead)
  const { id } = found
  await tx.db
    .insert(leadRefs)
    .values({ organizationId: tx.organizationId, connectionId, ref, leadId: id })
    .onConflictDoUpdate({ target: [leadRefs.organizationId, leadRefs.connectionId, leadRefs.ref], set: { leadId: id } })
  await learnOrigin(tx, { ...message, connectionId, leadId: id })
  if (found.isNew || found.learned) await leadsChanged.announce(tx, { leadIds: [id] })
  const words = found.isNew ? 'New lead' : found.learned ? 'More about the lead' : 'Known lead'
  return { leadId: id, summary: `${words}: ${lead.name}` }
}

/** The lead whom a contact is, wherever that lead was merged into. */
async function leadOfRef(tx: Tx, connectionId: string, ref: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `with recursive met as (
       select l.id, l.merged_into_id, 0 as depth from lead_refs r join leads l on l.organization_id = r.organization_id and l.id = r.lead_id
         where r.organization_id = $1 and r.connection_id = $2 and r.ref = $3
       union all
       select l.id, l.merged_into_id, m.depth + 1 from met m join leads l on l.organization_id = $1 and l.id = m.merged_into_id where m.depth < 20
     )
     select id from met where merged_into_id is null order by depth desc limit 1`,
    [tx.organizationId, connectionId, ref],
  )
  return row?.id ?? null
}

/** The contact is known: what is new about them is learned, unless their address says that they are somebody else whom we know. */
async function learn(tx: Tx, heldId: string, details: LeadDetails): Promise<FoundLead> {
  const email = normaliseEmail(details.email ?? '')
  const owner = email ? await matchCustomer(tx, { email, phone: null }) : null
  if (owner && owner.leadId !== heldId) return { ...(await findOrCreateLead(tx, details)), learned: true }
  const phone = await readPhone(tx, details.phone, details.timeZone)
  return { id: heldId, isNew: false, learned: await keepAddresses(tx, heldId, { email, phone }, 'automation') }
}
