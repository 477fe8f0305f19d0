import type { Tx } from '../../../database/tx.ts'
import { isMoved } from './moved.ts'

export type EventLikeness = 'lead' | 'email' | 'phone'

/** Two calls that may be one, the earlier booked first. */
export interface LikelyDuplicateEvents {
  oneId: string
  otherId: string
  /** Why they may be: of one lead, or of two who share an address. */
  likeness: EventLikeness
}

/** So long after its end a call is near to the next one. */
const nearHours = 2
/** What was longer ago has been counted and paid by. */
const pastDays = 90

const standing = (alias: string): string =>
  `${alias}.organization_id = $1 and ${alias}.duplicate_of_id is null and not ${isMoved(alias)} and ${alias}.status in ('scheduled', 'completed', 'no_show')`

/** The later of the two begins before the earlier is over for two hours. No call is its own neighbour, and none is told twice. */
const near = `b.scheduled_at >= a.scheduled_at and b.scheduled_at <= coalesce(a.ends_at, a.scheduled_at) + interval '${nearHours} hours'
  and (b.scheduled_at, b.id) > (a.scheduled_at, a.id) and b.booking_ref <> a.booking_ref`

/**
 * Calls at overlapping or near times that may be one: of one lead, or of two with the same e-mail address or phone, whichever booking tools
 * they came by. Both stand, and not both have a form. Not those of which somebody said that they are two. The latest first, of the last ninety days and all to come.
 */
export const likelyDuplicateEvents = (
  tx: Tx,
  { first, eventId }: { first: number; eventId: string | null },
): Promise<LikelyDuplicateEvents[]> =>
  tx.query<LikelyDuplicateEvents>(
    `with pairs as (${Object.values(pairsBy).join(' union all ')})
     select case when (p.a_booked, p.a_id) <= (p.b_booked, p.b_id) then p.a_id else p.b_id end as "oneId",
       case when (p.a_booked, p.a_id) <= (p.b_booked, p.b_id) then p.b_id else p.a_id end as "otherId", p.likeness
     from (select distinct on (a_id, b_id) * from pairs order by a_id, b_id, rank) p
     where ($2::uuid is null or $2::uuid in (p.a_id, p.b_id))
       and (select count(*) from post_call_forms f where f.organization_id = $1 and f.event_id in (p.a_id, p.b_id)) < 2 and not exists (
       select 1 from events_kept_apart k where k.organization_id = $1 and least(k.one_id, k.other_id) = least(p.a_id, p.b_id)
         and greatest(k.one_id, k.other_id) = greatest(p.a_id, p.b_id))
     order by p.at desc, p.a_id limit $3::int`,
    [tx.organizationId, eventId, first],
  )

const told = (likeness: EventLikeness, rank: number): string =>
  `select a.id as a_id, b.id as b_id, a.booked_at as a_booked, b.booked_at as b_booked, a.scheduled_at as at, '${likeness}' as likeness, ${rank} as rank`
const recent = `${standing('a')} and a.scheduled_at > now() - interval '${pastDays} days'`

const pairsBy: Readonly<Record<EventLikeness, string>> = {
  lead: `${told('lead', 1)} from events a join events b on b.lead_id = a.lead_id and ${near} where ${recent} and ${standing('b')}`,
  email: `${told('email', 2)} from events a join events b on b.lead_email = a.lead_email and b.lead_id <> a.lead_id and ${near}
    where ${recent} and ${standing('b')}`,
  phone: `${told('phone', 3)} from events a join lead_phones m on m.organization_id = $1 and m.lead_id = a.lead_id
    join lead_phones n on n.organization_id = $1 and n.phone = m.phone and n.lead_id <> m.lead_id
    join events b on b.lead_id = n.lead_id and ${near} where ${recent} and ${standing('b')}`,
}
