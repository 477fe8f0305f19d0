import type { TouchedRecord } from '@clinch/drizzle/tables'
import { Conditions } from '../../../database/conditions.ts'
import { countList, type ListQuery, type Page, type PageRequest, readPage } from '../../../database/keyset.ts'
import type { Tx } from '../../../database/tx.ts'
import { likePattern } from '../../../lib/like-pattern.ts'

export interface DeliveryRow {
  id: string
  connectionId: string
  kind: string
  state: string
  answer: number
  receivedAt: string
  finishedAt: string | null
  attempts: number
  repeats: number
  result: string | null
  error: string | null
  remoteAddress: string | null
  requestId: string
  hasBody: boolean
  bodyRemovedAt: string | null
  dedupeKey: string | null
  touched: readonly TouchedRecord[]
}

export interface DeliveryFilter {
  connectionIds?: readonly string[] | undefined
  states?: readonly string[] | undefined
  kinds?: readonly string[] | undefined
  search?: string | undefined
  received?: { start: Date; end: Date } | undefined
}

const columns = `d.id, d.connection_id as "connectionId", d.kind, d.state, d.answer, d.received_at as "receivedAt", d.finished_at as "finishedAt",
  d.attempts, d.repeats, d.result, d.error, d.remote_address as "remoteAddress", d.request_id as "requestId", d.body is not null as "hasBody",
  d.body_removed_at as "bodyRemovedAt", d.dedupe_key as "dedupeKey", d.touched`

/** A page of deliveries by when they arrived. */
export const listDeliveries = (tx: Tx, filter: DeliveryFilter, direction: 'asc' | 'desc', page: PageRequest): Promise<Page<DeliveryRow>> =>
  readPage<DeliveryRow>(tx, listOf(tx, filter), { column: 'd.received_at', id: 'd.id', type: 'timestamptz', direction }, page)

export const countDeliveries = (tx: Tx, filter: DeliveryFilter): Promise<number> => countList(tx, listOf(tx, filter))

export async function loadDeliveries(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, DeliveryRow>> {
  const rows = await tx.query<DeliveryRow>(`select ${columns} from deliveries d where d.organization_id = $1 and d.id = any($2::uuid[])`, [
    tx.organizationId,
    ids,
  ])
  return new Map(rows.map((row) => [row.id, row]))
}

/** The bodies of deliveries, as they are kept. */
export async function loadBodies(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const rows = await tx.query<{ id: string; body: Buffer }>(
    `select id, body from deliveries where organization_id = $1 and id = any($2::uuid[]) and body is not null`,
    [tx.organizationId, ids],
  )
  return new Map(rows.map((row) => [row.id, row.body]))
}

function listOf(tx: Tx, filter: DeliveryFilter): ListQuery {
  const { where, parameters } = conditionsOf(tx, filter)
  return { select: columns, from: 'deliveries d', where, parameters }
}

/** A search reads so many of the newest deliveries that the rest of its filter leaves, and no more. */
const mostSearched = 5_000

/** What a filter asks of `deliveries d`. */
export function conditionsOf(tx: Tx, filter: DeliveryFilter): Conditions {
  const conditions = new Conditions([tx.organizationId])
    .always('d.organization_id = $1')
    .anyId('d.connection_id', filter.connectionIds, 'filter.connectionIds')
    .anyText('d.state', filter.states)
    .anyText('d.kind', filter.kinds)
    .within('d.received_at', filter.received)
  const text = filter.search?.trim()
  if (!text) return conditions
  const among = conditions.where
  return conditions.add([likePattern(text), text], (p) => {
    const [like, bytes] = [`(${p}::text[])[1]`, `convert_to((${p}::text[])[2], 'UTF8')`]
    const texts = ['result', 'error', 'kind', 'dedupe_key', 'request_id', 'id::text'].map((column) => `s.${column} ilike ${like}`)
    return `d.id in (
      select s.id from (select d.* from deliveries d where ${among} order by d.received_at desc, d.id desc limit ${mostSearched}) s
      where ${texts.join(' or ')} or position(${bytes} in s.body) > 0)`
  })
}
