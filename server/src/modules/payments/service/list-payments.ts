import { Conditions } from '../../../database/conditions.ts'
import { countList, type KeysetOrder, type ListQuery, type Page, type PageRequest, readPage } from '../../../database/keyset.ts'
import type { Tx } from '../../../database/tx.ts'
import { likePattern } from '../../../lib/like-pattern.ts'
import { byContact, byName, pageAsShown, paymentsShown } from '../../organizations/service/index.ts'
import { addFieldConditions, type FieldCondition } from '../../fields/service/index.ts'
import { countedPayments, paymentColumns, type PaymentRow, withoutPaymentContacts } from './payment-rows.ts'
import { unmatched } from './reconcile-lists.ts'
import { sharesOf } from './share-sql.ts'

export interface PaymentFilter {
  search?: string | undefined
  closerIds?: readonly string[] | undefined
  setterIds?: readonly string[] | undefined
  sourceIds?: readonly string[] | undefined
  eventIds?: readonly string[] | undefined
  methods?: readonly string[] | undefined
  statuses?: readonly string[] | undefined
  origins?: readonly string[] | undefined
  providers?: readonly string[] | undefined
  leadIds?: readonly string[] | undefined
  packageIds?: readonly string[] | undefined
  currencies?: readonly string[] | undefined
  billingTurns?: readonly string[] | undefined
  /** Only what was deleted, instead of what counts. */
  deleted?: boolean | undefined
  /** Only what waits to be reconciled, of the origins that are asked for. */
  unmatched?: boolean | undefined
  paid?: { start: Date; end: Date } | undefined
  /** What is asked of the organization's own fields. */
  fields?: readonly FieldCondition[] | undefined
}

export interface PaymentOrder {
  field: 'paid_at' | 'amount'
  direction: 'asc' | 'desc'
}

/** A page of counted payments, or of deleted ones, as far as the caller may see them. */
export const listPayments = (tx: Tx, filter: PaymentFilter, order: PaymentOrder, page: PageRequest): Promise<Page<PaymentRow>> =>
  pageAsShown(tx, readPage<PaymentRow>(tx, listOf(tx, filter), keysetOf(order), page), withoutPaymentContacts)

export const countPayments = (tx: Tx, filter: PaymentFilter): Promise<number> => countList(tx, listOf(tx, filter))

export interface PaymentTotals {
  currency: string
  payments: number
  amountMinor: bigint
  refundedMinor: bigint
  lostMinor: bigint
  disputedMinor: bigint
}

/**
 * The sums of a list, a currency at a time. Where closers or setters are asked for, a payment that is split counts with the shares of these
 * people, and for whoever sees only their own rows with their own share: as in the figures that open the list.
 */
export function totalPayments(tx: Tx, filter: PaymentFilter): Promise<PaymentTotals[]> {
  const { from, where, parameters } = listOf(tx, filter)
  const { scope } = tx.settings
  const shares = sharesOf({ byCloser: filter.closerIds !== undefined, bySetter: filter.setterIds !== undefined, scope })
  const theirs = new Conditions(parameters).always(where)
  if (scope !== 'own')
    theirs.anyId(shares.closer, filter.closerIds, 'filter.closerIds').anyId(shares.setter, filter.setterIds, 'filter.setterIds')
  const sum = (column: string): string => `sum(${shares.part(`p.${column}`)})::bigint`
  return tx.query<PaymentTotals>(
    `select p.currency, count(distinct p.id)::int as payments, ${sum('amount_minor')} as "amountMinor", ${sum('refunded_minor')} as "refundedMinor",
       ${sum('lost_minor')} as "lostMinor", ${sum('disputed_minor')} as "disputedMinor"
     from ${from} ${shares.joins} where ${theirs.where} group by p.currency order by p.currency`,
    theirs.parameters,
  )
}

function listOf(tx: Tx, filter: PaymentFilter): ListQuery {
  const conditions = new Conditions([tx.organizationId])
    .always('p.organization_id = $1')
    .always(filter.deleted ? 'p.deletion_id is not null' : countedPayments)
    .anyId('p.lead_id', filter.leadIds, 'filter.leadIds')
    .anyId('p.for_package_id', filter.packageIds, 'filter.packageIds')
    .anyText('p.currency', filter.currencies)
    .anyText('p.billing_turn', filter.billingTurns)
    .ids(filter.closerIds, 'filter.closerIds', (p) => creditedTo('closer_id', p))
    .ids(filter.setterIds, 'filter.setterIds', (p) => creditedTo('setter_id', p))
    .anyId('p.source_id', filter.sourceIds, 'filter.sourceIds')
    .anyId('p.event_id', filter.eventIds, 'filter.eventIds')
    .anyText('p.attribution_method', filter.methods)
    .anyText('p.status', filter.statuses)
    .anyText('p.origin', filter.origins)
    .anyText('p.provider', filter.providers)
    .within('p.paid_at', filter.paid)
  if (tx.settings.scope !== 'organization') conditions.always(paymentsShown(tx))
  addFieldConditions(conditions, 'p.custom_fields', filter.fields)
  if (filter.unmatched) conditions.always(unmatched(filter.origins))
  if (filter.search) {
    conditions.add(
      likePattern(filter.search),
      (p) =>
        `(${byName(tx, 'p.customer_name', p)} or ${byContact(tx, `p.customer_email ilike ${p}`)} or p.purchase_ref ilike ${p} or p.charge_ref ilike ${p} or p.id::text ilike ${p})`,
    )
  }
  return { select: paymentColumns(tx), from: 'payments p', where: conditions.where, parameters: conditions.parameters }
}

/** Credited to one of these people alone, or split among some of whom they are one. */
const creditedTo = (column: 'closer_id' | 'setter_id', ids: string): string =>
  `(p.${column} = any(${ids}::uuid[]) or p.id = any(array(
    select s.payment_id from payment_shares s where s.organization_id = $1 and s.${column} = any(${ids}::uuid[]))))`

const keysetOf = ({ field, direction }: PaymentOrder): KeysetOrder =>
  field === 'amount'
    ? { column: 'p.amount_minor', id: 'p.id', type: 'bigint', direction }
    : { column: 'p.paid_at', id: 'p.id', type: 'timestamptz', direction }
