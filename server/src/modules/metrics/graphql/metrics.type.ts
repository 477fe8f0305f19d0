import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Money } from '../../../graphql-kit/money.type.ts'
import { Period } from '../../../graphql-kit/period.type.ts'
import { CurrencyCodeScalar, DateScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const MetricDimension = {
  CLOSER: 'closer',
  SETTER: 'setter',
  SOURCE: 'source',
  TRAFFIC_TYPE: 'traffic_type',
  CALL_TYPE: 'call_type',
  DAY: 'day',
  WEEK: 'week',
  MONTH: 'month',
} as const
registerEnumType(MetricDimension, {
  name: 'MetricDimension',
  description: 'What figures can be grouped by.',
  valuesConfig: {
    CLOSER: { description: 'Who took the call; for money, whom it is credited to.' },
    SETTER: { description: 'Who booked the call; for money, whom it is credited to.' },
    SOURCE: { description: 'Where the lead came from.' },
    TRAFFIC_TYPE: { description: 'What kind of traffic that is.' },
    CALL_TYPE: { description: 'What kind of call it is; for money, of the event that it is credited to.' },
    DAY: { description: 'A day of the organization’s time zone.' },
    WEEK: { description: 'A week, by its Monday.' },
    MONTH: { description: 'A month, by its first day.' },
  },
})

export const RosterRole = { CLOSER: 'closer', SETTER: 'setter' } as const
registerEnumType(RosterRole, {
  name: 'RosterRole',
  description: 'What somebody on the roster does.',
  valuesConfig: { CLOSER: { description: 'Takes calls.' }, SETTER: { description: 'Books calls.' } },
})

export const LeaderboardMetric = {
  BOOKED_CALLS: 'bookedCalls',
  SHOWS: 'shows',
  CLOSES: 'closes',
  SHOW_RATE: 'showRate',
  CLOSE_RATE: 'closeRate',
  UTILIZATION: 'utilization',
  CASH_COLLECTED: 'cashCollected',
  NET_CASH: 'netCash',
} as const
registerEnumType(LeaderboardMetric, {
  name: 'LeaderboardMetric',
  description: 'What a leaderboard ranks by.',
  valuesConfig: {
    BOOKED_CALLS: { description: 'Booked calls.' },
    SHOWS: { description: 'Shows.' },
    CLOSES: { description: 'Closed deals.' },
    SHOW_RATE: { description: 'Show rate.' },
    CLOSE_RATE: { description: 'Close rate.' },
    UTILIZATION: { description: 'Utilization, of closers; setters have none.' },
    CASH_COLLECTED: { description: 'Cash collected, before refunds.' },
    NET_CASH: { description: 'Cash collected, after refunds.' },
  },
})

@InputType({ description: 'Which calls and money to count. Every field given must hold; a list means any of its values.' })
export class MetricFilter {
  @Field(() => [ID], { nullable: true, description: 'Of one of these closers.' })
  closerIds?: string[]
  @Field(() => [ID], { nullable: true, description: 'Of one of these setters.' })
  setterIds?: string[]
  @Field(() => [ID], { nullable: true, description: 'From one of these sources.' })
  sourceIds?: string[]
  @Field(() => [ID], { nullable: true, description: 'Of one of these traffic types.' })
  trafficTypeIds?: string[]
  @Field(() => [ID], { nullable: true, description: 'Of one of these call types.' })
  callTypeIds?: string[]
}

@ObjectType({
  description:
    'The figures of a period. metricDefinitions says what each counts. Those of money are none for a sales rep who is not shown any.',
  simpleResolvers: true,
})
export class MetricValues {
  @Field(() => Int, { description: 'Events booked; a chain of reschedules once.' })
  declare bookedCalls: number
  @Field(() => Int, { description: 'Calls that the lead showed up for.' })
  declare shows: number
  @Field(() => Int, { description: 'Calls that the lead did not show up for.' })
  declare noShows: number
  @Field(() => Int, { description: 'Shows with an offer.' })
  declare offers: number
  @Field(() => Int, { description: 'Shows that closed.' })
  declare closes: number
  @Field(() => Float, { nullable: true, description: 'From 0 to 1; none with nothing under it.' })
  declare showRate: number | null
  @Field(() => Float, { nullable: true, description: 'From 0 to 1; none with nothing under it.' })
  declare offerRate: number | null
  @Field(() => Float, { nullable: true, description: 'From 0 to 1; none with nothing under it.' })
  declare closeRate: number | null
  @Field(() => Money, { nullable: true, description: 'Before refunds.' })
  declare cashCollected: Money | null
  @Field(() => Money, { nullable: true, description: 'Given back of it.' })
  declare refunded: Money | null
  @Field(() => Money, { nullable: true, description: 'What lost disputes took of it beyond the refunds.' })
  declare lost: Money | null
  @Field(() => Money, { nullable: true, description: 'Cash collected less refunds.' })
  declare netCash: Money | null
  @Field(() => Money, { nullable: true, description: 'Net cash by closed deal; none without one.' })
  declare averageOrderValue: Money | null
  @Field(() => Money, { nullable: true, description: 'Net cash by booked call; none without one.' })
  declare cashPerBookedCall: Money | null
  @Field(() => Money, { nullable: true, description: 'Net cash by show; none without one.' })
  declare cashPerShow: Money | null
  @Field(() => Int, { description: 'Calls that are over and lack their form.' })
  declare pendingPostCallForms: number
  @Field(() => Int, { nullable: true, description: 'Calls on closers’ days whose availability is known; none where none is.' })
  declare bookedSlots: number | null
  @Field(() => Int, { nullable: true, description: 'Slots that those days have open; none where no availability is known.' })
  declare availableSlots: number | null
  @Field(() => Float, {
    nullable: true,
    description:
      'The share of the available slots that is booked: from 0, and above 1 where calls were booked beside the open hours. None where no availability is known or nothing is open; MetricsReport.availability says why.',
  })
  declare utilization: number | null
  @Field(() => Int, { nullable: true, description: 'Median time from booking to call, in seconds; none without a call.' })
  declare medianSpeedToCallSeconds: number | null
}

@ObjectType({ description: 'What a group of figures is of.', simpleResolvers: true })
export class MetricGroupKey {
  @Field(() => MetricDimension, { description: 'The dimension.' })
  declare dimension: string
  @Field(() => String, {
    nullable: true,
    description: 'The id of a closer, setter, source, traffic type or call type, or a day; none for nobody.',
  })
  declare id: string | null
  @Field(() => String, { description: 'What to show for it.' })
  declare label: string
}

@ObjectType({ description: 'The figures of one group.', simpleResolvers: true })
export class MetricGroup {
  @Field(() => [MetricGroupKey], { description: 'One key a dimension, in the order asked for.' })
  declare keys: MetricGroupKey[]
  @Field(() => MetricValues, { description: 'Its figures.' })
  declare values: MetricValues
  @Field(() => MetricValues, { nullable: true, description: 'The same group’s figures in the period before, if it had any.' })
  declare previous: MetricValues | null
}

@ObjectType({ description: 'Payments that are in no figure: they are in another currency, and no rate is known.', simpleResolvers: true })
export class MissingRate {
  @Field(() => CurrencyCodeScalar, { description: 'Their currency.' })
  declare currency: string
  @Field(() => Int, { description: 'How many.' })
  declare payments: number
  @Field(() => Money, { description: 'Their sum.' })
  declare amount: Money
  @Field(() => [DateScalar], { description: 'The days that they were paid on and that lack a rate, the newest first; at most 31.' })
  declare days: string[]
}

export const UtilizationUnknown = {
  NOT_DIVIDED: 'not_divided',
  NO_CLOSER: 'no_closer',
  NOT_CONNECTED: 'not_connected',
  NOT_KNOWN: 'not_known',
  NOTHING_OPEN: 'nothing_open',
} as const
registerEnumType(UtilizationUnknown, {
  name: 'UtilizationUnknown',
  description: 'Why there is no utilization.',
  valuesConfig: {
    NOT_DIVIDED: {
      description: 'Availability is not divided among setters, sources, traffic types or call types, by which it was asked for.',
    },
    NO_CLOSER: { description: 'Nobody of whom it was asked for takes calls.' },
    NOT_CONNECTED: { description: 'No booking tool is connected that says when its hosts take calls: Calendly, with a token.' },
    NOT_KNOWN: { description: 'The availability of these closers is known for no day of the period.' },
    NOTHING_OPEN: { description: 'It is known, and nothing was open.' },
  },
})

@ObjectType({ description: 'Of whom the availability is known that utilization is reckoned from.', simpleResolvers: true })
export class MetricAvailability {
  @Field(() => Int, { description: 'The closers of whom it was asked for: those who are active, and who were when it was known.' })
  declare closers: number
  @Field(() => Int, { description: 'Those of them whose availability is known for some day of the period.' })
  declare knownClosers: number
  @Field(() => UtilizationUnknown, { nullable: true, description: 'Why there is no utilization; none where there is.' })
  declare unknownBecause: string | null
}

@ObjectType({ description: 'Figures of a period.', simpleResolvers: true })
export class MetricsReport {
  @Field(() => Period, { description: 'The period.' })
  declare period: Period
  @Field(() => Period, {
    nullable: true,
    description:
      'The period before it, if compared: of a month, quarter or year (so far) the same days of the one before, else as many days.',
  })
  declare previousPeriod: Period | null
  @Field(() => MetricValues, { nullable: true, description: 'The figures of the period before, if compared.' })
  declare previous: MetricValues | null
  @Field(() => MetricValues, { description: 'The figures of the whole period.' })
  declare totals: MetricValues
  @Field(() => [MetricGroup], { description: 'The figures by group: days in order, people and sources by their net cash.' })
  declare groups: MetricGroup[]
  @Field(() => [MissingRate], { description: 'Money that is in no figure, since no rate is known for it.' })
  declare missingRates: MissingRate[]
}

@ObjectType({ description: 'What a figure counts, exactly.', simpleResolvers: true })
export class MetricDefinition {
  @Field(() => ID, { description: 'The field of MetricValues.' })
  declare key: string
  @Field(() => String, { description: 'Its name.' })
  declare name: string
  @Field(() => String, { description: 'What it counts.' })
  declare definition: string
}

@ObjectType({ description: 'One place on a leaderboard.', simpleResolvers: true })
export class LeaderboardEntry {
  @Field(() => Int, { description: '1 for the best; equals share a rank.' })
  declare rank: number
  @Field(() => ID, { nullable: true, description: 'The closer or setter; none for a sales rep who is shown no names.' })
  declare id: string | null
  @Field(() => String, { nullable: true, description: 'Their name; none for a sales rep who is shown no names.' })
  declare name: string | null
  @Field(() => Boolean, { description: 'Whether it is the caller.' })
  declare isSelf: boolean
  @Field(() => MetricValues, { nullable: true, description: 'Their figures; none for a sales rep who is not shown those of others.' })
  declare values: MetricValues | null
}
