import { formatDecimal, type Money } from '../../../lib/money.ts'
import { dayNumber } from '../../../lib/period.ts'
import type { MatchDays } from './match-report.ts'

/** Money as it is compared: of whom, how much, when. */
export interface ComparedMoney extends Money {
  id: string
  leadId: string | null
  paidAt: Date
}

/** In what a payment differs from a report that it may be the money of; the first that tells them apart. */
type Difference = 'none' | 'day' | 'amount' | 'lead' | 'currency'

export interface Candidate {
  paymentId: string
  differs: Difference
  /** What speaks for it and against it, in a sentence. */
  reason: string
}

/** How many candidates are shown of one report or payment. */
const mostCandidates = 5

/** So far apart a payment of the very amount may still be looked at. */
const farthestDays = 60

/** The likeliest first: alike in all, then late, then another amount, then of somebody unknown, then another currency. */
const order: readonly Difference[] = ['none', 'day', 'amount', 'lead', 'currency']

/** Which of these could be the other side of a report, or of a payment; the likeliest first, then the nearest in time. */
export function rankCandidates(of: ComparedMoney, others: readonly ComparedMoney[], within: MatchDays): Candidate[] {
  return others
    .flatMap((other) => {
      const daysApart = Math.abs(dayNumber(of.paidAt, within.timeZone) - dayNumber(other.paidAt, within.timeZone))
      const differs = compare(of, other, { daysApart, windowDays: within.days })
      return differs ? [{ other, differs, daysApart, apartMs: apart(of, other) }] : []
    })
    .sort((a, b) => order.indexOf(a.differs) - order.indexOf(b.differs) || a.apartMs - b.apartMs || (a.other.id < b.other.id ? -1 : 1))
    .slice(0, mostCandidates)
    .map(({ other, differs, daysApart }) => ({ paymentId: other.id, differs, reason: inWords(differs, of, other, daysApart) }))
}

const apart = (a: ComparedMoney, b: ComparedMoney): number => Math.abs(a.paidAt.getTime() - b.paidAt.getTime())

function compare(
  of: ComparedMoney,
  other: ComparedMoney,
  { daysApart, windowDays }: { daysApart: number; windowDays: number },
): Difference | null {
  const near = daysApart <= windowDays
  const sameCurrency = of.currency === other.currency
  const sameAmount = sameCurrency && of.amountMinor === other.amountMinor
  if (of.leadId === null || of.leadId !== other.leadId) return near && sameAmount ? 'lead' : null
  if (!near) return sameAmount && daysApart <= farthestDays ? 'day' : null
  return sameAmount ? 'none' : sameCurrency ? 'amount' : 'currency'
}

function inWords(differs: Difference, of: ComparedMoney, other: ComparedMoney, days: number): string {
  const when = days === 0 ? 'on the same day' : days === 1 ? '1 day apart' : `${days} days apart`
  switch (differs) {
    case 'none':
      return `The same lead and amount, ${when}.`
    case 'day':
      return `The same lead and amount, but ${when}.`
    case 'lead':
      return `The same amount, ${when}, but not known as the same lead.`
    case 'currency':
      return `The same lead, ${when}, but in ${other.currency}.`
    case 'amount': {
      const more = other.amountMinor - of.amountMinor
      const difference = formatDecimal({ amountMinor: more < 0n ? -more : more, currency: of.currency })
      return `The same lead, ${when}, but ${difference} ${of.currency} ${more < 0n ? 'less' : 'more'}.`
    }
  }
}
