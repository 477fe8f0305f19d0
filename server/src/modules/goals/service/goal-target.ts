import { badInput } from '../../../kernel/errors.ts'
import { MoneyFormatError, parseDecimal } from '../../../lib/money.ts'
import { type GoalMetric, unitOf, wholeRate } from './goal-metrics.ts'

/** What is to be reached, as a caller says it: one of these, by the metric. */
export interface GivenTarget {
  count?: number | null | undefined
  /** From 0 to 1. */
  rate?: number | null | undefined
  amount?: { amount: string; currency: string } | null | undefined
}

export interface Target {
  target: bigint
  currency: string | null
}

const mostCalls = 1_000_000
const fieldOf = { count: 'count', rate: 'rate', money: 'amount' } as const

/** Reads a target in the unit of its metric. BAD_USER_INPUT for one in another unit, out of range, or in another currency than reported in. */
export function readTarget(metric: GoalMetric, given: GivenTarget, reportsIn: string): Target {
  const unit = unitOf(metric)
  const named = (['count', 'rate', 'amount'] as const).filter((field) => (given[field] ?? null) !== null)
  const other = named.find((field) => field !== fieldOf[unit])
  if (other) throw badInput([{ path: other, message: `A goal of this figure is said as ${fieldOf[unit]}.` }])
  const { count, rate, amount } = given
  if (unit === 'count') {
    if (typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= mostCalls)
      return { target: BigInt(count), currency: null }
    throw badInput([{ path: 'count', message: 'Say how many: a whole number from 1 to a million.' }])
  }
  if (unit === 'rate') {
    const parts = typeof rate === 'number' ? Math.round(rate * wholeRate) : 0
    if (parts >= 1 && parts <= wholeRate) return { target: BigInt(parts), currency: null }
    throw badInput([{ path: 'rate', message: 'Say a share above 0 and up to 1.' }])
  }
  if (!amount) throw badInput([{ path: 'amount', message: 'Say how much.' }])
  const currency = amount.currency.toUpperCase()
  if (currency !== reportsIn)
    throw badInput([{ path: 'amount.currency', message: `Goals are in ${reportsIn}, which the organization reports in.` }])
  const target = minorOf(amount.amount, currency)
  if (target > 0n && target <= mostMinor) return { target, currency }
  throw badInput([{ path: 'amount.amount', message: 'Say an amount above nothing.' }])
}

/** What is stored, and summed, without overflow. */
const mostMinor = 10n ** 15n

function minorOf(text: string, currency: string): bigint {
  try {
    return parseDecimal(text, currency)
  } catch (error) {
    if (error instanceof MoneyFormatError) throw badInput([{ path: 'amount.amount', message: error.message }])
    throw error
  }
}
