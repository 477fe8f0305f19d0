import type { ChangeProps } from '../../components/figures.tsx'
import type { ChangeUnit } from '../../lib/change.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatDuration } from '../../lib/format-duration.ts'
import { formatMoney, type Money } from '../../lib/format-money.ts'
import { formatRate } from '../../lib/format-rate.ts'
import type { MetricKey } from './metric-rows.ts'

type Unit = 'count' | 'rate' | 'money' | 'duration'

interface MetricLook {
  unit: Unit
  /** Which direction is good. */
  goodWhen: ChangeProps['goodWhen']
  /** Counts are compared in percent unless they are small by nature. */
  change?: ChangeUnit
  /** Why there may be no figure. */
  unknown?: string
}

/** Sums are known to everybody but a sales rep whose team keeps them to itself. */
const moneyHidden = 'Your team does not show money'

const looks: Readonly<Record<MetricKey, MetricLook>> = {
  bookedCalls: { unit: 'count', goodWhen: 'up' },
  shows: { unit: 'count', goodWhen: 'up' },
  noShows: { unit: 'count', goodWhen: 'down' },
  offers: { unit: 'count', goodWhen: 'up' },
  closes: { unit: 'count', goodWhen: 'up' },
  showRate: { unit: 'rate', goodWhen: 'up', unknown: 'No call was due' },
  offerRate: { unit: 'rate', goodWhen: 'up', unknown: 'Nobody showed' },
  closeRate: { unit: 'rate', goodWhen: 'up', unknown: 'Nobody showed' },
  cashCollected: { unit: 'money', goodWhen: 'up', unknown: moneyHidden },
  refunded: { unit: 'money', goodWhen: 'down', unknown: moneyHidden },
  netCash: { unit: 'money', goodWhen: 'up', unknown: moneyHidden },
  averageOrderValue: { unit: 'money', goodWhen: 'up', unknown: 'No deal was closed' },
  cashPerBookedCall: { unit: 'money', goodWhen: 'up', unknown: 'No call was booked' },
  cashPerShow: { unit: 'money', goodWhen: 'up', unknown: 'Nobody showed' },
  pendingPostCallForms: { unit: 'count', goodWhen: 'down', change: 'count' },
  utilization: { unit: 'rate', goodWhen: 'up', unknown: 'No open hours are known' },
  medianSpeedToCallSeconds: { unit: 'duration', goodWhen: 'down', unknown: 'No call was scheduled' },
}

const changeUnits: Readonly<Record<Unit, ChangeUnit>> = {
  count: 'percent',
  rate: 'points',
  money: 'percent',
  duration: 'duration',
}

/** A figure as the API gives it: a count, a fraction, seconds or money; null is unknown. */
export type MetricValue = number | Money | null

const isMoney = (value: MetricValue): value is Money => typeof value === 'object' && value !== null

/** The size of a figure, for what is drawn or compared. Money is in major units. */
export const sizeOf = (value: MetricValue): number | null => (isMoney(value) ? Number(value.amount) : value)

/** A figure in whole units, as a tile shows it; null is unknown. */
export function figureText(metric: MetricKey, value: MetricValue, locale: string): string | null {
  if (value === null) return null
  if (isMoney(value)) return formatMoney(value, { precision: 'whole', locale })
  if (looks[metric].unit === 'rate') return formatRate(value)
  return looks[metric].unit === 'duration' ? formatDuration(value) : formatCount(value)
}

/** The figure to its last digit: money with its cents, a rate with two decimals, a span in minutes. */
export function exactText(metric: MetricKey, value: MetricValue, locale: string): string | null {
  if (value === null) return null
  if (isMoney(value)) return formatMoney(value, { locale })
  if (looks[metric].unit === 'rate') return `${(value * 100).toFixed(2)}%`
  return looks[metric].unit === 'duration' ? `${formatCount(value / 60)} min` : formatCount(value)
}

/** Why a figure is unknown. */
export const unknownReason = (metric: MetricKey): string => looks[metric].unknown ?? 'Unknown'

/** How the figure changed from the period before. */
export function changeOf(metric: MetricKey, current: MetricValue, previous: MetricValue): ChangeProps {
  const { unit, goodWhen, change } = looks[metric]
  return { current: sizeOf(current), previous: sizeOf(previous), unit: change ?? changeUnits[unit], goodWhen }
}
