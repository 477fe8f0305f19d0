/**
 * A call that fills a slot of its closer: it was neither canceled nor moved, and is no copy. One that the lead booked anew by its link, and that
 * its form says was held or missed, filled its own. Of an event `e`.
 */
export const fillsSlot = `(e.status in ('scheduled', 'completed', 'no_show') and e.duplicate_of_id is null)`

/**
 * Whether a call fills a slot of a day whose availability is known, in SQL: the rows that utilization counts as booked. Of an event `e`, with
 * the organization's id as `$1`; `timeZone` is a parameter too.
 */
export const onKnownDay = (timeZone: string): string =>
  `(${fillsSlot} and exists (select from closer_availability a where a.organization_id = $1 and a.closer_id = e.closer_id
    and a.day = (e.scheduled_at at time zone ${timeZone})::date))`
