import type { Tx } from '../../../database/tx.ts'
import { timeZoneOf } from '../../organizations/service/index.ts'

/** How the deliveries of a connection have been going. */
export interface HealthRow {
  connectionId: string
  lastAcceptedAt: string | null
  lastProcessedAt: string | null
  /** The latest delivery that was refused, failed or is parked, and what the matter was. */
  lastProblemAt: string | null
  lastProblem: string | null
  lastRefusedAt: string | null
  /** Not processed yet, those that will be tried again among them. */
  waiting: number
  /** Of those, how many failed before. */
  failed: number
  oldestWaitingSeconds: number
  parked: number
  /** Kept until the organization is open again. */
  held: number
  refusedLastDay: number
  /** Until when its provider is not called, and whether that is because it failed; null where it may be called. */
  callsPausedUntil: string | null
  callFailuresInARow: number
  lastCallSucceededAt: string | null
  lastCallFailedAt: string | null
  lastCallError: string | null
  /** The last 14 days of the organization's time zone, today the last. */
  deliveriesByDay: { day: string; accepted: number; refused: number }[]
}

/**
 * The health of every connection asked for, in one statement. What it reads of each is bounded: what is not done with, the latest
 * of each kind by its index, and fourteen days.
 */
export async function loadHealth(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, HealthRow>> {
  const rows = await tx.query<HealthRow>(healthOfConnections, [tx.organizationId, ids, await timeZoneOf(tx)])
  return new Map(rows.map((row) => [row.connectionId, row]))
}

const healthOfConnections = `
  with today as (select (now() at time zone $3::text)::date as day),
  undone as (
    select connection_id, (count(*) filter (where state in ('received', 'failed')))::int as waiting,
      (count(*) filter (where state = 'failed'))::int as failed, (count(*) filter (where state = 'parked'))::int as parked,
      (count(*) filter (where state = 'held'))::int as held,
      extract(epoch from now() - min(received_at) filter (where state in ('received', 'failed')))::int as oldest_waiting_seconds
    from deliveries
    where organization_id = $1 and state = any(array['received', 'failed', 'parked', 'held']) and connection_id = any($2::uuid[])
    group by connection_id
  ),
  by_day as (
    select connection_id, (received_at at time zone $3::text)::date as day,
      (count(*) filter (where state <> 'refused'))::int as accepted, (count(*) filter (where state = 'refused'))::int as refused,
      (count(*) filter (where state = 'refused' and received_at > now() - interval '1 day'))::int as refused_last_day
    from deliveries, today
    where organization_id = $1 and connection_id = any($2::uuid[]) and received_at >= ((today.day - 13)::timestamp at time zone $3::text)
    group by 1, 2
  )
  select c.id as "connectionId", accepted.received_at as "lastAcceptedAt", processed.finished_at as "lastProcessedAt",
    problem.received_at as "lastProblemAt", problem.error as "lastProblem", refused.received_at as "lastRefusedAt",
    coalesce(undone.waiting, 0) as waiting, coalesce(undone.failed, 0) as failed, coalesce(undone.parked, 0) as parked,
    coalesce(undone.held, 0) as held,
    case when h.open_until > now() then h.open_until end as "callsPausedUntil", coalesce(h.failures_in_a_row, 0) as "callFailuresInARow",
    h.last_success_at as "lastCallSucceededAt", h.last_error_at as "lastCallFailedAt", h.last_error as "lastCallError",
    coalesce(undone.oldest_waiting_seconds, 0) as "oldestWaitingSeconds",
    coalesce((select sum(refused_last_day) from by_day where connection_id = c.id), 0)::int as "refusedLastDay",
    (select jsonb_agg(jsonb_build_object('day', d.day::date, 'accepted', coalesce(b.accepted, 0), 'refused', coalesce(b.refused, 0)) order by d.day)
      from today, generate_series(today.day - 13, today.day, interval '1 day') as d(day)
      left join by_day b on b.connection_id = c.id and b.day = d.day::date) as "deliveriesByDay"
  from unnest($2::uuid[]) as c(id)
  left join undone on undone.connection_id = c.id
  left join connection_health h on h.organization_id = $1 and h.connection_id = c.id
  left join lateral (
    select received_at from deliveries where organization_id = $1 and connection_id = c.id and state <> 'refused'
    order by received_at desc, id desc limit 1) accepted on true
  left join lateral (
    select max(finished_at) as finished_at from (
      select finished_at from deliveries where organization_id = $1 and connection_id = c.id and state = any(array['processed', 'ignored'])
      order by received_at desc, id desc limit 100) latest) processed on true
  left join lateral (
    select received_at from deliveries where organization_id = $1 and connection_id = c.id and state = 'refused'
    order by received_at desc limit 1) refused on true
  left join lateral (
    select p.received_at, p.error from unnest(array['refused', 'failed', 'parked']) as s(state)
    cross join lateral (
      select received_at, error from deliveries where organization_id = $1 and state = s.state and connection_id = c.id
      order by received_at desc limit 1) p
    order by p.received_at desc limit 1) problem on true`
