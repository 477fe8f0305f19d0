import { type offPlatformMethods, reportDecisions, type reportDecisionKinds } from '@clinch/drizzle/tables'
import { sql } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'

/** What is added to a report's history. */
interface DecisionToAppend {
  reportId: string
  kind: (typeof reportDecisionKinds)[number]
  /** The payment that it was matched with. */
  matchedPaymentId?: string | null
  /** How it was paid, where it was confirmed. */
  method?: (typeof offPlatformMethods)[number] | null
  reason: string | null
  decidedBy: string
  decidedByName: string
}

/** Adds a decision to a report's history. The caller holds the report: their order is the order of the decisions. */
export async function appendDecision(tx: Tx, { reportId, ...decision }: DecisionToAppend): Promise<void> {
  await tx.db.insert(reportDecisions).values({
    organizationId: tx.organizationId,
    paymentId: reportId,
    decidedAt: sql`clock_timestamp()`,
    ...decision,
  })
}

/** Clinch itself takes a decision back, where what was decided of is not what it was. Does nothing where none stands. */
export async function takeDecisionBack(tx: Tx, reportId: string, reason: string): Promise<void> {
  const [newest] = (await loadReportDecisions(tx, [reportId])).get(reportId) ?? []
  if (!newest || newest.kind === 'reopened') return
  await appendDecision(tx, { reportId, kind: 'reopened', reason, decidedBy: 'job:reconciliation', decidedByName: 'Clinch' })
}

/** What was decided of a report, once. */
export interface ReportDecisionRow {
  id: string
  paymentId: string
  kind: (typeof reportDecisionKinds)[number]
  matchedPaymentId: string | null
  method: string | null
  reason: string | null
  decidedByName: string
  decidedAt: string
}

/** What was decided of each of these reports, the newest first. */
export async function loadReportDecisions(tx: Tx, reportIds: readonly string[]): Promise<ReadonlyMap<string, ReportDecisionRow[]>> {
  const rows = await tx.query<ReportDecisionRow>(
    `select d.id, d.payment_id as "paymentId", d.kind, d.matched_payment_id as "matchedPaymentId", d.method, d.reason,
       d.decided_by_name as "decidedByName", d.decided_at as "decidedAt"
     from report_decisions d where d.organization_id = $1 and d.payment_id = any($2::uuid[]) order by d.decided_at desc, d.id desc`,
    [tx.organizationId, reportIds],
  )
  const grouped = new Map<string, ReportDecisionRow[]>()
  for (const row of rows) {
    const group = grouped.get(row.paymentId)
    if (group) group.push(row)
    else grouped.set(row.paymentId, [row])
  }
  return grouped
}
