import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../database/tx.ts'
import { badInput, ClinchError } from '../../../kernel/errors.ts'
import { readPhone } from './read-phone.ts'

/** Adds an address to a lead. CONFLICT where it is another's, naming them, so that the two can be merged. Answers whether it was new. */
export async function learnEmail(tx: Tx, leadId: string, email: string, by: string): Promise<boolean> {
  const [added] = await tx.query<{ id: string }>(
    `insert into lead_emails (organization_id, id, lead_id, email, learned_from) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning id`,
    [tx.organizationId, uuidv7(), leadId, email, by],
  )
  if (added) return true
  const [holder] = await tx.query<{ id: string; name: string }>(
    `select l.id, l.name from lead_emails e join leads l on l.organization_id = e.organization_id and l.id = e.lead_id
     where e.organization_id = $1 and e.email = $2`,
    [tx.organizationId, email],
  )
  if (holder && holder.id !== leadId) throw addressTaken(email, holder)
  return false
}

/** Adds a phone number to a lead; several leads may share one. Answers whether it was new. */
export async function learnPhone(tx: Tx, leadId: string, phone: string, by: string): Promise<boolean> {
  const [added] = await tx.query<{ id: string }>(
    `insert into lead_phones (organization_id, id, lead_id, phone, learned_from) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning id`,
    [tx.organizationId, uuidv7(), leadId, phone, by],
  )
  return added !== undefined
}

/** A phone number that a person gave, as E.164; BAD_USER_INPUT where it is none. */
export async function phoneOf(tx: Tx, text: string, timeZone: string | null): Promise<string> {
  const phone = await readPhone(tx, text, timeZone)
  if (phone) return phone
  throw badInput([{ path: 'phone', message: 'This is no phone number. Write it with its country code, as +44 20 7946 0958.' }])
}

/** `leadId` in the details is whom a person may want to merge with. */
const addressTaken = (email: string, { id, name }: { id: string; name: string }): ClinchError => {
  const message = `${email} is an address of ${name}. If the two are one person, merge them.`
  return new ClinchError('CONFLICT', message, { fields: [{ path: 'email', message }], leadId: id })
}
