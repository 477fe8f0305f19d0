import { Conditions } from '../../../database/conditions.ts'
import type { Tx } from '../../../database/tx.ts'
import { type Period, periodBounds } from '../../../lib/period.ts'
import { fillsSlot } from '../../availability/service/index.ts'
import { isMoved, overdueCondition } from '../../events/service/index.ts'
import { countedPayments, sharesOf } from '../../payments/service/index.ts'
import { type Dimension, dimensionSql, openDaySql } from './dimensions.ts'
import type { MetricFilter } from './metric-filter.ts'
import { dividesSlots, hasSlots } from './slots.ts'

export interface MetricsQuestion {
  period: Period
  timeZone: string
  /** What the organization reports in. Payments of which no rate into it is known are left out, and told apart. */
  currency: string
  groupBy: readonly Dimension[]
  filter: MetricFilter
}

/** The counted sums; rates and averages are computed from them. */
export interface MetricCounts {
  bookedCalls: number
  shows: number
  noShows: number
  held: number
  offers: number
  closes: number
  pending: number
  speedSeconds: number | null
  /** Calls on closers' days whose availability is known. */
  bookedSlots: number
  /** Of those days; null where none is known, or slots are not divided by what is asked for. */
  openSlots: number | null
  collectedMinor: bigint
  refundedMinor: bigint
  /** Taken back by lost disputes. */
  lostMinor: bigint
}

export interface CountedGroup {
  /** One key a dimension, in the order asked: an id or a day; null for nobody or none. */
  keys: (string | null)[]
  counts: MetricCounts
}

type Row = MetricCounts & { isTotal: boolean } & Record<`k${number}`, string | null>

/**
 * The one implementation of every figure: screens, the API and leaderboards all read it. What a caller may not see is not counted.
 * One statement answers the totals and the groups, so that they cannot disagree.
 */
export async function computeMetrics(tx: Tx, question: MetricsQuestion): Promise<{ totals: MetricCounts; groups: CountedGroup[] }> {
  const { text, parameters } = metricsSql(tx, question)
  const rows = await tx.query<Row>(text, parameters)
  const toCounts = ({
    bookedCalls,
    shows,
    noShows,
    held,
    offers,
    closes,
    pending,
    speedSeconds,
    bookedSlots,
    openSlots,
    collectedMinor,
    refundedMinor,
    lostMinor,
  }: Row): MetricCounts => ({
    bookedCalls,
    shows,
    noShows,
    held,
    offers,
    closes,
    pending,
    speedSeconds,
    bookedSlots,
    openSlots,
    collectedMinor,
    refundedMinor,
    lostMinor,
  })
  const total = rows.find((row) => row.isTotal)
  return {
    totals: total ? toCounts(total) : nothing,
    groups: rows
      .filter((row) => !row.isTotal && question.groupBy.length > 0)
      .map((row) => ({
        keys: question.groupBy.map((_, index) => row[`k${index}`] ?? null),
        counts: dividesSlots(question.groupBy) ? toCounts(row) : { ...toCounts(row), bookedSlots: 0, openSlots: null },
      })),
  }
}

export const nothing: MetricCounts = {
  bookedCalls: 0,
  shows: 0,
  noShows: 0,
  held: 0,
  offers: 0,
  closes: 0,
  pending: 0,
  speedSeconds: null,
  bookedSlots: 0,
  openSlots: null,
  collectedMinor: 0n,
  refundedMinor: 0n,
  lostMinor: 0n,
}

