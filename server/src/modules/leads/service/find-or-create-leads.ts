import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../database/tx.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { normaliseEmail, normalisePhone } from '../../../lib/identity.ts'
import { chooseByPhone, type PhoneHolder } from './choose-by-phone.ts'
import { leadsChanged } from './facts.ts'
import { leadLockNames, lockAgainstMerges } from './lock-lead.ts'
import { homeCountry } from './read-phone.ts'
import { takePrimaryAddresses } from './take-primary-addresses.ts'

/** Somebody as a list names them. */
export interface ListedLead {
  name: string
  email: string | null
  phone: string | null
}

/** The leads who are known, each by all of their details; whoever is new in the list is added as it is gone through. */
interface Known {
  byEmail: Map<string, PhoneHolder>
  byPhone: Map<string, PhoneHolder[]>
}

/** A listed person once their details are normalised, and the lead who they are. */
interface Placed {
  id: string
  isNew: boolean
  name: string
  email: string | null
  phone: string | null
}

/** So many long lists at once: each holds a name for every person in it, and the database has room for a few thousand. */
const listsAtOnce = 4

/**
 * Finds or makes the leads of a list, by the same rules as one that is booked, in a few statements however long it is. Somebody who is
 * named twice is one lead. Answers who each of them is, in their order, and how many were made; what is new about the others is learned, and
 * payments that waited for any of these addresses are credited.
 */
export async function findOrCreateLeads(
  tx: Tx,
  listed: readonly ListedLead[],
  learnedFrom: string,
): Promise<{ created: number; leadIds: string[] }> {
  await tx.query(`select pg_advisory_xact_lock(7303, abs(hashtext($1)) % $2)`, [tx.organizationId, listsAtOnce])
  await lockAgainstMerges(tx)
  // Who tells of one of them at the same moment waits, as for a booking: by the one detail that is looked for first.
  await lockNames(
    tx,
    listed.flatMap((each) => leadLockNames(each).slice(0, 1)),
  )
  const country = await homeCountry(tx)
  const details = listed.map(({ name, email, phone }) => ({
    name,
    email: normaliseEmail(email ?? ''),
    phone: normalisePhone(phone ?? '', country),
  }))
  const known = await readKnown(tx, details)
  const placed = details.map((each) => place(each, known))
  const learned = await store(tx, placed, learnedFrom)
  await takePrimaryAddresses(tx, learned)
  if (learned.length > 0) await leadsChanged.announce(tx, { leadIds: learned })
  return { created: placed.filter(({ isNew }) => isNew).length, leadIds: placed.map(({ id }) => id) }
}

async function readKnown(tx: Tx, details: readonly ListedLead[]): Promise<Known> {
  const given = (values: readonly (string | null)[]) => [...new Set(values.filter((value) => value !== null))]
  const [emails, phones] = await Promise.all([
    tx.query<PhoneHolder & { address: string }>(
      `select e.email as address, l.id, l.name, l.email from lead_emails e join leads l on l.organization_id = e.organization_id and l.id = e.lead_id
       where e.organization_id = $1 and e.email = any($2::text[])`,
      [tx.organizationId, given(details.map(({ email }) => email))],
    ),
    tx.query<PhoneHolder & { phone: string }>(
      `select p.phone, l.id, l.name, l.email from lead_phones p join leads l on l.organization_id = p.organization_id and l.id = p.lead_id
       where p.organization_id = $1 and p.phone = any($2::text[]) and l.merged_into_id is null order by l.created_at, l.id`,
      [tx.organizationId, given(details.map(({ phone }) => phone))],
    ),
  ])
  const byPhone = new Map<string, PhoneHolder[]>()
  for (const { phone, ...holder } of phones) byPhone.set(phone, [...(byPhone.get(phone) ?? []), holder])
  return { byEmail: new Map(emails.map(({ address, ...holder }) => [address, holder])), byPhone }
}

/** Says who somebody is, and makes them known to those who come after them in the list. */
function place({ name, email, phone }: ListedLead, known: Known): Placed {
  const holders = phone === null ? [] : (known.byPhone.get(phone) ?? [])
  const found = (email === null ? undefined : known.byEmail.get(email)) ?? chooseByPhone(holders, { name, email })
  const lead = found ?? { id: uuidv7(), name, email }
  if (email !== null) known.byEmail.set(email, lead)
  if (phone !== null && !holders.some(({ id }) => id === lead.id)) known.byPhone.set(phone, [...holders, lead])
  return { id: lead.id, isNew: found === null, name, email, phone }
}

/** Answers the leads of whom an address or a number is new. */
async function store(tx: Tx, placed: readonly Placed[], learnedFrom: string): Promise<string[]> {
  const made = placed.filter(({ isNew }) => isNew)
  const { organizationId } = tx
  await tx.query(
    `insert into leads (organization_id, id, name, email, phone) select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[])`,
    [
      organizationId,
      made.map(({ id }) => id),
      made.map(({ name }) => name),
      made.map(({ email }) => email),
      made.map(({ phone }) => phone),
    ],
  )
  const emails = placed.filter(({ email }) => email !== null)
  const phones = placed.filter(({ phone }) => phone !== null)
  const ids = (rows: readonly Placed[]) => [rows.map(() => uuidv7()), rows.map(({ id }) => id)] as const
  const learned = await Promise.all([
    tx.query<{ leadId: string }>(
      `insert into lead_emails (organization_id, id, lead_id, email, learned_from)
       select $1, id, lead_id, email, $5 from unnest($2::uuid[], $3::uuid[], $4::text[]) as e(id, lead_id, email)
       on conflict do nothing returning lead_id as "leadId"`,
      [organizationId, ...ids(emails), emails.map(({ email }) => email), learnedFrom],
    ),
    tx.query<{ leadId: string }>(
      `insert into lead_phones (organization_id, id, lead_id, phone, learned_from)
       select $1, id, lead_id, phone, $5 from unnest($2::uuid[], $3::uuid[], $4::text[]) as p(id, lead_id, phone)
       on conflict do nothing returning lead_id as "leadId"`,
      [organizationId, ...ids(phones), phones.map(({ phone }) => phone), learnedFrom],
    ),
  ])
  return [...new Set(learned.flat().map(({ leadId }) => leadId))].toSorted()
}
