import type { FieldMapping } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tenant-transaction.ts'
import { timeZoneOf } from '../../organizations/service/index.ts'

export interface ConnectionRow {
  id: string
  provider: 'calendly' | 'stripe'
  name: string
  state: 'active' | 'disabled'
  mapping: FieldMapping
  createdAt: string
  secrets: { field: string; lastFour: string; createdAt: string; validUntil: string | null }[]
}

const columns = `c.id, c.provider, c.name, c.state, c.mapping, c.created_at as "createdAt", coalesce((
    select jsonb_agg(jsonb_build_object('field', s.field, 'lastFour', s.last_four, 'createdAt', s.created_at, 'validUntil', s.valid_until) order by s.created_at desc)
    from connection_secrets s where s.organization_id = c.organization_id and s.connection_id = c.id and (s.valid_until is null or s.valid_until > now())
  ), '[]'::jsonb) as secrets`

export const listConnections = (tx: Tx): Promise<ConnectionRow[]> =>
  tx.query<ConnectionRow>(`select ${columns} from connections c where c.organization_id = $1 order by c.provider, c.created_at, c.id limit 200`, [tx.organizationId])

export async function loadConnections(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, ConnectionRow>> {
  const rows = await tx.query<ConnectionRow>(`select ${columns} from connections c where c.organization_id = $1 and c.id = any($2::uuid[])`, [tx.organizationId, ids])
  return new Map(rows.map((row) => [row.id, row]))
}

/** How the deliveries of a connection have been going. */
export interface HealthRow {
  connectionId: string
  lastAcceptedAt: string | null
  lastProcessedAt: string | null
  lastProblemAt: string | null
  lastProblem: string | null
  waiting: number
  parked: number
  refusedLastDay: number
  deliveriesByDay: { day: string; accepted: number; refused: number }[]
}

export async function loadHealth(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, HealthRow>> {
  const timeZone = await timeZoneOf(tx)
  const rows = await tx.query<HealthRow>(
    `select c.id as "connectionId", s.*, p.received_at as "lastProblemAt", p.error as "lastProblem", coalesce(d.days, '[]'::jsonb) as "deliveriesByDay"
     from unnest($2::uuid[]) as c(id)
     cross join lateral (
       select max(received_at) filter (where state <> 'refused') as "lastAcceptedAt", max(finished_at) filter (where state in ('processed', 'ignored')) as "lastProcessedAt",
         (count(*) filter (where state in ('received', 'failed')))::int as waiting, (count(*) filter (where state = 'parked'))::int as parked,
         (count(*) filter (where state = 'refused' and received_at > now() - interval '1 day'))::int as "refusedLastDay"
       from deliveries where organization_id = $1 and connection_id = c.id) s
     left join lateral (
       select received_at, error from deliveries where organization_id = $1 and connection_id = c.id and state in ('refused', 'failed', 'parked')
       order by received_at desc, id desc limit 1) p on true
     left join lateral (
       select jsonb_agg(jsonb_build_object('day', day, 'accepted', accepted, 'refused', refused) order by day) as days from (
         select (received_at at time zone $3::text)::date as day, count(*) filter (where state <> 'refused') as accepted, count(*) filter (where state = 'refused') as refused
         from deliveries where organization_id = $1 and connection_id = c.id and received_at > now() - interval '14 days' group by 1) by_day) d on true`,
    [tx.organizationId, ids, timeZone],
  )
  return new Map(rows.map((row) => [row.connectionId, row]))
}
