import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Money } from '../../../graphql-kit/money.type.ts'
import { Period } from '../../../graphql-kit/period.type.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const GoalMetric = {
  BOOKED_CALLS: 'booked_calls',
  SHOWS: 'shows',
  OFFERS: 'offers',
  CLOSES: 'closes',
  SHOW_RATE: 'show_rate',
  OFFER_RATE: 'offer_rate',
  CLOSE_RATE: 'close_rate',
  CASH_COLLECTED: 'cash_collected',
  NET_CASH: 'net_cash',
} as const
registerEnumType(GoalMetric, {
  name: 'GoalMetric',
  description: 'The figure that a goal is of. metricDefinitions says what each counts.',
  valuesConfig: {
    BOOKED_CALLS: { description: 'Booked calls.' },
    SHOWS: { description: 'Shows.' },
    OFFERS: { description: 'Shows with an offer.' },
    CLOSES: { description: 'Closed deals.' },
    SHOW_RATE: { description: 'Show rate.' },
    OFFER_RATE: { description: 'Offer rate.' },
    CLOSE_RATE: { description: 'Close rate.' },
    CASH_COLLECTED: { description: 'Cash collected, before refunds.' },
    NET_CASH: { description: 'Cash collected, after refunds.' },
  },
})

export const GoalSpan = { WEEK: 'week', MONTH: 'month', QUARTER: 'quarter', CUSTOM: 'custom' } as const
registerEnumType(GoalSpan, {
  name: 'GoalSpan',
  description: 'What kind of period a goal is for.',
  valuesConfig: {
    WEEK: { description: 'A week, from Monday.' },
    MONTH: { description: 'A month of the calendar.' },
    QUARTER: { description: 'A quarter of the calendar year.' },
    CUSTOM: { description: 'From one day to another, at most a year.' },
  },
})

@ObjectType({ description: 'How much of a figure: as its metric counts, one of these.', simpleResolvers: true })
export class GoalFigure {
  @Field(() => Int, { nullable: true, description: 'How many calls or deals.' })
  declare count: number | null
  @Field(() => Float, { nullable: true, description: 'What share, from 0 to 1.' })
  declare rate: number | null
  @Field(() => Money, { nullable: true, description: 'How much money.' })
  declare amount: Money | null
}

@ObjectType({ description: 'What a closer or a setter is to reach in a period.', simpleResolvers: true })
export class Goal {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => GoalMetric, { description: 'The figure.' })
  declare metric: string
  @Field(() => GoalSpan, { description: 'What kind of period.' })
  declare span: string
  @Field(() => Period, { description: 'Its days.' })
  declare period: Period
  @Field(() => GoalFigure, { description: 'What is to be reached.' })
  declare target: GoalFigure
  @Field(() => String, { description: 'The name of who set it.' })
  declare setBy: string
  @Field(() => DateTimeScalar, { description: 'When it was set, or set anew.' })
  declare setAt: string
}
