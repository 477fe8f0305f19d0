import type postgres from 'postgres'
import type { Known } from './oracle.ts'

/** A booking's own id, as whoever made it names it: without the address or the system that stands before it. */
export const ownRef = (column: string): string => `regexp_replace(${column}, '^(acuity:|custom:[^:]*:|.*/)', '')`

/** What an organization's tables hold, in the same words as what must be known. */
export async function readKnown(owner: postgres.Sql, organizationId: string): Promise<Known> {
  const lines = async (text: string): Promise<string[]> =>
    (await owner.unsafe<{ line: string }[]>(text, [organizationId])).map(({ line }) => line).sort()
  const [leads, events, forms, payments] = await Promise.all([
    lines(`select concat_ws(' | ', coalesce(l.email, '-'), coalesce(l.phone, '-'), coalesce(o.name, '-')) as line
      from leads l left join sources o on o.organization_id = l.organization_id and o.id = l.source_id
      where l.organization_id = $1 and l.merged_into_id is null`),
    lines(`select concat_ws(' | ', ${ownRef('e.booking_ref')}, l.email, e.status, coalesce(e.outcome, '-'), c.name, s.name, o.name,
        coalesce('moved from ' || ${ownRef('b.booking_ref')}, 'booked anew')) as line
      from events e join leads l on l.organization_id = e.organization_id and l.id = e.lead_id
      left join closers c on c.organization_id = e.organization_id and c.id = e.closer_id
      left join setters s on s.organization_id = e.organization_id and s.id = e.setter_id
      left join sources o on o.organization_id = e.organization_id and o.id = e.source_id
      left join events b on b.organization_id = e.organization_id and b.id = e.rescheduled_from_id
      where e.organization_id = $1`),
    lines(`select concat_ws(' | ', ${ownRef('e.booking_ref')},
        case when f.resolution is not null then f.resolution when not f.lead_showed then 'no_show' when f.deal_closed then 'closed'
          when f.payment_type = 'deposit' then 'deposit' when f.offer_made then 'offer_made' else 'no_offer' end,
        coalesce(f.cash_collected_minor || ' ' || f.cash_currency, 'no cash'), 'version ' || f.version,
        (select count(*) from post_call_form_versions v where v.organization_id = f.organization_id and v.form_id = f.id) || ' kept') as line
      from post_call_forms f join events e on e.organization_id = f.organization_id and e.id = f.event_id where f.organization_id = $1`),
    lines(`select concat_ws(' | ', coalesce(p.purchase_ref, 'form of ' || ${ownRef('own.booking_ref')}), p.amount_minor || ' ' || p.currency,
        'refunded ' || p.refunded_minor, 'lost ' || p.lost_minor, 'held ' || p.disputed_minor,
        case when p.withdrawn_at is not null then 'withdrawn' when m.id is not null then 'stood for by ' || m.purchase_ref else p.status end,
        to_char(p.paid_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        case when p.withdrawn_at is not null then '-' else concat_ws(' | ', p.attribution_method, coalesce(${ownRef('e.booking_ref')}, '-'),
          coalesce(c.name, '-'), coalesce(s.name, '-')) end, coalesce(l.email, l.phone, '-')) as line
      from payments p left join events e on e.organization_id = p.organization_id and e.id = p.event_id
      left join leads l on l.organization_id = p.organization_id and l.id = p.lead_id
      left join payments m on m.organization_id = p.organization_id and m.id = p.matched_payment_id
      left join post_call_forms f on f.organization_id = p.organization_id and f.id = p.form_id
      left join events own on own.organization_id = f.organization_id and own.id = f.event_id
      left join closers c on c.organization_id = p.organization_id and c.id = p.closer_id
      left join setters s on s.organization_id = p.organization_id and s.id = p.setter_id
      where p.organization_id = $1`),
  ])
  return { leads, events, forms, payments }
}
