import type { Tx } from '../../../database/tx.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { asShown, withoutContacts } from '../../organizations/service/index.ts'
import { type DisputeState, standingDisputes } from './dispute-effect.ts'

export interface RefundRow {
  id: string
  paymentId: string
  report: 'live' | 'failed' | 'total'
  refundRef: string
  amountMinor: bigint
  currency: string
  /** When it was made; for a total, when it stood so. */
  madeAt: string
  /** When this was told of it. */
  reportedAt: string
  reason: string | null
  enteredByName: string | null
  /** Whether it is in the payment's currency, and so taken off it. */
  counted: boolean
}

/** What was told of refunds of the given payments, the newest first. */
export async function loadRefunds(tx: Tx, paymentIds: readonly string[]): Promise<ReadonlyMap<string, RefundRow[]>> {
  const columns = `r.id, p.id as "paymentId", r.report, r.refund_ref as "refundRef", r.amount_minor as "amountMinor", r.currency, r.made_at as "madeAt",
    r.reported_at as "reportedAt", r.reason, r.entered_by_name as "enteredByName", r.currency = p.currency as counted`
  const reading = tx.query<RefundRow>(
    `select ${columns} from payments p join payment_refunds r
       on r.organization_id = p.organization_id and r.connection_id = p.connection_id and r.purchase_ref = p.purchase_ref
     where p.organization_id = $1 and p.id = any($2::uuid[])
     union all
     select ${columns} from payments p join payment_refunds r on r.organization_id = p.organization_id and r.payment_id = p.id
     where p.organization_id = $1 and p.id = any($2::uuid[]) order by "reportedAt" desc, id desc`,
    [tx.organizationId, paymentIds],
  )
  return grouped(await asShown(tx, reading, withoutReasonsContacts))
}

export interface DisputeRow {
  id: string
  paymentId: string
  disputeRef: string
  state: DisputeState
  amountMinor: bigint
  currency: string
  reason: string | null
  openedAt: string
  dueBy: string | null
  reportedAt: Date
}

/** The disputes of the given payments as they stand, the latest opened first. */
export async function loadDisputes(tx: Tx, paymentIds: readonly string[]): Promise<ReadonlyMap<string, DisputeRow[]>> {
  const reading = tx.query<Omit<DisputeRow, 'reportedAt'> & { reportedAt: string }>(
    `select d.id, p.id as "paymentId", d.dispute_ref as "disputeRef", d.state, d.amount_minor as "amountMinor", d.currency, d.reason,
       d.opened_at as "openedAt", d.due_by as "dueBy", d.reported_at as "reportedAt"
     from payments p join payment_disputes d on d.organization_id = p.organization_id and d.connection_id = p.connection_id and d.purchase_ref = p.purchase_ref
     where p.organization_id = $1 and p.id = any($2::uuid[]) order by d.opened_at desc, d.id desc`,
    [tx.organizationId, paymentIds],
  )
  const rows = await asShown(tx, reading, withoutReasonsContacts)
  const told = grouped(rows.map((row) => ({ ...row, reportedAt: dateFromPostgres(row.reportedAt) })))
  return new Map([...told].map(([paymentId, reports]) => [paymentId, standingDisputes(reports)]))
}

export interface DeletionRow {
  id: string
  reason: string
  deletedByName: string
  deletedAt: string
  /** How many payments are deleted by it still. */
  payments: number
}

/** Deletions by id, as far as the caller may see them. */
export async function loadDeletions(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, DeletionRow>> {
  const rows = await tx.query<DeletionRow>(
    `select d.id, d.reason, d.deleted_by_name as "deletedByName", d.deleted_at as "deletedAt",
       (select count(*)::int from payments p where p.organization_id = d.organization_id and p.deletion_id = d.id) as payments
     from payment_deletions d where d.organization_id = $1 and d.id = any($2::uuid[])`,
    [tx.organizationId, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Why it was given back is said in anybody's words. */
const withoutReasonsContacts = <Row extends { reason: string | null }>(row: Row): Row => ({ ...row, reason: withoutContacts(row.reason) })

function grouped<Row extends { paymentId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.paymentId)
    if (group) group.push(row)
    else groups.set(row.paymentId, [row])
  }
  return groups
}
