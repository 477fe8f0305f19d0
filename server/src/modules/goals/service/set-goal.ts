import { goals, goalMetrics, goalSpans } from '@clinch/drizzle/tables'
import { z } from 'zod'
import { actorName, authorize } from '../../../kernel/actor.ts'
import { badInput } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import type { Period } from '../../../lib/period.ts'
import { currencyOf } from '../../organizations/service/index.ts'
import type { GoalMetric } from './goal-metrics.ts'
import { spanAround, type GoalSpan } from './goal-period.ts'
import { readTarget } from './goal-target.ts'

const Day = z.iso.date('Write a day as 2026-11-30.')

const SetGoal = z.object({
  closerId: z.uuid('This is not an id.').nullish(),
  setterId: z.uuid('This is not an id.').nullish(),
  metric: z.enum(goalMetrics),
  span: z.enum(goalSpans),
  from: Day,
  to: Day.nullish(),
  count: z.number().nullish(),
  rate: z.number().nullish(),
  amount: z.object({ amount: z.string(), currency: z.string() }).nullish(),
})
export type SetGoal = z.input<typeof SetGoal>

/**
 * Sets what a closer or a setter is to reach in a period. A goal of the same person, figure and days takes the place of the one before.
 * NOT_FOUND for who is not on the roster.
 */
export async function setGoal({ actor, input, tx }: Verb<SetGoal>): Promise<{ id: string }> {
  authorize(actor, 'roster:write')
  const { closerId, setterId, metric, span, from, to, ...given } = parseInput(SetGoal, input)
  if ((closerId ?? null) === null ? (setterId ?? null) === null : (setterId ?? null) !== null) {
    throw badInput([{ path: 'closerId', message: 'Say whose goal it is: one closer’s or one setter’s.' }])
  }
  const days = daysOf(span, from, to ?? null)
  const wanted = readTarget(metric satisfies GoalMetric, given, await currencyOf(tx))
  const said = { ...wanted, span, setBy: actorName(actor), setAt: new Date() }
  const [row] = await tx.db
    .insert(goals)
    .values({
      organizationId: tx.organizationId,
      closerId: closerId ?? null,
      setterId: setterId ?? null,
      metric,
      startsOn: days.from,
      endsOn: days.to,
      ...said,
    })
    .onConflictDoUpdate({
      target: [goals.organizationId, goals.closerId, goals.setterId, goals.metric, goals.startsOn, goals.endsOn],
      set: said,
    })
    .returning({ id: goals.id })
  if (!row) throw new Error('A goal that was set was not returned')
  return row
}

/** A goal over more days than this is none that anybody works towards. */
const mostDays = 366

function daysOf(span: GoalSpan, from: string, to: string | null): Period {
  if (span !== 'custom') {
    if (to !== null) throw badInput([{ path: 'to', message: 'A week, a month or a quarter ends by itself; leave out its last day.' }])
    return spanAround(span, from)
  }
  if (to === null) throw badInput([{ path: 'to', message: 'Say the last day.' }])
  if (to < from) throw badInput([{ path: 'to', message: 'A goal ends on or after its first day.' }])
  if ((Date.parse(to) - Date.parse(from)) / 86_400_000 >= mostDays)
    throw badInput([{ path: 'to', message: 'A goal is over at most a year.' }])
  return { from, to }
}
