import { Conditions } from '../../../database/conditions.ts'
import { countList, type KeysetOrder, type ListQuery, type Page, type PageRequest, readPage } from '../../../database/keyset.ts'
import type { Tx } from '../../../database/tx.ts'
import { likePattern } from '../../../lib/like-pattern.ts'
import { addFieldConditions, type FieldCondition } from '../../fields/service/index.ts'
import { leadColumns, type LeadRow, withoutLeadContacts } from '../../leads/service/index.ts'
import { byContact, byName, pageAsShown, paymentsShown } from '../../organizations/service/index.ts'
import { countedPayments } from '../../payments/service/index.ts'
import { originColumn } from './load-of-leads.ts'

export interface LeadFilter {
  search?: string | undefined
  sourceIds?: readonly string[] | undefined
  setterIds?: readonly string[] | undefined
  hasPayments?: boolean | undefined
  /** A half-open span of instants. */
  created?: { start: Date; end: Date } | undefined
  /** With true, only leads who were merged into others; they stand in no other list. */
  merged?: boolean | undefined
  /** What is asked of the organization's own fields. */
  fields?: readonly FieldCondition[] | undefined
}

export type LeadOrderField = 'created_at' | 'name'
export interface LeadOrder {
  field: LeadOrderField
  direction: 'asc' | 'desc'
}

const hasPaid = `exists (select 1 from payments p where p.organization_id = l.organization_id and p.lead_id = l.id and ${countedPayments})`

function listOf(tx: Tx, filter: LeadFilter): ListQuery {
  const conditions = new Conditions([tx.organizationId])
    .always('l.organization_id = $1')
    .always(`l.merged_into_id is ${filter.merged === true ? 'not null' : 'null'}`)
    .anyId(originColumn('source_id'), filter.sourceIds, 'filter.sourceIds')
    .anyId('l.current_setter_id', filter.setterIds, 'filter.setterIds')
    .within('l.created_at', filter.created)
  addFieldConditions(conditions, 'l.custom_fields', filter.fields)
  if (typeof filter.hasPayments === 'boolean') {
    const known = `(${hasPaid} and ${paymentsShown(tx)})`
    conditions.always(filter.hasPayments ? known : `not ${known}`)
  }
  if (filter.search) {
    conditions.add(
      likePattern(searched(filter.search)),
      (p) => `(${byName(tx, 'l.name', p)} or ${byContact(tx, `(l.email ilike ${p} or l.phone ilike ${p})`)} or l.id::text ilike ${p}
        or l.id in (select e.lead_id from lead_emails e where e.organization_id = $1 and e.email ilike ${p})
        or l.id in (select n.lead_id from lead_phones n where n.organization_id = $1 and n.phone ilike ${p}))`,
    )
  }
  return { select: leadColumns(tx), from: 'leads l', where: conditions.where, parameters: conditions.parameters }
}

/** Numbers are kept as digits, and looked for as people write them. */
const searched = (text: string): string => (/^[\d\s()+./-]{4,}$/.test(text.trim()) ? text.replace(/\D/g, '').replace(/^0+/, '') : text)

/** A page of leads, as far as the caller may see them. */
export const listLeads = (tx: Tx, filter: LeadFilter, order: LeadOrder, page: PageRequest): Promise<Page<LeadRow>> =>
  pageAsShown(tx, readPage<LeadRow>(tx, listOf(tx, filter), keysetOf(order), page), withoutLeadContacts)

export const countLeads = (tx: Tx, filter: LeadFilter): Promise<number> => countList(tx, listOf(tx, filter))

const keysetOf = ({ field, direction }: LeadOrder): KeysetOrder =>
  field === 'name'
    ? { column: 'l.name', id: 'l.id', type: 'text', direction }
    : { column: 'l.created_at', id: 'l.id', type: 'timestamptz', direction }