function metricsSql(tx: Tx, { period, timeZone, currency, groupBy, filter }: MetricsQuestion) {
  const { start, end } = periodBounds(period, timeZone)
  const shares = sharesOf({
    byCloser: groupBy.includes('closer') || Boolean(filter.closerIds),
    bySetter: groupBy.includes('setter') || Boolean(filter.setterIds),
    scope: tx.settings.scope,
  })
  const slots = hasSlots(filter)
  const days = slots ? [period.from, period.to] : []
  const conditions = new Conditions([tx.organizationId, start.toISOString(), end.toISOString(), timeZone, currency, ...days])
  const ofEvents = filterSql(conditions, filter, { credit: 'e', closer: 'e.closer_id', setter: 'e.setter_id', callType: 'e.call_type_id' })
  const ofPayments = filterSql(conditions, filter, {
    credit: 'p',
    closer: shares.closer,
    setter: shares.setter,
    callType: 'v.call_type_id',
  })
  const keys = (moment: string, of: 'event' | 'payment') =>
    groupBy.map((dimension, index) => `${dimensionSql(dimension, moment, of, shares)} as k${index}, `).join('')
  const between = (column: string) => `${column} >= $2::text::timestamptz and ${column} < $3::text::timestamptz`
  const groups = groupBy.map((_, index) => `k${index}`)
  const isTotal = groups.length > 0 ? `grouping(${groups.join(', ')}) <> 0` : 'true'
  // Open days alone make no group of what they are not divided among.
  const having = slots && !dividesSlots(groupBy) ? `having ${isTotal} or count(*) filter (where open_slots is null) > 0` : ''
  const text = `with ${slots ? openDays(conditions, filter) : ''} facts as (
    select ${keys('e.booked_at', 'event')} 1 as booked, 0 as shows, 0 as no_shows, 0 as held, 0 as offers, 0 as closes, 0 as pending,
      null::float8 as speed, 0 as booked_slots, null::int as open_slots, 0::bigint as amount, 0::bigint as refunded, 0::bigint as lost
    from events e where e.organization_id = $1 and not ${isMoved()} and e.duplicate_of_id is null and ${between('e.booked_at')} ${ofEvents}
    union all
    select ${keys('e.scheduled_at', 'event')} 0, (e.outcome in ('no_offer', 'offer_made', 'closed'))::int, (e.status = 'no_show')::int,
      (e.status in ('completed', 'no_show'))::int, (e.outcome in ('offer_made', 'closed'))::int, (e.outcome = 'closed')::int, ${overdueCondition}::int,
      case when not ${isMoved()} then extract(epoch from e.scheduled_at - e.booked_at)::float8 end,
      ${slots ? `(${fillsSlot} and ${onOpenDay})::int` : '0'}, null::int, 0::bigint, 0::bigint, 0::bigint
    from events e where e.organization_id = $1 and e.duplicate_of_id is null and ${between('e.scheduled_at')} ${ofEvents}
    ${slots ? `union all select ${groupBy.map((dimension) => `${openDaySql(dimension)}, `).join('')} 0, 0, 0, 0, 0, 0, 0, null::float8, 0, o.slots, 0::bigint, 0::bigint, 0::bigint from open_days o` : ''}
    union all
    select ${keys('p.paid_at', 'payment')} 0, 0, 0, 0, 0, 0, 0, null::float8, 0, null::int,
      ${shares.part('p.reporting_amount_minor')}, ${shares.part('p.reporting_refunded_minor')}, ${shares.part('p.reporting_lost_minor')}
    from payments p left join events v on v.organization_id = p.organization_id and v.id = p.event_id ${shares.joins}
    where p.organization_id = $1 and ${between('p.paid_at')} and p.reporting_currency = $5 and p.reporting_amount_minor is not null and ${countedPayments} ${ofPayments}
  )
  select ${groups.map((key) => `${key}::text as ${key}, `).join('')} ${isTotal} as "isTotal",
    coalesce(sum(booked), 0)::int as "bookedCalls", coalesce(sum(shows), 0)::int as shows, coalesce(sum(no_shows), 0)::int as "noShows",
    coalesce(sum(held), 0)::int as held, coalesce(sum(offers), 0)::int as offers, coalesce(sum(closes), 0)::int as closes,
    coalesce(sum(pending), 0)::int as pending, percentile_cont(0.5) within group (order by speed) as "speedSeconds",
    coalesce(sum(booked_slots), 0)::int as "bookedSlots", sum(open_slots)::int as "openSlots",
    coalesce(sum(amount), 0)::bigint as "collectedMinor", coalesce(sum(refunded), 0)::bigint as "refundedMinor",
    coalesce(sum(lost), 0)::bigint as "lostMinor"
  from facts where $4::text is not null group by grouping sets ((${groups.join(', ')})${groups.length > 0 ? ', ()' : ''}) ${having}`
  return { text, parameters: conditions.parameters }
}

/** Looked up in a hash, however many days the planner expects: a join would go through all of them for each call where it expects few. */
const onOpenDay = `coalesce((e.closer_id, (e.scheduled_at at time zone $4::text)::date) in (select o.closer_id, o.day from open_days o), false)`

/** What is open of each closer's days, as far as it is known. Of several booking tools the one that has more open counts: they share the day. */
function openDays(conditions: Conditions, { closerIds }: MetricFilter): string {
  const of = conditions.beside().anyId('a.closer_id', closerIds, 'filter.closerIds')
  return `open_days as (
    select a.closer_id, a.day, max(a.open_slots) as slots from closer_availability a
    where a.organization_id = $1 and a.day >= $6::text::date and a.day <= $7::text::date and ${of.where} group by a.closer_id, a.day
  ),`
}

/** The filter's conditions on the given tables; its values are added to the parameters of the whole query. */
function filterSql(
  conditions: Conditions,
  filter: MetricFilter,
  { credit, closer, setter, callType }: Record<'credit' | 'closer' | 'setter' | 'callType', string>,
): string {
  const of = conditions
    .beside()
    .anyId(closer, filter.closerIds, 'filter.closerIds')
    .anyId(setter, filter.setterIds, 'filter.setterIds')
    .anyId(`${credit}.source_id`, filter.sourceIds, 'filter.sourceIds')
    .anyId(`${credit}.traffic_type_id`, filter.trafficTypeIds, 'filter.trafficTypeIds')
    .anyId(callType, filter.callTypeIds, 'filter.callTypeIds')
  return `and ${of.where}`
}
