import type { Tx } from '../../../database/tx.ts'
import type { Money } from '../../../lib/money.ts'
import { type Period, periodBounds, previousPeriod } from '../../../lib/period.ts'
import { currencyOf, sightOf, timeZoneOf } from '../../organizations/service/index.ts'
import { countedPayments } from '../../payments/service/index.ts'
import { computeMetrics, type CountedGroup, type MetricCounts } from './compute-metrics.ts'
import type { MetricFilter } from './metric-filter.ts'
import { type Dimension, labelsOf } from './dimensions.ts'
import { type MetricFigures, toFigures, withoutMoney } from './metric-values.ts'

export interface MetricsReport {
  period: Period
  /** What was counted. */
  filter: MetricFilter
  previousPeriod: Period | null
  totals: MetricFigures
  previous: MetricFigures | null
  groups: ReportGroup[]
  /** Payments that are in no figure, since they are in another currency and no rate of their day is known. */
  missingRates: { currency: string; payments: number; amount: Money; days: string[] }[]
}

export interface ReportGroup {
  keys: { dimension: Dimension; id: string | null; label: string }[]
  values: MetricFigures
  previous: MetricFigures | null
}

export interface MetricsRequest {
  period: Period
  groupBy: readonly Dimension[]
  filter: MetricFilter
  compare: boolean
}

/** Figures from counts, as the caller is shown them. */
type ToFigures = (counts: MetricCounts) => MetricFigures

/** The figures of a period, in groups if asked, beside those of the period before it. */
export async function reportMetrics(tx: Tx, { period, groupBy, filter, compare }: MetricsRequest): Promise<MetricsReport> {
  const [timeZone, currency, { money }] = await Promise.all([timeZoneOf(tx), currencyOf(tx), sightOf(tx)])
  const shown: ToFigures = (counts) => (money === 'none' ? withoutMoney(toFigures(counts, currency)) : toFigures(counts, currency))
  const before = compare ? previousPeriod(period) : null
  const ask = (asked: Period) => computeMetrics(tx, { period: asked, timeZone, currency, groupBy, filter })
  const [now, earlier, missingRates] = await Promise.all([
    ask(period),
    before ? ask(before) : null,
    money === 'none' ? [] : paymentsWithoutRate(tx, period, timeZone, currency),
  ])
  return {
    period,
    filter,
    previousPeriod: before,
    totals: shown(now.totals),
    previous: earlier ? shown(earlier.totals) : null,
    groups: await nameGroups(tx, groupBy, now.groups, earlier?.groups ?? null, shown),
    missingRates,
  }
}

const isTime = (dimension: Dimension | undefined): boolean => dimension === 'day' || dimension === 'week' || dimension === 'month'

async function nameGroups(
  tx: Tx,
  groupBy: readonly Dimension[],
  groups: CountedGroup[],
  earlier: CountedGroup[] | null,
  shown: ToFigures,
): Promise<ReportGroup[]> {
  const labels = await Promise.all(
    groupBy.map((dimension, index) =>
      labelsOf(
        tx,
        dimension,
        groups.map((group) => group.keys[index] ?? null),
      ),
    ),
  )
  const before = new Map((earlier ?? []).map((group) => [JSON.stringify(group.keys), group.counts]))
  const named = groups.map(({ keys, counts }): ReportGroup => {
    const then = before.get(JSON.stringify(keys))
    return {
      keys: groupBy.map((dimension, index) => ({ dimension, id: keys[index] ?? null, label: labels[index]?.(keys[index] ?? null) ?? '' })),
      values: shown(counts),
      previous: then ? shown(then) : null,
    }
  })
  return named.sort((a, b) =>
    isTime(groupBy[0]) ? compareText(labelOf(a), labelOf(b)) : compareNet(b, a) || compareText(labelOf(a), labelOf(b)),
  )
}

const labelOf = (group: ReportGroup): string => group.keys.map((key) => key.label).join(' ')
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const compareNet = (a: ReportGroup, b: ReportGroup): number => {
  const difference = (a.values.netCash?.amountMinor ?? 0n) - (b.values.netCash?.amountMinor ?? 0n)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

async function paymentsWithoutRate(tx: Tx, period: Period, timeZone: string, currency: string): Promise<MetricsReport['missingRates']> {
  const { start, end } = periodBounds(period, timeZone)
  const rows = await tx.query<{ currency: string; payments: number; amountMinor: bigint; days: string[] }>(
    `select p.currency, count(*)::int as payments, sum(p.amount_minor)::bigint as "amountMinor",
       (array_agg(distinct (p.paid_at at time zone $5)::date::text order by (p.paid_at at time zone $5)::date::text desc))[1:31] as days
     from payments p
     where p.organization_id = $1 and p.paid_at >= $2::text::timestamptz and p.paid_at < $3::text::timestamptz
       and (p.reporting_currency is distinct from $4 or p.reporting_amount_minor is null) and ${countedPayments}
     group by p.currency order by p.currency`,
    [tx.organizationId, start.toISOString(), end.toISOString(), currency, timeZone],
  )
  return rows.map((row) => ({
    currency: row.currency,
    payments: row.payments,
    amount: { amountMinor: row.amountMinor, currency: row.currency },
    days: row.days,
  }))
}
