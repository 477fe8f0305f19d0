import type { Tx } from '../../../database/tx.ts'

/** Where nobody had a call whose length is known. */
export const usualSlotMinutes = 30

/**
 * How long a slot of each closer is: the median length of their calls of the past 90 days and of those to come, as the booking tool's kinds
 * of call set them. One who had none takes the median of the whole organization's, else half an hour.
 */
export async function slotLengths(tx: Tx, closerIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ closerId: string | null; minutes: number }>(
    `select e.closer_id as "closerId",
       greatest(5, least(480, round(percentile_disc(0.5) within group (order by extract(epoch from e.ends_at - e.scheduled_at)) / 60)))::int as minutes
     from events e where e.organization_id = $1 and e.scheduled_at > now() - interval '90 days' and e.ends_at > e.scheduled_at
       and e.closer_id is not null and (not e.replaced or e.status in ('completed', 'no_show')) and e.duplicate_of_id is null
     group by grouping sets ((e.closer_id), ()) having count(*) > 0`,
    [tx.organizationId],
  )
  const known = new Map(rows.map(({ closerId, minutes }) => [closerId, minutes]))
  return new Map(closerIds.map((id) => [id, known.get(id) ?? known.get(null) ?? usualSlotMinutes]))
}
