import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { OrderDirection } from '../../../graphql-kit/order-direction.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { Closer } from './closer.type.ts'
import { Setter } from './setter.type.ts'
import { Source } from './source.type.ts'
import { TrafficType } from './traffic-type.type.ts'

export const RosterOrderField = { NAME: 'name', CREATED_AT: 'created_at' } as const
registerEnumType(RosterOrderField, {
  name: 'RosterOrderField',
  description: 'What closers and setters can be ordered by.',
  valuesConfig: { NAME: { description: 'Their name.' }, CREATED_AT: { description: 'When they came onto the roster.' } },
})

@InputType({ description: 'Which closers. Every field given must hold.' })
export class CloserFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name, e-mail address or id.' })
  search?: string
  @Field(() => Boolean, { nullable: true, description: 'Whether they are on the roster still.' })
  active?: boolean
}

@InputType({ description: 'Which setters. Every field given must hold.' })
export class SetterFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name, e-mail address or id.' })
  search?: string
  @Field(() => Boolean, { nullable: true, description: 'Whether they are on the roster still.' })
  active?: boolean
}

@InputType({ description: 'The order of closers or setters; ties are broken by id.' })
export class RosterOrder {
  @Field(() => RosterOrderField, { description: 'What to order by.' })
  declare field: 'name' | 'created_at'
  @Field(() => OrderDirection, { description: 'Which way.' })
  declare direction: 'asc' | 'desc'
}

@InputType({ description: 'A new closer.' })
export class CreateCloserInput extends RetryableInput {
  @Field(() => String, { description: 'Their name.' })
  declare name: string
  @Field(() => String, { nullable: true, description: 'The address under which they host calls in the booking tool.' })
  email?: string | null
}

@InputType({ description: 'What to change of a closer; what is left out stays.' })
export class UpdateCloserInput extends RetryableInput {
  @Field(() => ID, { description: 'The closer.' })
  declare id: string
  @Field(() => String, { nullable: true, description: 'Their name.' })
  name?: string | null
  @Field(() => String, { nullable: true, description: 'Their address; null takes it away.' })
  email?: string | null
  @Field(() => Boolean, { nullable: true, description: 'False when they leave, true when they come back.' })
  active?: boolean | null
}

@InputType({ description: 'A new setter.' })
export class CreateSetterInput extends RetryableInput {
  @Field(() => String, { description: 'Their name.' })
  declare name: string
  @Field(() => String, { nullable: true, description: 'Their e-mail address.' })
  email?: string | null
  @Field(() => [String], { nullable: true, description: 'Other names that bookings know them by.' })
  aliases?: string[] | null
}

@InputType({ description: 'What to change of a setter; what is left out stays.' })
export class UpdateSetterInput extends RetryableInput {
  @Field(() => ID, { description: 'The setter.' })
  declare id: string
  @Field(() => String, { nullable: true, description: 'Their name.' })
  name?: string | null
  @Field(() => String, { nullable: true, description: 'Their address; null takes it away.' })
  email?: string | null
  @Field(() => [String], { nullable: true, description: 'Other names that bookings know them by; replaces those that were.' })
  aliases?: string[] | null
  @Field(() => Boolean, { nullable: true, description: 'False when they leave, true when they come back.' })
  active?: boolean | null
}

@InputType({ description: 'A new source.' })
export class CreateSourceInput extends RetryableInput {
  @Field(() => String, { description: 'Its name.' })
  declare name: string
  @Field(() => [String], { nullable: true, description: 'Other names that bookings know it by.' })
  aliases?: string[] | null
  @Field(() => ID, { nullable: true, description: 'What its leads are, unless their booking says otherwise.' })
  trafficTypeId?: string | null
}

@InputType({ description: 'What to change of a source; what is left out stays.' })
export class UpdateSourceInput extends RetryableInput {
  @Field(() => ID, { description: 'The source.' })
  declare id: string
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null
  @Field(() => [String], { nullable: true, description: 'Other names that bookings know it by; replaces those that were.' })
  aliases?: string[] | null
  @Field(() => ID, { nullable: true, description: 'What its leads are; null takes it away.' })
  trafficTypeId?: string | null
}

@InputType({ description: 'A new traffic type.' })
export class CreateTrafficTypeInput extends RetryableInput {
  @Field(() => String, { description: 'Its name.' })
  declare name: string
}

@ObjectType({ description: 'The new closer.' })
export class CreateCloserPayload {
  @Field(() => Closer, { description: 'The closer.' })
  declare closer: Closer
}

@ObjectType({ description: 'The changed closer.' })
export class UpdateCloserPayload {
  @Field(() => Closer, { description: 'The closer.' })
  declare closer: Closer
}

@ObjectType({ description: 'The new setter.' })
export class CreateSetterPayload {
  @Field(() => Setter, { description: 'The setter.' })
  declare setter: Setter
}

@ObjectType({ description: 'The changed setter.' })
export class UpdateSetterPayload {
  @Field(() => Setter, { description: 'The setter.' })
  declare setter: Setter
}

@ObjectType({ description: 'The new source.' })
export class CreateSourcePayload {
  @Field(() => Source, { description: 'The source.' })
  declare source: Source
}

@ObjectType({ description: 'The changed source.' })
export class UpdateSourcePayload {
  @Field(() => Source, { description: 'The source.' })
  declare source: Source
}

@ObjectType({ description: 'The new traffic type.' })
export class CreateTrafficTypePayload {
  @Field(() => TrafficType, { description: 'The traffic type.' })
  declare trafficType: TrafficType
}
