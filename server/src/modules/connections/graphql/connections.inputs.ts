import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { OrderDirection } from '../../../graphql-kit/order-direction.ts'
import { PeriodInput } from '../../../graphql-kit/period.type.ts'
import { Connection, Provider, SecretField, UtmParameter } from './connection.type.ts'
import { Delivery, DeliveryState } from './delivery.type.ts'

type ValueOf<Enum> = Enum[keyof Enum]
const retry = 'Makes a retry safe: the same id with the same input is answered once and the same, for 24 hours.'

@InputType({ description: 'A place in a booking that names something: give `utm` or `question`.' })
export class FieldSourceInput {
  @Field(() => UtmParameter, { nullable: true, description: 'A UTM parameter.' })
  utm?: ValueOf<typeof UtmParameter> | null
  @Field(() => String, { nullable: true, description: 'What its value begins with, and is cut off.' })
  prefix?: string | null
  @Field(() => String, { nullable: true, description: 'A booking question, as it is written there.' })
  question?: string | null
}

@InputType({ description: 'Where bookings name their setter, source and traffic type; of each list the first place that says something.' })
export class FieldMappingInput {
  @Field(() => [FieldSourceInput], { description: 'Where the setter is named.' })
  declare setterFrom: FieldSourceInput[]
  @Field(() => [FieldSourceInput], { description: 'Where the source is named.' })
  declare sourceFrom: FieldSourceInput[]
  @Field(() => [FieldSourceInput], { description: 'Where the traffic type is named.' })
  declare trafficTypeFrom: FieldSourceInput[]
}

@InputType({ description: 'A new connection.' })
export class CreateConnectionInput {
  @Field(() => Provider, { description: 'The provider.' })
  declare provider: ValueOf<typeof Provider>
  @Field(() => String, { description: 'Its name.' })
  declare name: string
  @Field(() => String, { nullable: true, description: 'What the provider signs its webhooks with. Kept sealed; never shown again.' })
  webhookSecret?: string | null
  @Field(() => String, { nullable: true, description: 'What Clinch calls the provider with. Kept sealed; never shown again.' })
  apiKey?: string | null
  @Field(() => FieldMappingInput, { nullable: true, description: 'Where its bookings name their setter, source and traffic type.' })
  mapping?: FieldMappingInput | null
  @Field(() => String, { nullable: true, description: retry })
  clientMutationId?: string
}

@InputType({ description: 'What to change of a connection; what is left out stays.' })
export class UpdateConnectionInput {
  @Field(() => ID, { description: 'The connection.' })
  declare id: string
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null
  @Field(() => FieldMappingInput, { nullable: true, description: 'Where its bookings name their setter, source and traffic type.' })
  mapping?: FieldMappingInput | null
  @Field(() => Boolean, { nullable: true, description: 'Whether it takes deliveries.' })
  enabled?: boolean | null
  @Field(() => String, { nullable: true, description: retry })
  clientMutationId?: string
}

@InputType({ description: 'A secret’s replacement.' })
export class RotateConnectionSecretInput {
  @Field(() => ID, { description: 'The connection.' })
  declare id: string
  @Field(() => SecretField, { description: 'Which secret.' })
  declare field: ValueOf<typeof SecretField>
  @Field(() => String, { description: 'The new one. Kept sealed; never shown again.' })
  declare secret: string
  @Field(() => Int, { nullable: true, description: 'For how many hours the old one stays valid; 24 unless said otherwise, at most 168.' })
  overlapHours?: number | null
  @Field(() => String, { nullable: true, description: retry })
  clientMutationId?: string
}

@InputType({ description: 'Which delivery to act on again.' })
export class ReplayDeliveryInput {
  @Field(() => ID, { description: 'The delivery.' })
  declare id: string
  @Field(() => String, { nullable: true, description: retry })
  clientMutationId?: string
}

@InputType({ description: 'Which deliveries. Every field given must hold; a list means any of its values.' })
export class DeliveryFilter {
  @Field(() => [ID], { nullable: true, description: 'Of one of these connections.' })
  connectionIds?: string[]
  @Field(() => [DeliveryState], { nullable: true, description: 'In one of these states.' })
  states?: ValueOf<typeof DeliveryState>[]
  @Field(() => [String], { nullable: true, description: 'Of one of these kinds, in the provider’s words.' })
  kinds?: string[]
  @Field(() => String, { nullable: true, description: 'Part of its result, error, kind, request id, id, or of the provider’s own id.' })
  search?: string
  @Field(() => PeriodInput, { nullable: true, description: 'Received on one of these days of the organization’s time zone.' })
  received?: PeriodInput
}

export const DeliveryOrderField = { RECEIVED_AT: 'received_at' } as const
registerEnumType(DeliveryOrderField, {
  name: 'DeliveryOrderField',
  description: 'What deliveries can be ordered by.',
  valuesConfig: { RECEIVED_AT: { description: 'When they arrived.' } },
})

@InputType({ description: 'The order of deliveries; ties are broken by id.' })
export class DeliveryOrder {
  @Field(() => DeliveryOrderField, { description: 'What to order by.' })
  declare field: ValueOf<typeof DeliveryOrderField>
  @Field(() => OrderDirection, { description: 'Which way.' })
  declare direction: ValueOf<typeof OrderDirection>
}

@ObjectType({ description: 'The new connection, with its webhook address.' })
export class CreateConnectionPayload {
  @Field(() => Connection, { description: 'The connection.' })
  declare connection: Connection
}

@ObjectType({ description: 'The changed connection.' })
export class UpdateConnectionPayload {
  @Field(() => Connection, { description: 'The connection.' })
  declare connection: Connection
}

@ObjectType({ description: 'The connection with its new secret.' })
export class RotateConnectionSecretPayload {
  @Field(() => Connection, { description: 'The connection.' })
  declare connection: Connection
}

@ObjectType({ description: 'The delivery, waiting for its job again.' })
export class ReplayDeliveryPayload {
  @Field(() => Delivery, { description: 'The delivery.' })
  declare delivery: Delivery
}
