import type { Tx } from '../../../database/tx.ts'
import { normaliseEmail } from '../../../lib/identity.ts'
import { readCustomerPhone } from './read-phone.ts'

/** How a paying customer can be told. */
export interface CustomerDetails {
  email: string | null
  phone: string | null
}

/** A lead found behind a paying customer, and by what. */
export interface CustomerMatch {
  leadId: string
  leadName: string
  by: 'email' | 'alternate_email' | 'phone'
  value: string
}

/**
 * The lead whom a customer's e-mail address belongs to, else the only lead with their phone number. A number without its country is read as
 * one of the organization's.
 */
export async function matchCustomer(tx: Tx, customer: CustomerDetails): Promise<CustomerMatch | null> {
  const [match] = await matchCustomers(tx, [customer])
  return match ?? null
}

/** The same for many customers at once, in their order. */
export async function matchCustomers(tx: Tx, customers: readonly CustomerDetails[]): Promise<(CustomerMatch | null)[]> {
  const told = await Promise.all(
    customers.map(async ({ email, phone }) => ({ email: normaliseEmail(email ?? ''), phone: await readCustomerPhone(tx, phone) })),
  )
  const byEmail = await leadsByEmail(tx, unique(told.map(({ email }) => email)))
  const byPhone = await leadsByPhone(tx, unique(told.filter(({ email }) => !(email && byEmail.has(email))).map(({ phone }) => phone)))
  return told.map(({ email, phone }) => (email && byEmail.get(email)) || (phone && byPhone.get(phone)) || null)
}

const unique = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))]

async function leadsByEmail(tx: Tx, emails: readonly string[]): Promise<ReadonlyMap<string, CustomerMatch>> {
  if (emails.length === 0) return new Map()
  const rows = await tx.query<{ email: string; leadId: string; leadName: string; isFirst: boolean }>(
    `select e.email, l.id as "leadId", l.name as "leadName", l.email is not distinct from e.email as "isFirst" from lead_emails e
     join leads l on l.organization_id = e.organization_id and l.id = e.lead_id
     where e.organization_id = $1 and e.email = any($2::text[])`,
    [tx.organizationId, emails],
  )
  return new Map(
    rows.map(({ email, leadId, leadName, isFirst }) => [
      email,
      { leadId, leadName, by: isFirst ? 'email' : 'alternate_email', value: email },
    ]),
  )
}

/** Numbers that one lead alone has. */
async function leadsByPhone(tx: Tx, phones: readonly string[]): Promise<ReadonlyMap<string, CustomerMatch>> {
  if (phones.length === 0) return new Map()
  const rows = await tx.query<{ phone: string; leadId: string; leadName: string }>(
    `select p.phone, min(l.id::text) as "leadId", min(l.name) as "leadName" from lead_phones p
     join leads l on l.organization_id = p.organization_id and l.id = p.lead_id and l.merged_into_id is null
     where p.organization_id = $1 and p.phone = any($2::text[]) group by p.phone having count(*) = 1`,
    [tx.organizationId, phones],
  )
  return new Map(rows.map(({ phone, leadId, leadName }) => [phone, { leadId, leadName, by: 'phone', value: phone }]))
}
