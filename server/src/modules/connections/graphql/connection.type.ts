import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DateScalar, DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const Provider = {
  CALENDLY: 'calendly',
  ACUITY: 'acuity',
  STRIPE: 'stripe',
  WHOP: 'whop',
  MANYCHAT: 'manychat',
  CUSTOM: 'custom',
} as const
registerEnumType(Provider, {
  name: 'Provider',
  description: 'A provider that Clinch connects to.',
  valuesConfig: {
    CALENDLY: { description: 'Bookings.' },
    ACUITY: { description: 'Bookings.' },
    STRIPE: { description: 'Payments.' },
    WHOP: { description: 'Payments.' },
    MANYCHAT: { description: 'Leads.' },
    CUSTOM: { description: 'Whatever a system of the organization’s own tells: bookings, payments, leads.' },
  },
})

export const ConnectionState = { ACTIVE: 'active', DISABLED: 'disabled' } as const
registerEnumType(ConnectionState, {
  name: 'ConnectionState',
  description: 'Whether a connection takes deliveries.',
  valuesConfig: { ACTIVE: { description: 'It does.' }, DISABLED: { description: 'It does not: they are answered as unknown.' } },
})

export const HealthState = {
  HEALTHY: 'healthy',
  WAITING: 'waiting',
  FAILING: 'failing',
  REFUSING: 'refusing',
  NO_SECRET: 'no_secret',
  NEVER_USED: 'never_used',
  DISABLED: 'disabled',
} as const
registerEnumType(HealthState, {
  name: 'ConnectionHealthState',
  description: 'How a connection is doing.',
  valuesConfig: {
    HEALTHY: { description: 'Everything that arrived was processed.' },
    WAITING: { description: 'Deliveries wait to be processed.' },
    FAILING: { description: 'Deliveries failed: some wait for a person, or will be tried again.' },
    REFUSING: { description: 'Its latest deliveries were refused.' },
    NO_SECRET: { description: 'It has no signing secret.' },
    NEVER_USED: { description: 'Nothing has arrived yet.' },
    DISABLED: { description: 'Switched off.' },
  },
})

export const UtmParameter = { SOURCE: 'source', MEDIUM: 'medium', CAMPAIGN: 'campaign', CONTENT: 'content', TERM: 'term' } as const
registerEnumType(UtmParameter, {
  name: 'UtmParameter',
  description: 'A UTM parameter of a booking page’s address.',
  valuesConfig: {
    SOURCE: { description: 'utm_source' },
    MEDIUM: { description: 'utm_medium' },
    CAMPAIGN: { description: 'utm_campaign' },
    CONTENT: { description: 'utm_content' },
    TERM: { description: 'utm_term' },
  },
})

export const SecretField = { WEBHOOK_SECRET: 'webhook_secret', API_KEY: 'api_key' } as const
registerEnumType(SecretField, {
  name: 'ConnectionSecretField',
  description: 'Which secret of a connection.',
  valuesConfig: {
    WEBHOOK_SECRET: { description: 'What the provider signs its webhooks with.' },
    API_KEY: { description: 'What Clinch calls the provider with.' },
  },
})

@ObjectType({ description: 'A place in a booking that names something: a UTM parameter, or the answer to a question.' })
export class FieldSource {
  @Field(() => UtmParameter, { nullable: true, description: 'The UTM parameter; none where a question is meant.' })
  declare utm: string | null
  @Field(() => String, { nullable: true, description: 'What its value begins with, and is cut off.' })
  declare prefix: string | null
  @Field(() => String, { nullable: true, description: 'The booking question; none where a UTM parameter is meant.' })
  declare question: string | null
}

@ObjectType({ description: 'Where bookings name their setter, source and traffic type; of each list the first place that says something.' })
export class FieldMapping {
  @Field(() => [FieldSource], { description: 'Where the setter is named.' })
  declare setterFrom: FieldSource[]
  @Field(() => [FieldSource], { description: 'Where the source is named.' })
  declare sourceFrom: FieldSource[]
  @Field(() => [FieldSource], { description: 'Where the traffic type is named.' })
  declare trafficTypeFrom: FieldSource[]
}

@ObjectType({ description: 'A secret that is on file. It is never shown again.', simpleResolvers: true })
export class ConnectionSecret {
  @Field(() => SecretField, { description: 'Which one.' })
  declare field: string
  @Field(() => String, { description: 'Its last four characters.' })
  declare lastFour: string
  @Field(() => DateTimeScalar, { description: 'Since when it is on file.' })
  declare createdAt: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it is valid still, after it was replaced.' })
  declare validUntil: string | null
}

@ObjectType({ description: 'The deliveries of a day.', simpleResolvers: true })
export class DeliveryDay {
  @Field(() => DateScalar, { description: 'The day, in the organization’s time zone.' })
  declare day: string
  @Field(() => Int, { description: 'How many were let in.' })
  declare accepted: number
  @Field(() => Int, { description: 'How many were refused.' })
  declare refused: number
}

@ObjectType({ description: 'How a connection is doing.', simpleResolvers: true })
export class ConnectionHealth {
  @Field(() => HealthState, { description: 'In one word.' })
  declare state: string
  @Field(() => String, { description: 'In words that a person can act on.' })
  declare summary: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last delivery was let in.' })
  declare lastAcceptedAt: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last delivery was processed.' })
  declare lastProcessedAt: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last delivery failed or was refused.' })
  declare lastProblemAt: string | null
  @Field(() => String, { nullable: true, description: 'What the matter was.' })
  declare lastProblem: string | null
  @Field(() => Int, { description: 'How many deliveries wait to be processed.' })
  declare waiting: number
  @Field(() => Int, { description: 'How many deliveries wait for a person.' })
  declare parked: number
  @Field(() => Int, { description: 'How many were refused in the last 24 hours.' })
  declare refusedLastDay: number
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when its provider is not called, since it failed or asked for patience.',
  })
  declare callsPausedUntil: string | null
  @Field(() => Int, { description: 'How many calls to its provider failed since the last that did not.' })
  declare callFailuresInARow: number
  @Field(() => DateTimeScalar, { nullable: true, description: 'When its provider last answered a call.' })
  declare lastCallSucceededAt: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When a call to its provider last failed.' })
  declare lastCallFailedAt: string | null
  @Field(() => String, { nullable: true, description: 'What the matter was with that call.' })
  declare lastCallError: string | null
  @Field(() => [DeliveryDay], { description: 'The last 14 days, today the last.' })
  declare deliveriesByDay: DeliveryDay[]
}

@ObjectType({ description: 'The organization’s link to one provider.', simpleResolvers: true })
export class Connection {
  @Field(() => ID, { description: 'UUIDv7; stands in its webhook address.' })
  declare id: string
  @Field(() => Provider, { description: 'The provider.' })
  declare provider: string
  @Field(() => String, { description: 'Its name.' })
  declare name: string
  @Field(() => ConnectionState, { description: 'Whether it takes deliveries.' })
  declare state: string
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  declare createdAt: string
  @Field(() => String, {
    nullable: true,
    description: 'The provider’s account that its key belongs to, where the key alone does not say it.',
  })
  declare account: string | null
  @Field(() => FieldMapping, { description: 'Where its bookings name their setter, source and traffic type.' })
  declare mapping: FieldMapping
  @Field(() => [ConnectionSecret], { description: 'The secrets on file, the newest first.' })
  declare secrets: ConnectionSecret[]
}
