import { Conditions } from '../../../database/conditions.ts'
import { countList, type KeysetOrder, type ListQuery, type Page, type PageRequest, readPage } from '../../../database/keyset.ts'
import type { Tx } from '../../../database/tx.ts'
import { asShown, pageAsShown, sightOf, withoutContacts } from '../../organizations/service/index.ts'

export type CreditDisputeState = 'open' | 'accepted' | 'partly_accepted' | 'rejected' | 'withdrawn'

/** What a closer or a setter said of a credit, and what became of it. Instants are PostgreSQL's text in UTC, days YYYY-MM-DD. */
export interface CreditDisputeRow {
  id: string
  /** Null where a payment is missed that stands on no line. */
  paymentId: string | null
  closerId: string | null
  setterId: string | null
  leadName: string | null
  amountMinor: bigint | null
  currency: string | null
  paidOn: string | null
  comment: string
  state: CreditDisputeState
  madeAt: string
  madeByName: string
  dueOn: string
  overdue: boolean
  answer: string | null
  settledAt: string | null
  settledByName: string | null
}

export interface CreditDisputeFilter {
  states?: readonly CreditDisputeState[] | undefined
  closerIds?: readonly string[] | undefined
  setterIds?: readonly string[] | undefined
  paymentIds?: readonly string[] | undefined
}

const columns = `d.id, d.payment_id as "paymentId", d.closer_id as "closerId", d.setter_id as "setterId", d.lead_name as "leadName",
  d.amount_minor as "amountMinor", d.currency, d.paid_on as "paidOn", d.comment, d.state, d.made_at as "madeAt", d.made_by_name as "madeByName",
  d.due_on as "dueOn", d.state = 'open' and d.due_on < (now() at time zone (select o.time_zone from organizations o where o.id = $1))::date as overdue,
  d.answer, d.settled_at as "settledAt", d.settled_by_name as "settledByName"`

/** SQL of which disputes `d` a rep is shown: of single payments none where the team keeps them to itself, and none at all where it shows no money. */
export async function disputesShown(tx: Tx): Promise<string> {
  const { money } = await sightOf(tx)
  return { none: 'false', figures: 'd.payment_id is null', payments: 'true' }[money]
}

/** A dispute as it is told to whoever is not shown how to reach leads. */
const withoutDisputeContacts = (row: CreditDisputeRow): CreditDisputeRow => ({
  ...row,
  leadName: withoutContacts(row.leadName),
  comment: withoutContacts(row.comment),
  answer: withoutContacts(row.answer),
})

const keysetOf = (direction: 'asc' | 'desc'): KeysetOrder => ({ column: 'd.made_at', id: 'd.id', type: 'timestamptz', direction })

/** Disputes that the caller may see, by when they were made. */
export async function listCreditDisputes(
  tx: Tx,
  filter: CreditDisputeFilter,
  direction: 'asc' | 'desc',
  page: PageRequest,
): Promise<Page<CreditDisputeRow>> {
  const reading = readPage<CreditDisputeRow>(tx, await listOf(tx, filter), keysetOf(direction), page)
  return pageAsShown(tx, reading, withoutDisputeContacts)
}

export async function countCreditDisputes(tx: Tx, filter: CreditDisputeFilter): Promise<number> {
  return countList(tx, await listOf(tx, filter))
}

async function listOf(tx: Tx, filter: CreditDisputeFilter): Promise<ListQuery> {
  const conditions = new Conditions([tx.organizationId])
    .always('d.organization_id = $1')
    .always(await disputesShown(tx))
    .anyText('d.state', filter.states)
    .anyId('d.closer_id', filter.closerIds, 'filter.closerIds')
    .anyId('d.setter_id', filter.setterIds, 'filter.setterIds')
    .anyId('d.payment_id', filter.paymentIds, 'filter.paymentIds')
  return { select: columns, from: 'credit_disputes d', where: conditions.where, parameters: conditions.parameters }
}

/** Disputes by id, as far as the caller may see them. */
export async function loadCreditDisputes(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CreditDisputeRow>> {
  const reading = tx.query<CreditDisputeRow>(
    `select ${columns} from credit_disputes d where d.organization_id = $1 and d.id = any($2::uuid[]) and ${await disputesShown(tx)}`,
    [tx.organizationId, ids],
  )
  const rows = await asShown(tx, reading, withoutDisputeContacts)
  return new Map(rows.map((row) => [row.id, row]))
}

/** As many of one payment as anybody reads through; the list has the rest. */
const mostOfPayment = 20

/** The latest disputes of each of the given payments, the newest first. */
export async function loadDisputesOfPayments(tx: Tx, paymentIds: readonly string[]): Promise<ReadonlyMap<string, CreditDisputeRow[]>> {
  const reading = tx.query<CreditDisputeRow>(
    `select ${columns} from unnest($2::uuid[]) as asked(payment_id) cross join lateral (
       select * from credit_disputes d where d.organization_id = $1 and d.payment_id = asked.payment_id and ${await disputesShown(tx)}
       order by d.made_at desc, d.id desc limit ${mostOfPayment}
     ) d order by d.made_at desc, d.id desc`,
    [tx.organizationId, paymentIds],
  )
  const rows = await asShown(tx, reading, withoutDisputeContacts)
  const grouped = new Map<string, CreditDisputeRow[]>()
  for (const row of rows) grouped.set(row.paymentId ?? '', [...(grouped.get(row.paymentId ?? '') ?? []), row])
  return grouped
}
