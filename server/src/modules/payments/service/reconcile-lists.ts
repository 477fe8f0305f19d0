import { Conditions } from '../../../database/conditions.ts'
import { countList, type ListQuery, type Page, type PageRequest, readPage } from '../../../database/keyset.ts'
import type { Tx } from '../../../database/tx.ts'
import { withinMatchDays } from './match-days-sql.ts'
import { countedPayments } from './payment-rows.ts'

/** Reports that no payment stands for and nobody decided. */
const openReport = `p.origin = 'form' and p.matched_payment_id is null and p.reconciliation is null`

const standsForNone = (alias: string) => `${alias}.billing_turn is distinct from 'later' and ${alias}.attribution_method <> 'inherited'
  and not exists (select from payments r where r.organization_id = ${alias}.organization_id and r.matched_payment_id = ${alias}.id)`

/**
 * A processor's payments that no report stands beside: no later turns of a subscription, and none whose call waits for its form, which
 * may report them still.
 */
const unreported = `p.origin = 'processor' and ${standsForNone('p')}
  and (p.event_id is null or exists (select from post_call_forms f where f.organization_id = p.organization_id and f.event_id = p.event_id))`

/** What waits to be reconciled, of the origins that are asked for; `p` is the payment. */
export function unmatched(origins: readonly string[] | undefined): string {
  const wanted = (origin: string) => !origins || origins.includes(origin)
  const conditions = [...(wanted('form') ? [openReport] : []), ...(wanted('processor') ? [unreported] : [])]
  return conditions.length === 0 ? 'false' : `(${conditions.map((condition) => `(${condition})`).join(' or ')})`
}

/** A report beside the nearest payment of its lead, in the days in which the two could be the same money, whose amount is another. */
export interface DifferingReportRow {
  /** The report. */
  id: string
  paymentId: string
}

type Span = { start: Date; end: Date } | undefined

function differing(tx: Tx, paid: Span): ListQuery {
  const conditions = new Conditions([tx.organizationId])
    .always('p.organization_id = $1')
    .always(openReport)
    .always(countedPayments)
    .within('p.paid_at', paid)
  return {
    select: 'p.id, m.id as "paymentId"',
    from: `payments p join organizations o on o.id = p.organization_id cross join lateral (
      select m.id from payments m where m.organization_id = p.organization_id and m.lead_id = p.lead_id and m.origin <> 'form'
        and m.deletion_id is null and m.status <> 'failed' and ${standsForNone('m')}
        and ${withinMatchDays('m', 'p', { days: 'o.report_match_days', timeZone: 'o.time_zone' })}
        and (m.amount_minor, m.currency) is distinct from (p.amount_minor, p.currency)
      order by abs(extract(epoch from m.paid_at - p.paid_at)), m.id limit 1) m`,
    where: conditions.where,
    parameters: conditions.parameters,
  }
}

const newestFirst = { column: 'p.paid_at', id: 'p.id', type: 'timestamptz', direction: 'desc' } as const

/** A page of the reports whose amount differs from what came in, the latest first. */
export const listDiffering = (tx: Tx, paid: Span, page: PageRequest): Promise<Page<DifferingReportRow>> =>
  readPage<DifferingReportRow>(tx, differing(tx, paid), newestFirst, page)

export const countDiffering = (tx: Tx, paid: Span): Promise<number> => countList(tx, differing(tx, paid))

export interface ReconciliationSum {
  list: 'reported' | 'processor' | 'differing'
  currency: string
  payments: number
  amountMinor: bigint
}

/** How much waits in each list of the reconciliation, a currency at a time. Of the differing, what was reported. */
export function sumReconciliation(tx: Tx, paid: Span): Promise<ReconciliationSum[]> {
  const { from, where, parameters } = differing(tx, paid)
  const within = new Conditions([tx.organizationId]).always('p.organization_id = $1').always(countedPayments).within('p.paid_at', paid)
  const sums = 'p.currency, count(*)::int as payments, sum(p.amount_minor)::bigint as "amountMinor"'
  return tx.query<ReconciliationSum>(
    `select 'reported' as list, ${sums} from payments p where ${within.where} and ${unmatched(['form'])} group by p.currency
     union all select 'processor', ${sums} from payments p where ${within.where} and ${unmatched(['processor'])} group by p.currency
     union all select 'differing', ${sums} from ${from} where ${where} group by p.currency order by 1, 3 desc, 2`,
    parameters,
  )
}
