import type { Tx } from '../../../database/tx.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { matchCustomers } from '../../leads/service/index.ts'
import { extractReferences, namesOfEvent } from '../../payments/service/index.ts'
import type { KnownCustomer } from './attribution-facts.ts'
import { findEventsNamed } from './candidate-events.ts'

/** A customer of a processor, as one connection knows them. */
export interface Buyer {
  connectionId: string
  customerRef: string
}

/** To whom the payments of a buyer lead by what each of them says itself: one lead is theirs, several are nobody's. */
export interface BuyerIdentity {
  leads: readonly { leadId: string; leadName: string; through: NonNullable<KnownCustomer['through']> }[]
}

interface MemberRow extends Buyer {
  id: string
  paidAt: string
  email: string | null
  phone: string | null
  metadata: Record<string, string>
  clientReference: string | null
}

export const buyerKey = ({ connectionId, customerRef }: Buyer): string => `${connectionId} ${customerRef}`

/**
 * Whose each buyer's payments are: what any of them says of itself by e-mail address, phone number or reference, all are taken to say.
 * It depends on what the payments say alone, not on whom they are credited to, so the order in which they came does not matter.
 */
export async function identifyBuyers(tx: Tx, buyers: readonly Buyer[]): Promise<ReadonlyMap<string, BuyerIdentity>> {
  if (buyers.length === 0) return new Map()
  const members = await tx.query<MemberRow>(
    `select p.id, p.connection_id as "connectionId", p.customer_ref as "customerRef", p.paid_at as "paidAt", p.customer_email as email,
       p.customer_phone as phone, p.metadata, p.client_reference as "clientReference"
     from (select distinct * from unnest($2::uuid[], $3::text[]) as b(connection, ref)) b
     join payments p on p.organization_id = $1 and p.connection_id = b.connection and p.customer_ref = b.ref
     where p.deletion_id is null order by p.paid_at, p.id`,
    [tx.organizationId, buyers.map(({ connectionId }) => connectionId), buyers.map(({ customerRef }) => customerRef)],
  )
  const matches = await matchCustomers(tx, members)
  const references = members.map((member) => extractReferences(member.metadata, member.clientReference))
  const named = await findEventsNamed(tx, [...new Set(references.flat().map(({ value }) => value))])
  const identities = new Map<string, { leads: BuyerIdentity['leads'][number][] }>()
  members.forEach((member, index) => {
    const key = buyerKey(member)
    const { leads } = identities.get(key) ?? { leads: [] }
    identities.set(key, { leads })
    const match = matches[index]
    const call = firstNamed(references[index] ?? [], named)
    const told = [
      ...(match ? [{ ...match, how: match.by === 'phone' ? 'phone number' : 'email' }] : []),
      ...(call ? [{ ...call, how: 'reference to a call' }] : []),
    ]
    for (const { leadId, leadName, how } of told) {
      if (!leads.some((lead) => lead.leadId === leadId))
        leads.push({ leadId, leadName, through: { paymentId: member.id, paidAt: dateFromPostgres(member.paidAt), how } })
    }
  })
  return identities
}

/** The event that the first of a payment's references names which names any. */
export function firstNamed(references: readonly { value: string }[], named: Awaited<ReturnType<typeof findEventsNamed>>) {
  for (const { value } of references) {
    const found = named.find(({ id, bookingRef }) => namesOfEvent({ eventId: id, bookingRef }).includes(value))
    if (found) return found.event
  }
  return null
}
