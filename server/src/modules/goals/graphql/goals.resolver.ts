import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, FieldResolver, Float, Info, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { moneyOf } from '../../../graphql-kit/money.type.ts'
import { checkPeriod } from '../../../graphql-kit/period.type.ts'
import { askedIn } from '../../../graphql-kit/relations.ts'
import { Closer } from '../../roster/graphql/closer.type.ts'
import { closerById, setterById } from '../../roster/graphql/roster.loaders.ts'
import { Setter } from '../../roster/graphql/setter.type.ts'
import { measureOf, unitOf } from '../service/goal-metrics.ts'
import { type GoalRow, listGoals, loadGoals, measureGoals } from '../service/goal-rows.ts'
import { removeGoal } from '../service/remove-goal.ts'
import { setGoal } from '../service/set-goal.ts'
import { Goal, GoalFigure } from './goal.type.ts'
import { GoalFilter, RemoveGoalInput, RemoveGoalPayload, SetGoalInput, SetGoalPayload } from './goals.inputs.ts'
import { refuseManySpans } from './refuse-many-spans.ts'

const goalById = defineLoader<GoalRow | null>(loadGoals, null)
const reachedOfGoal = defineLoader<number | bigint | null>(measureGoals, null)

@Resolver(() => Goal)
class GoalResolver {
  @Query(() => [Goal], {
    description:
      'Goals that the caller may see, those that end last first; at most 500. A sales rep sees their own. What was reached is told of goals over at most 100 different spans of days in a request.',
  })
  async goals(
    @Arg('filter', () => GoalFilter, { nullable: true, description: 'Which goals.' }) filter: GoalFilter | undefined,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (filter?.period) checkPeriod(filter.period, 'filter.period')
    const goals = await listGoals(context.tx, filter ?? {})
    const asked = askedIn(info)
    if (asked.has('reached') || asked.has('progress')) refuseManySpans(context, goals)
    return goals
  }

  @Mutation(() => SetGoalPayload, { description: 'Sets what a closer or a setter is to reach in a period.' })
  async setGoal(@Arg('input', () => SetGoalInput, { description: 'The goal.' }) input: SetGoalInput, @Ctx() context: GraphContext) {
    const { id } = await context.write('setGoal', input, (tx) => setGoal({ actor: context.actor, input, tx }))
    return { goal: await goalById.load(context, id) }
  }

  @Mutation(() => RemoveGoalPayload, { description: 'Takes a goal away.' })
  async removeGoal(
    @Arg('input', () => RemoveGoalInput, { description: 'Which.' }) input: RemoveGoalInput,
    @Ctx() context: GraphContext,
  ): Promise<RemoveGoalPayload> {
    const { id } = await context.write('removeGoal', input, (tx) => removeGoal({ actor: context.actor, input, tx }))
    return { goalId: id }
  }

  @FieldResolver(() => Closer, { nullable: true, description: 'Whose it is, if a closer’s.' })
  closer(@Root() { closerId }: GoalRow, @Ctx() context: GraphContext) {
    return closerId === null ? null : closerById.load(context, closerId)
  }

  @FieldResolver(() => Setter, { nullable: true, description: 'Whose it is, if a setter’s.' })
  setter(@Root() { setterId }: GoalRow, @Ctx() context: GraphContext) {
    return setterId === null ? null : setterById.load(context, setterId)
  }

  @FieldResolver()
  period(@Root() { startsOn, endsOn }: GoalRow) {
    return { from: startsOn, to: endsOn }
  }

  @FieldResolver()
  target(@Root() goal: GoalRow): GoalFigure {
    return figureOf(goal, measureOf(goal.metric, goal.target))
  }

  @FieldResolver(() => GoalFigure, {
    nullable: true,
    description:
      'What they came to so far in its days. None with nothing under a rate, where the organization reports in another currency by now, and for money that a sales rep is not shown.',
  })
  async reached(@Root() goal: GoalRow, @Ctx() context: GraphContext): Promise<GoalFigure | null> {
    const reached = await reachedOfGoal.load(context, goal.id)
    return reached === null ? null : figureOf(goal, reached)
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'What was reached as a part of the target: 1 at the goal, more beyond; none as `reached` is.',
  })
  async progress(@Root() goal: GoalRow, @Ctx() context: GraphContext): Promise<number | null> {
    const reached = await reachedOfGoal.load(context, goal.id)
    return reached === null ? null : Number(reached) / Number(measureOf(goal.metric, goal.target))
  }
}

function figureOf({ metric, currency }: GoalRow, value: number | bigint): GoalFigure {
  const nothing = { count: null, rate: null, amount: null }
  if (currency !== null) return { ...nothing, amount: moneyOf(BigInt(value), currency) }
  return unitOf(metric) === 'rate' ? { ...nothing, rate: Number(value) } : { ...nothing, count: Number(value) }
}

export const goalResolvers = [GoalResolver]
