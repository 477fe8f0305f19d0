import type { GoalMetric, GoalSpan } from '../../apollo/generated/graphql.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatPeriod } from '../../lib/format-date.ts'
import { formatMoney } from '../../lib/format-money.ts'
import { formatRate } from '../../lib/format-rate.ts'
import type { Period } from '../../lib/period.ts'
import type { Goal } from './goal.ts'

export type GoalUnit = 'count' | 'rate' | 'money'

/** What a goal can be of, in the order in which it is offered. */
export const goalMetrics: Readonly<Record<GoalMetric, { label: string; unit: GoalUnit }>> = {
  NET_CASH: { label: 'Net cash', unit: 'money' },
  CASH_COLLECTED: { label: 'Cash collected', unit: 'money' },
  CLOSES: { label: 'Closed deals', unit: 'count' },
  CLOSE_RATE: { label: 'Close rate', unit: 'rate' },
  OFFERS: { label: 'Offers made', unit: 'count' },
  OFFER_RATE: { label: 'Offer rate', unit: 'rate' },
  SHOWS: { label: 'Shows', unit: 'count' },
  SHOW_RATE: { label: 'Show rate', unit: 'rate' },
  BOOKED_CALLS: { label: 'Booked calls', unit: 'count' },
}

export const goalSpans: Readonly<Record<GoalSpan, string>> = {
  WEEK: 'A week',
  MONTH: 'A month',
  QUARTER: 'A quarter',
  CUSTOM: 'Other days',
}

/** How much of a figure; null where it is not known. */
export function goalFigure(figure: Goal['target'] | null, locale: string): string | null {
  if (!figure) return null
  if (figure.amount) return formatMoney(figure.amount, { precision: 'whole', locale })
  if (figure.rate !== null) return formatRate(figure.rate)
  return figure.count === null ? null : formatCount(figure.count)
}

const monthOf = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(day))

/** The period of a goal: `November 2026`, `Q4 2026`, `Nov 16 – 22`. */
export function goalPeriod({ span, period }: { span: GoalSpan; period: Period }, locale: string): string {
  if (span === 'MONTH') return monthOf(period.from, locale)
  if (span === 'QUARTER') return `Q${Math.ceil(Number(period.from.slice(5, 7)) / 3)} ${period.from.slice(0, 4)}`
  return formatPeriod(period, { locale })
}

/** Those who are running or to come on a day, the next to end first. */
export const standing = (goals: readonly Goal[], today: string): Goal[] =>
  goals.filter(({ period }) => period.to >= today).sort((one, other) => (one.period.to < other.period.to ? -1 : 1))
