import type { GraphContext } from '../../../graphql-kit/context.ts'
import { badInput } from '../../../kernel/errors.ts'
import { type GoalRow, measuredTogether } from '../service/goal-rows.ts'

/** Two years of weeks, nearly. Each is a reading of figures of its own. */
const mostSpans = 100

const definition = {}

/**
 * Refuses goals that are to be measured over more spans of days than one request may ask for, under however many names it asks.
 * BAD_USER_INPUT at `filter.period`.
 */
export function refuseManySpans(context: GraphContext, goals: readonly GoalRow[]): void {
  // The definition is this function's alone, so what is remembered under it is of its type.
  const spans = context.remember(definition, () => new Set<string>()) as Set<string>
  for (const goal of goals) spans.add(measuredTogether(goal))
  if (spans.size <= mostSpans) return
  const message = `What was reached is told over ${mostSpans} spans of days at once; these goals are of ${spans.size}. Say a shorter period.`
  throw badInput([{ path: 'filter.period', message }])
}
