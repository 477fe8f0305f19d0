import type { Tx } from '../../../database/tx.ts'

/** What went from one lead to another, by id or by the address itself. */
export interface Moved {
  eventIds: string[]
  paymentIds: string[]
  emails: string[]
  phones: string[]
  refIds: string[]
  /** Phones that both had. */
  sharedPhones: string[]
  /** Calls and payments that the other lead had already, under addresses of this one. */
  stayedIds: string[]
}

/**
 * Gives all that hangs on one lead to another. Where both have a number, the one's own is taken off.
 * Payments go as they are: whom they are credited to is decided afterwards, of those that no person decided.
 */
export async function moveEverything(tx: Tx, from: string, to: string): Promise<Moved> {
  const pair = [tx.organizationId, from, to]
  const list = async (text: string): Promise<string[]> => (await tx.query<{ value: string }>(text, pair)).map(({ value }) => value)
  const stayedIds = await list(
    `with addresses as (select email from lead_emails where organization_id = $1 and lead_id = $2)
     select id as value from events where organization_id = $1 and lead_id = $3 and lead_email in (select email from addresses)
     union select id from payments where organization_id = $1 and lead_id = $3 and customer_email in (select email from addresses)`,
  )
  const sharedPhones = await list(
    `delete from lead_phones mine using lead_phones other where mine.organization_id = $1 and mine.lead_id = $2
       and other.organization_id = $1 and other.lead_id = $3 and other.phone = mine.phone returning mine.phone as value`,
  )
  const move = (table: string, value: string) =>
    list(`update ${table} set lead_id = $3 where organization_id = $1 and lead_id = $2 returning ${value} as value`)
  const [eventIds, paymentIds, emails, phones, refIds] = await Promise.all([
    move('events', 'id'),
    move('payments', 'id'),
    move('lead_emails', 'email'),
    move('lead_phones', 'phone'),
    move('lead_refs', 'id'),
  ])
  return { eventIds, paymentIds, emails, phones, refIds, sharedPhones, stayedIds }
}

/**
 * Gives back what a merge moved, as far as it is still there, with what came since under an address that goes back: the calls booked with
 * it, and the payments that a person credited.
 */
export async function moveBack(tx: Tx, merge: Moved & { survivorId: string; mergedId: string }): Promise<void> {
  const { survivorId, mergedId } = merge
  const give = (table: string, condition: string, parameters: readonly unknown[]) =>
    tx.query(`update ${table} x set lead_id = $3 where organization_id = $1 and lead_id = $2 and ${condition}`, [
      tx.organizationId,
      survivorId,
      mergedId,
      ...parameters,
    ])
  await give('lead_emails', 'email = any($4::text[])', [merge.emails])
  await give('lead_phones', 'phone = any($4::text[])', [merge.phones])
  await give('lead_refs', 'id = any($4::uuid[])', [merge.refIds])
  await tx.query(
    `insert into lead_phones (organization_id, id, lead_id, phone)
     select $1, gen_random_uuid(), $2, phone from unnest($3::text[]) as phone on conflict do nothing`,
    [tx.organizationId, mergedId, merge.sharedPhones],
  )
  await give('events', '(id = any($4::uuid[]) or (lead_email = any($5::text[]) and id <> all($6::uuid[])))', [
    merge.eventIds,
    merge.emails,
    merge.stayedIds,
  ])
  // Those that the rules credit follow their addresses by themselves; of the others, one that a person gave to a call stays with that call.
  await give(
    'payments',
    `(id = any($4::uuid[]) or (customer_email = any($5::text[]) and id <> all($6::uuid[])))
     and (event_id is null or exists (select 1 from events e where e.organization_id = x.organization_id and e.id = x.event_id and e.lead_id = $3))`,
    [merge.paymentIds, merge.emails, merge.stayedIds],
  )
}
