import * as z from 'zod/mini'
import type { GoalMetric, GoalSpan } from '../../apollo/generated/graphql.ts'
import { readMoneyText } from '../../lib/read-money-text.ts'
import { readNumberText } from '../../lib/read-number-text.ts'
import { goalMetrics } from './goal-words.ts'
import type { WantedGoal } from './goal.ts'

/** What the form asks, as typed; `target` in the words of the figure: how many, a percentage, an amount. */
export interface GoalValues {
  metric: GoalMetric
  span: GoalSpan
  from: string
  to: string
  target: string
}

/** Where a refusal belongs, as the API names it and as the form does. */
export const goalFields = ['metric', 'span', 'from', 'to', 'target'] as const
export type GoalField = (typeof goalFields)[number]

const metrics = Object.keys(goalMetrics) as [GoalMetric, ...GoalMetric[]]

type Read = { ok: true; target: Pick<WantedGoal, 'count' | 'rate' | 'amount'> } | { ok: false; message: string }

/** Reads what was typed in the unit of the figure. */
export function readTarget(metric: GoalMetric, text: string, currency: string): Read {
  const { unit } = goalMetrics[metric]
  if (unit === 'money') {
    const read = readMoneyText(text, currency)
    if (!read.ok) return read
    return Number(read.amount) > 0
      ? { ok: true, target: { amount: { amount: read.amount, currency } } }
      : { ok: false, message: 'Enter more than nothing' }
  }
  const number = readNumberText(text.replace(/%\s*$/, ''))
  if (unit === 'rate') {
    // Kept in hundredths of a percent: what rounds to none of them is no goal.
    const hundredths = number === null ? 0 : Math.round(number * 100)
    return hundredths > 0 && hundredths <= 10_000
      ? { ok: true, target: { rate: hundredths / 10_000 } }
      : { ok: false, message: 'Enter a percentage from 0.01 to 100, such as 7.5' }
  }
  return number !== null && Number.isInteger(number) && number >= 1 && number <= 1_000_000
    ? { ok: true, target: { count: number } }
    : { ok: false, message: 'Enter a whole number, such as 20' }
}

/** The form's schema; money is read in the currency that the organization reports in. */
export const goalSchema = (currency: string) =>
  z
    .object({
      metric: z.enum(metrics),
      span: z.enum(['WEEK', 'MONTH', 'QUARTER', 'CUSTOM']),
      from: z.string().check(z.minLength(1, 'Say a day')),
      to: z.string(),
      target: z.string(),
    })
    .check((context) => {
      const { metric, span, from, to, target } = context.value
      const blame = (path: GoalField, message: string) =>
        context.issues.push({ code: 'custom', input: context.value, path: [path], message })
      const read = readTarget(metric, target, currency)
      if (!read.ok) blame('target', read.message)
      if (span === 'CUSTOM' && to === '') blame('to', 'Say the last day')
      else if (span === 'CUSTOM' && to < from) blame('to', 'Ends on or after its first day')
    })

/** What is sent of what was typed; null for what the schema refuses. */
export function wantedGoal({ metric, span, from, to, target }: GoalValues, currency: string): WantedGoal | null {
  const read = readTarget(metric, target, currency)
  if (!read.ok) return null
  return { metric, span, from, ...(span === 'CUSTOM' ? { to } : {}), ...read.target }
}
