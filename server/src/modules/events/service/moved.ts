/**
 * Moved to another time, in SQL: its successor stands for it wherever calls are counted or credited. A form outranks the booking tool: of
 * a call that it says was held, or missed, the link by which the lead booked again made another call. Of an event, `e` unless said.
 */
export const isMoved = (event = 'e'): string => `(${event}.replaced and ${event}.status not in ('completed', 'no_show'))`

/**
 * When a call was booked first, before it was moved to where it stands, in SQL: a booking tool dates the successor to the moment of the move.
 * Followed through the chain whenever it is asked, so that it is right in whatever order messages came; among the calls of one lead alone, whose
 * payments are credited together. Of an event `e`, with the organization's id as `$1`.
 */
export const firstBookedAt = `case when e.rescheduled_from_id is null then e.booked_at else coalesce((
    with recursive earlier as (
      select b.rescheduled_from_id as from_id, b.booked_at, 1 as depth from events b
      where b.organization_id = $1 and b.id = e.rescheduled_from_id and b.lead_id = e.lead_id and ${isMoved('b')}
      union all
      select b.rescheduled_from_id, b.booked_at, earlier.depth + 1 from earlier join events b on b.organization_id = $1 and b.id = earlier.from_id
      where b.lead_id = e.lead_id and ${isMoved('b')} and earlier.depth < 100
    ) select booked_at from earlier order by depth desc limit 1), e.booked_at) end`
