import { leads } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import { normaliseEmail } from '../../../lib/identity.ts'
import { chooseByPhone, type PhoneHolder } from './choose-by-phone.ts'
import { keepAddresses } from './keep-addresses.ts'
import { lockFoundLead, lockLead } from './lock-lead.ts'
import { readPhone } from './read-phone.ts'

/** Somebody as a booking names them. */
export interface LeadDetails {
  name: string
  email: string | null
  phone: string | null
  timeZone: string | null
}

export interface FoundLead {
  id: string
  isNew: boolean
  /** Whether by what the lead is known changed. */
  learned: boolean
}

/**
 * The lead of a booking: by its e-mail address, else by its phone number, else a new one. People share phones (couples, offices),
 * so a number alone decides only where the booking gives no address, or the same name. What is new about the lead is learned.
 * The caller holds `leadLockNames`.
 */
export async function findOrCreateLead(tx: Tx, details: LeadDetails): Promise<FoundLead> {
  const email = normaliseEmail(details.email ?? '')
  const phone = await readPhone(tx, details.phone, details.timeZone)
  const known = await lockFoundLead(tx, async () => (await byEmail(tx, email)) ?? (await byPhone(tx, phone, email, details.name)))
  const id = known ?? (await create(tx, details, email, phone))
  if (known === null) await lockLead(tx, id)
  return { id, isNew: known === null, learned: await keepAddresses(tx, id, { email, phone }, 'booking') }
}

async function byEmail(tx: Tx, email: string | null): Promise<string | null> {
  if (!email) return null
  const [row] = await tx.query<{ leadId: string }>(
    `select lead_id as "leadId" from lead_emails where organization_id = $1 and email = $2`,
    [tx.organizationId, email],
  )
  return row?.leadId ?? null
}

async function byPhone(tx: Tx, phone: string | null, email: string | null, name: string): Promise<string | null> {
  if (!phone) return null
  const holders = await tx.query<PhoneHolder>(
    `select l.id, l.name, l.email from lead_phones p join leads l on l.organization_id = p.organization_id and l.id = p.lead_id
     where p.organization_id = $1 and p.phone = $2 and l.merged_into_id is null order by l.created_at, l.id`,
    [tx.organizationId, phone],
  )
  return chooseByPhone(holders, { name, email })?.id ?? null
}

async function create(tx: Tx, details: LeadDetails, email: string | null, phone: string | null): Promise<string> {
  const [row] = await tx.db
    .insert(leads)
    .values({ organizationId: tx.organizationId, name: details.name, email, phone, timeZone: details.timeZone })
    .returning({ id: leads.id })
  if (!row) throw new Error('An inserted lead was not returned')
  return row.id
}
