import type { Money } from '../../../lib/money.ts'
import type { MetricCounts } from './compute-metrics.ts'

/** Every published figure. A rate with nothing under it is null, not zero; so is money, for a rep who is not shown any. */
export interface MetricFigures {
  bookedCalls: number
  shows: number
  noShows: number
  offers: number
  closes: number
  showRate: number | null
  offerRate: number | null
  closeRate: number | null
  cashCollected: Money | null
  refunded: Money | null
  lost: Money | null
  netCash: Money | null
  averageOrderValue: Money | null
  cashPerBookedCall: Money | null
  cashPerShow: Money | null
  pendingPostCallForms: number
  /** Calls on closers' days whose availability is known; null where none is. */
  bookedSlots: number | null
  /** What those days have open; null where none is known. */
  availableSlots: number | null
  /** The share of them that is booked: above 1 where calls were booked beside the open hours. */
  utilization: number | null
  medianSpeedToCallSeconds: number | null
}

/** Rates and averages from the counted sums. */
export function toFigures(counts: MetricCounts, currency: string): MetricFigures {
  const netMinor = counts.collectedMinor - counts.refundedMinor - counts.lostMinor
  const money = (amountMinor: bigint): Money => ({ amountMinor, currency })
  const perOne = (count: number): Money | null => (count === 0 ? null : money(divideRounded(netMinor, BigInt(count))))
  return {
    bookedCalls: counts.bookedCalls,
    shows: counts.shows,
    noShows: counts.noShows,
    offers: counts.offers,
    closes: counts.closes,
    showRate: ratio(counts.shows, counts.held),
    offerRate: ratio(counts.offers, counts.shows),
    closeRate: ratio(counts.closes, counts.shows),
    cashCollected: money(counts.collectedMinor),
    refunded: money(counts.refundedMinor),
    lost: money(counts.lostMinor),
    netCash: money(netMinor),
    averageOrderValue: perOne(counts.closes),
    cashPerBookedCall: perOne(counts.bookedCalls),
    cashPerShow: perOne(counts.shows),
    pendingPostCallForms: counts.pending,
    bookedSlots: counts.openSlots === null ? null : counts.bookedSlots,
    availableSlots: counts.openSlots,
    utilization: ratio(counts.bookedSlots, counts.openSlots ?? 0),
    medianSpeedToCallSeconds: counts.speedSeconds === null ? null : Math.round(counts.speedSeconds),
  }
}

/** The figures without those of money. */
export const withoutMoney = (figures: MetricFigures): MetricFigures => ({
  ...figures,
  cashCollected: null,
  refunded: null,
  lost: null,
  netCash: null,
  averageOrderValue: null,
  cashPerBookedCall: null,
  cashPerShow: null,
})

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** Half away from zero. */
export function divideRounded(value: bigint, by: bigint): bigint {
  const magnitude = (2n * (value < 0n ? -value : value) + by) / (2n * by)
  return value < 0n ? -magnitude : magnitude
}
