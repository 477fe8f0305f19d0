import type { Tx } from '../../../database/tx.ts'

export type Likeness = 'phone' | 'mailbox' | 'name_and_domain' | 'name_and_calls'

/** Two leads who may be one person, and why. */
export interface LikelyDuplicate {
  oneId: string
  otherId: string
  reasons: { likeness: Likeness; value: string }[]
}

/** A number or name that so many leads share says nothing of any two of them: a switchboard, a placeholder. */
const mostSharing = 8
/** Calls of one name within so many days are likely one person who booked twice. */
const callsCloseDays = 30

/** Whoever has an address there works anywhere. */
const mailProviders = [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'msn.com',
  'yahoo.com',
  'icloud.com',
  'me.com',
  'aol.com',
  'proton.me',
  'protonmail.com',
  'gmx.com',
  'gmx.de',
  'gmx.net',
  'web.de',
  'mail.com',
]

/**
 * Pairs of leads who look like one person, the likeliest first; never merged without a person saying so. Not those of whom somebody said
 * that they are two. Each likeness is an equality of indexed keys, so that what it costs grows with the leads and not with their pairs.
 */
export async function likelyDuplicates(
  tx: Tx,
  { first, leadId = null }: { first: number; leadId?: string | null },
): Promise<LikelyDuplicate[]> {
  return tx.query<LikelyDuplicate>(
    `with standing as (select l.id, l.name, l.name_key, l.created_at from leads l where l.organization_id = $1 and l.merged_into_id is null),
     phones as (
       select p.phone, array_agg(p.lead_id) as ids from lead_phones p join standing l on l.id = p.lead_id
       where p.organization_id = $1 group by p.phone having count(*) between 2 and $2::int
     ), mailboxes as (
       select e.mailbox, array_agg(e.lead_id) as ids from lead_emails e join standing l on l.id = e.lead_id
       where e.organization_id = $1 group by e.mailbox having count(*) between 2 and $2::int
     ), names as (
       select l.name_key, min(l.name) as name, array_agg(l.id) as ids from standing l where l.name_key <> ''
       group by l.name_key having count(*) between 2 and $2::int
     ), named as (
       select n.name, a.id as one, b.id as other from names n, unnest(n.ids) as a(id), unnest(n.ids) as b(id) where a.id < b.id
     ), alike as (
       select a.id as one, b.id as other, 'phone' as likeness, p.phone as value, 4 as weight
         from phones p, unnest(p.ids) as a(id), unnest(p.ids) as b(id) where a.id < b.id
       union all
       select a.id, b.id, 'mailbox', m.mailbox, 4 from mailboxes m, unnest(m.ids) as a(id), unnest(m.ids) as b(id) where a.id < b.id
       union all
       select distinct n.one, n.other, 'name_and_domain', split_part(x.email, '@', 2), 3 from named n
         join lead_emails x on x.organization_id = $1 and x.lead_id = n.one
         join lead_emails y on y.organization_id = $1 and y.lead_id = n.other and split_part(y.email, '@', 2) = split_part(x.email, '@', 2)
         where split_part(x.email, '@', 2) <> all($3::text[])
       union all
       select n.one, n.other, 'name_and_calls', n.name, 2 from named n where exists (
         select 1 from events x join events y on y.organization_id = $1 and y.lead_id = n.other
           and y.scheduled_at between x.scheduled_at - make_interval(days => $4::int) and x.scheduled_at + make_interval(days => $4::int)
         where x.organization_id = $1 and x.lead_id = n.one)
     )
     select a.one as "oneId", a.other as "otherId",
       jsonb_agg(distinct jsonb_build_object('likeness', a.likeness, 'value', a.value)) as reasons
     from alike a join standing o on o.id = a.one join standing t on t.id = a.other
     where ($6::uuid is null or $6::uuid in (a.one, a.other)) and not exists (select 1 from leads_kept_apart k
       where k.organization_id = $1 and least(k.one_id, k.other_id) = a.one and greatest(k.one_id, k.other_id) = a.other)
     group by a.one, a.other, o.created_at, t.created_at
     order by sum(a.weight) desc, greatest(o.created_at, t.created_at) desc, a.one, a.other limit $5::int`,
    [tx.organizationId, mostSharing, mailProviders, callsCloseDays, first, leadId],
  )
}
