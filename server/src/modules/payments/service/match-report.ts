import type { Money } from '../../../lib/money.ts'
import { dayNumber } from '../../../lib/period.ts'
import { compareTurns, type Turn } from './in-turn.ts'

/** Money of one lead, reported by a closer or told by a processor. A report goes by the name of its call's booking. */
export interface DatedMoney extends Turn, Money {}

/** How far apart money may lie to be the same: so many days of the calendar in the organization's time zone. */
export interface MatchDays {
  days: number
  timeZone: string
}

type Pair = [reportId: string, paymentId: string]

/**
 * Which reported cash and which processor's payment of one lead are the same money: the same amount and currency, no more than so many
 * days of the calendar apart, each taken once. As many as can be are paired; of the ways to do that, the one whose pairs lie the least
 * time apart in all; of equals the earliest come first. It follows from the set, not from the order given.
 */
export function matchReports(reports: readonly DatedMoney[], payments: readonly DatedMoney[], within: MatchDays): Pair[] {
  const paid = byKind(payments, within.timeZone)
  return [...byKind(reports, within.timeZone)].flatMap(([kind, reported]) => pairInOrder(reported, paid.get(kind) ?? [], within.days))
}

interface Placed {
  id: string
  time: number
  day: number
}

/** Money of one amount and currency, in its turn. */
function byKind(money: readonly DatedMoney[], timeZone: string): ReadonlyMap<string, Placed[]> {
  const kinds = new Map<string, Placed[]>()
  for (const { id, amountMinor, currency, paidAt } of [...money].sort(compareTurns)) {
    const kind = `${amountMinor} ${currency}`
    const placed = { id, time: paidAt.getTime(), day: dayNumber(paidAt, timeZone) }
    const known = kinds.get(kind)
    if (known) known.push(placed)
    else kinds.set(kind, [placed])
  }
  return kinds
}

const step = { pastReport: 0, pastPayment: 1, together: 2 } as const

/**
 * Pairs that cross in time can be uncrossed without lying further apart, so that it is enough to go through both in their turn: for every
 * rest of the two, the best that it comes to, worked out from the last to the first. That takes as long as there are pairs to think of.
 */
function pairInOrder(reports: readonly Placed[], payments: readonly Placed[], days: number): Pair[] {
  const width = payments.length
  const steps = new Uint8Array(reports.length * width)
  const lastFirst = [...payments.entries()].reverse()
  let [pairsAfter, apartAfter] = [new Float64Array(width + 1), new Float64Array(width + 1)]
  for (const [row, report] of [...reports.entries()].reverse()) {
    const [pairs, apart] = [new Float64Array(width + 1), new Float64Array(width + 1)]
    for (const [column, payment] of lastFirst) {
      let [most, least, best]: [number, number, number] = [at(pairsAfter, column), at(apartAfter, column), step.pastReport]
      const offer = (count: number, sum: number, how: number): void => {
        if (count > most || (count === most && sum <= least)) [most, least, best] = [count, sum, how]
      }
      offer(at(pairs, column + 1), at(apart, column + 1), step.pastPayment)
      if (Math.abs(report.day - payment.day) <= days)
        offer(at(pairsAfter, column + 1) + 1, at(apartAfter, column + 1) + Math.abs(report.time - payment.time), step.together)
      pairs[column] = most
      apart[column] = least
      steps[row * width + column] = best
    }
    ;[pairsAfter, apartAfter] = [pairs, apart]
  }
  return pairsAlong(steps, reports, payments)
}

/** The pairs on the way through both that was found to be the best. */
function pairsAlong(steps: Uint8Array, reports: readonly Placed[], payments: readonly Placed[]): Pair[] {
  const pairs: Pair[] = []
  let [row, column] = [0, 0]
  for (;;) {
    const [report, payment] = [reports[row], payments[column]]
    if (!report || !payment) return pairs
    const next = at(steps, row * payments.length + column)
    if (next === step.together) pairs.push([report.id, payment.id])
    if (next !== step.pastPayment) row += 1
    if (next !== step.pastReport) column += 1
  }
}

const at = (numbers: Uint8Array | Float64Array, index: number): number => numbers[index] ?? 0
