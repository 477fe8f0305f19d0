import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql'
import { MoneyInput } from '../../../graphql-kit/money.type.ts'
import { PeriodInput } from '../../../graphql-kit/period.type.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { DateScalar } from '../../../graphql-kit/scalars/scalars.ts'
import type { GoalMetric as Metric } from '../service/goal-metrics.ts'
import type { GoalSpan as Span } from '../service/goal-period.ts'
import { Goal, GoalMetric, GoalSpan } from './goal.type.ts'

@InputType({ description: 'Which goals. Every field given must hold; a list means any of its values.' })
export class GoalFilter {
  @Field(() => [ID], { nullable: true, description: 'Of one of these closers.' })
  closerIds?: string[]
  @Field(() => [ID], { nullable: true, description: 'Of one of these setters.' })
  setterIds?: string[]
  @Field(() => [GoalMetric], { nullable: true, description: 'Of one of these figures.' })
  metrics?: Metric[]
  @Field(() => PeriodInput, { nullable: true, description: 'Whose days lie in it, wholly or in part.' })
  period?: PeriodInput
}

@InputType({ description: 'A goal. One of the same person, figure and days takes the place of the one before.' })
export class SetGoalInput extends RetryableInput {
  @Field(() => ID, { nullable: true, description: 'Whose, if a closer’s.' })
  closerId?: string | null
  @Field(() => ID, { nullable: true, description: 'Whose, if a setter’s.' })
  setterId?: string | null
  @Field(() => GoalMetric, { description: 'The figure.' })
  declare metric: Metric
  @Field(() => GoalSpan, { description: 'What kind of period.' })
  declare span: Span
  @Field(() => DateScalar, { description: 'A day in it; of CUSTOM the first.' })
  declare from: string
  @Field(() => DateScalar, { nullable: true, description: 'Of CUSTOM the last day.' })
  to?: string | null
  @Field(() => Int, { nullable: true, description: 'How many, for a figure that counts.' })
  count?: number | null
  @Field(() => Float, { nullable: true, description: 'What share above 0 and up to 1, for a rate; to a hundredth of a percent.' })
  rate?: number | null
  @Field(() => MoneyInput, { nullable: true, description: 'How much, for money; in the currency that the organization reports in.' })
  amount?: MoneyInput | null
}

@InputType({ description: 'Which goal to take away.' })
export class RemoveGoalInput extends RetryableInput {
  @Field(() => ID, { description: 'The goal.' })
  declare id: string
}

@ObjectType({ description: 'The goal as it stands.' })
export class SetGoalPayload {
  @Field(() => Goal, { description: 'The goal.' })
  declare goal: Goal
}

@ObjectType({ description: 'The goal that was taken away.' })
export class RemoveGoalPayload {
  @Field(() => ID, { description: 'The goal, which is no more.' })
  declare goalId: string
}
