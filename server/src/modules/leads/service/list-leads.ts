import { Conditions } from '../../../database/conditions.ts'
import { countList, type KeysetOrder, type ListQuery, type Page, type PageRequest, readPage } from '../../../database/keyset.ts'
import type { Tx } from '../../../database/tx.ts'
import { likePattern } from '../../../lib/like-pattern.ts'
import { leadColumns, type LeadRow } from './load-leads.ts'

export interface LeadFilter {
  search?: string | undefined
}

export type LeadOrderField = 'created_at' | 'name'
export interface LeadOrder {
  field: LeadOrderField
  direction: 'asc' | 'desc'
}

const listOf = (tx: Tx, filter: LeadFilter): ListQuery => {
  const conditions = new Conditions([tx.organizationId]).always('l.organization_id = $1')
  if (filter.search) {
    conditions.add(
      likePattern(filter.search),
      (p) => `(l.name ilike ${p} or l.email ilike ${p} or l.phone ilike ${p} or l.id::text ilike ${p})`,
    )
  }
  return { select: leadColumns, from: 'leads l', where: conditions.where, parameters: conditions.parameters }
}

export const listLeads = (tx: Tx, filter: LeadFilter, order: LeadOrder, page: PageRequest): Promise<Page<LeadRow>> =>
  readPage<LeadRow>(tx, listOf(tx, filter), keysetOf(order), page)

export const countLeads = (tx: Tx, filter: LeadFilter): Promise<number> => countList(tx, listOf(tx, filter))

const keysetOf = ({ field, direction }: LeadOrder): KeysetOrder =>
  field === 'name'
    ? { column: 'l.name', id: 'l.id', type: 'text', direction }
    : { column: 'l.created_at', id: 'l.id', type: 'timestamptz', direction }
