import type postgres from 'postgres'
import type { Known } from './oracle.ts'

/** What an organization's tables hold, in the same words as what must be known. */
export async function readKnown(owner: postgres.Sql, organizationId: string): Promise<Known> {
  const lines = async (text: string): Promise<string[]> =>
    (await owner.unsafe<{ line: string }[]>(text, [organizationId])).map(({ line }) => line).sort()
  const part = (ref: string) => `regexp_replace(${ref}, '^.*[/:]', '')`
  const [leads, events, payments] = await Promise.all([
    lines(`select concat(email, ' ', phone) as line from leads where organization_id = $1 and merged_into_id is null`),
    lines(`select concat_ws(' | ', ${part('e.booking_ref')}, l.email, e.status, c.name, s.name, o.name,
        coalesce('moved from ' || ${part('b.booking_ref')}, 'booked anew')) as line
      from events e join leads l on l.organization_id = e.organization_id and l.id = e.lead_id
      left join closers c on c.organization_id = e.organization_id and c.id = e.closer_id
      left join setters s on s.organization_id = e.organization_id and s.id = e.setter_id
      left join sources o on o.organization_id = e.organization_id and o.id = e.source_id
      left join events b on b.organization_id = e.organization_id and b.id = e.rescheduled_from_id
      where e.organization_id = $1`),
    lines(`select concat_ws(' | ', p.purchase_ref, p.amount_minor || ' ' || p.currency, 'refunded ' || p.refunded_minor, 'lost ' || p.lost_minor,
        'held ' || p.disputed_minor, p.status, to_char(p.paid_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), p.attribution_method,
        coalesce(${part('e.booking_ref')}, '-'), coalesce(c.name, '-'), coalesce(s.name, '-')) as line
      from payments p left join events e on e.organization_id = p.organization_id and e.id = p.event_id
      left join closers c on c.organization_id = p.organization_id and c.id = p.closer_id
      left join setters s on s.organization_id = p.organization_id and s.id = p.setter_id
      where p.organization_id = $1`),
  ])
  return { leads, events, payments }
}
