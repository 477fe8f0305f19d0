import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { OrderDirection } from '../../../graphql-kit/order-direction.ts'
import { PeriodInput } from '../../../graphql-kit/period.type.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { Provider } from '../../connections/graphql/connection.type.ts'
import { FieldFilterInput, fieldFilterDescription } from '../../fields/graphql/field-filter.inputs.ts'
import { Setter } from '../../roster/graphql/setter.type.ts'
import { CallStatus, EventOutcome } from './event.type.ts'

type ValueOf<Enum> = Enum[keyof Enum]

@InputType({ description: 'Which events. Every field given must hold; a list means any of its values.' })
export class EventFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name, e-mail address, booking id or id.' })
  search?: string
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
  @Field(() => [ID], { nullable: true, description: 'With one of these leads.' })
  leadIds?: string[]
  @Field(() => [Provider], {
    nullable: true,
    description: 'Booked with one of these tools. Only for owners and admins; a sales rep finds none.',
  })
  providers?: ValueOf<typeof Provider>[]
  @Field(() => [CallStatus], { nullable: true, description: 'In one of these statuses.' })
  statuses?: ValueOf<typeof CallStatus>[]
  @Field(() => [EventOutcome], { nullable: true, description: 'With one of these outcomes.' })
  outcomes?: ValueOf<typeof EventOutcome>[]
  @Field(() => PeriodInput, { nullable: true, description: 'Scheduled on one of these days of the organization’s time zone.' })
  scheduled?: PeriodInput
  @Field(() => PeriodInput, { nullable: true, description: 'Booked on one of these days of the organization’s time zone.' })
  booked?: PeriodInput
  @Field(() => Boolean, { nullable: true, description: 'Whether its form is overdue.' })
  overdue?: boolean
  @Field(() => Boolean, {
    nullable: true,
    description: 'With true, only the last call of each chain of reschedules: the rows that bookedCalls counts.',
  })
  chainEnds?: boolean
  @Field(() => Boolean, {
    nullable: true,
    description: 'With true, only calls that fill a slot of a day whose availability is known: the rows that bookedSlots counts.',
  })
  fillsSlots?: boolean
  @Field(() => Boolean, { nullable: true, description: 'With true, only calls that were found to be copies. Else copies are left out.' })
  copies?: boolean
  @Field(() => Boolean, { nullable: true, description: 'With true, only calls that are to come and whose closer has left.' })
  ofLeftClosers?: boolean
  @Field(() => [FieldFilterInput], { nullable: true, description: fieldFilterDescription })
  fields?: FieldFilterInput[]
}

export const EventOrderField = { SCHEDULED_AT: 'scheduled_at', BOOKED_AT: 'booked_at', LEAD_NAME: 'lead_name' } as const
registerEnumType(EventOrderField, {
  name: 'EventOrderField',
  description: 'What events can be ordered by.',
  valuesConfig: {
    SCHEDULED_AT: { description: 'When the call is to begin.' },
    BOOKED_AT: { description: 'When it was booked.' },
    LEAD_NAME: { description: 'The lead’s name.' },
  },
})

@InputType({ description: 'The order of events; ties are broken by id.' })
export class EventOrder {
  @Field(() => EventOrderField, { description: 'What to order by.' })
  declare field: ValueOf<typeof EventOrderField>
  @Field(() => OrderDirection, { description: 'Which way.' })
  declare direction: ValueOf<typeof OrderDirection>
}

@InputType({ description: 'Whose name it is.' })
export class ResolveSetterNameInput extends RetryableInput {
  @Field(() => String, { description: 'The name, as bookings write it.' })
  declare name: string
  @Field(() => ID, { description: 'The setter whom it stands for from now on, and in all past bookings.' })
  declare setterId: string
}

@ObjectType({ description: 'The setter who goes by one name more.' })
export class ResolveSetterNamePayload {
  @Field(() => Setter, { description: 'The setter.' })
  declare setter: Setter
}
