import { Conditions } from '../../../database/conditions.ts'
import { countList, type KeysetOrder, type ListQuery, type Page, type PageRequest, readPage } from '../../../database/keyset.ts'
import type { Tx } from '../../../database/tx.ts'
import { likePattern } from '../../../lib/like-pattern.ts'

/** A change as the log keeps it. */
export interface AuditRow {
  id: string
  at: string
  /** `user:<id>`, `job:<name>` and so on. */
  actor: string
  requestId: string
  address: string
  table: string
  rowId: string
  operation: 'insert' | 'update' | 'delete'
  /** Of an update, only what changed. */
  before: Readonly<Record<string, unknown>> | null
  after: Readonly<Record<string, unknown>> | null
}

export interface AuditFilter {
  /** Part of a value, of an id, or of an address. */
  search?: string | undefined
  tables?: readonly string[] | undefined
  /** Whole labels, or kinds of actors: `user`, `api_key`, `job` … */
  actors?: readonly string[] | undefined
  operations?: readonly string[] | undefined
  at?: { start: Date; end: Date } | undefined
}

const columns = `a.id, a.at, a.actor, a.request_id as "requestId", a.address, a.table_name as "table", a.row_id as "rowId", a.operation,
  a.before, a.after`

const newestFirst: KeysetOrder = { column: 'a.at', id: 'a.id', type: 'timestamptz', direction: 'desc' }

/** A page of the log, the newest first. */
export const listAudit = (tx: Tx, filter: AuditFilter, page: PageRequest): Promise<Page<AuditRow>> =>
  readPage<AuditRow>(tx, listOf(tx, filter), newestFirst, page)

export const countAudit = (tx: Tx, filter: AuditFilter): Promise<number> => countList(tx, listOf(tx, filter))

function listOf(tx: Tx, { search, tables, actors, operations, at }: AuditFilter): ListQuery {
  const conditions = new Conditions([tx.organizationId])
    .always('a.organization_id = $1')
    .anyText('a.table_name', tables)
    .anyText('a.operation', operations)
    .within('a.at', at)
  if (actors) conditions.add(actors, (p) => `(a.actor = any(${p}::text[]) or split_part(a.actor, ':', 1) = any(${p}::text[]))`)
  if (search) {
    conditions.add(
      likePattern(search),
      (p) =>
        `(a.row_id ilike ${p} or a.address ilike ${p} or a.request_id ilike ${p} or a.actor ilike ${p} or a.before::text ilike ${p} or a.after::text ilike ${p})`,
    )
  }
  return { select: columns, from: 'audit_log a', where: conditions.where, parameters: conditions.parameters }
}
