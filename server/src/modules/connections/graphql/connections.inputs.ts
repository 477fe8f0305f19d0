import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { Connection, Provider, SecretField, UtmParameter } from './connection.type.ts'

type ValueOf<Enum> = Enum[keyof Enum]
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
export class CreateConnectionInput extends RetryableInput {
  @Field(() => Provider, { description: 'The provider.' })
  declare provider: ValueOf<typeof Provider>
  @Field(() => String, { description: 'Its name.' })
  declare name: string
  @Field(() => String, {
    nullable: true,
    description:
      'What the provider signs its webhooks with. Kept sealed; never shown again. Left out for MANYCHAT (Clinch makes it) and ACUITY (which signs with its API key).',
  })
  webhookSecret?: string | null
  @Field(() => String, { nullable: true, description: 'The provider’s account that the key belongs to (ACUITY: the user id).' })
  account?: string | null
  @Field(() => String, { nullable: true, description: 'What Clinch calls the provider with. Kept sealed; never shown again.' })
  apiKey?: string | null
  @Field(() => FieldMappingInput, { nullable: true, description: 'Where its bookings name their setter, source and traffic type.' })
  mapping?: FieldMappingInput | null
}

@InputType({ description: 'What to change of a connection; what is left out stays.' })
export class UpdateConnectionInput extends RetryableInput {
  @Field(() => ID, { description: 'The connection.' })
  declare id: string
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null
  @Field(() => String, { nullable: true, description: 'The provider’s account that the key belongs to.' })
  account?: string | null
  @Field(() => FieldMappingInput, { nullable: true, description: 'Where its bookings name their setter, source and traffic type.' })
  mapping?: FieldMappingInput | null
  @Field(() => Boolean, { nullable: true, description: 'Whether it takes deliveries.' })
  enabled?: boolean | null
}

@InputType({ description: 'A secret’s replacement.' })
export class RotateConnectionSecretInput extends RetryableInput {
  @Field(() => ID, { description: 'The connection.' })
  declare id: string
  @Field(() => SecretField, { description: 'Which secret.' })
  declare field: ValueOf<typeof SecretField>
  @Field(() => String, {
    nullable: true,
    description: 'The new one. Kept sealed; never shown again. Left out where Clinch makes it: MANYCHAT, and CUSTOM unless given.',
  })
  secret?: string | null
  @Field(() => Int, { nullable: true, description: 'For how many hours the old one stays valid; 24 unless said otherwise, at most 168.' })
  overlapHours?: number | null
}

@ObjectType({ description: 'The new connection, with its webhook address.' })
export class CreateConnectionPayload {
  @Field(() => Connection, { description: 'The connection.' })
  declare connection: Connection
  @Field(() => String, { nullable: true, description: 'The secret that Clinch made for whoever sends. Shown this once.' })
  declare madeSecret: string | null
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
  @Field(() => String, { nullable: true, description: 'The secret that Clinch made for whoever sends. Shown this once.' })
  declare madeSecret: string | null
}

@InputType({ description: 'Which connection to try.' })
export class CheckConnectionInput {
  @Field(() => ID, { description: 'The connection.' })
  declare id: string
}

@ObjectType({ description: 'Whether a provider accepts what is on file.' })
export class CheckConnectionPayload {
  @Field(() => Connection, { description: 'The connection.' })
  declare connection: Connection
  @Field(() => Boolean, { description: 'Whether it does.' })
  declare accepted: boolean
  @Field(() => String, { description: 'In words that a person can act on.' })
  declare message: string
}
