import { Conditions } from '../../../database/conditions.ts'
import { countList, type KeysetOrder, type ListQuery, type Page, type PageRequest, readPage } from '../../../database/keyset.ts'
import type { Tx } from '../../../database/tx.ts'
import { likePattern } from '../../../lib/like-pattern.ts'
import { personColumns, type PersonRow } from './load-roster.ts'

export type RosterTable = 'closers' | 'setters'

export interface PersonFilter {
  search?: string | undefined
  active?: boolean | undefined
}

export interface PersonOrder {
  field: 'name' | 'created_at'
  direction: 'asc' | 'desc'
}

export const listPeople = (
  tx: Tx,
  table: RosterTable,
  filter: PersonFilter,
  order: PersonOrder,
  page: PageRequest,
): Promise<Page<PersonRow>> => readPage<PersonRow>(tx, listOf(tx, table, filter), keysetOf(order), page)

export const countPeople = (tx: Tx, table: RosterTable, filter: PersonFilter): Promise<number> => countList(tx, listOf(tx, table, filter))

function listOf(tx: Tx, table: RosterTable, filter: PersonFilter): ListQuery {
  const conditions = new Conditions([tx.organizationId]).always('p.organization_id = $1')
  if (typeof filter.active === 'boolean') conditions.always(`p.deactivated_at is ${filter.active ? '' : 'not '}null`)
  if (filter.search) conditions.add(likePattern(filter.search), (p) => `(p.name ilike ${p} or p.email ilike ${p} or p.id::text ilike ${p})`)
  return { select: personColumns, from: `${table} p`, where: conditions.where, parameters: conditions.parameters }
}

const keysetOf = ({ field, direction }: PersonOrder): KeysetOrder =>
  field === 'name'
    ? { column: 'p.name', id: 'p.id', type: 'text', direction }
    : { column: 'p.created_at', id: 'p.id', type: 'timestamptz', direction }
