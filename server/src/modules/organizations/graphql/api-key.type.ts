import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const ApiKeyScope = {
  EVENTS_READ: 'events:read',
  LEADS_READ: 'leads:read',
  PAYMENTS_READ: 'payments:read',
  PAYMENTS_WRITE: 'payments:write',
  PCFS_WRITE: 'pcfs:write',
  METRICS_READ: 'metrics:read',
  ROSTER_READ: 'roster:read',
  ROSTER_WRITE: 'roster:write',
  CONNECTIONS_READ: 'connections:read',
  CONNECTIONS_WRITE: 'connections:write',
  FORMS_READ: 'forms:read',
  FORMS_WRITE: 'forms:write',
  PACKAGES_READ: 'packages:read',
  PACKAGES_WRITE: 'packages:write',
} as const
registerEnumType(ApiKeyScope, {
  name: 'ApiKeyScope',
  description: 'What an API key may do.',
  valuesConfig: {
    EVENTS_READ: { description: 'Read events.' },
    LEADS_READ: { description: 'Read leads.' },
    PAYMENTS_READ: { description: 'Read payments and their credit.' },
    PAYMENTS_WRITE: { description: 'Credit payments by hand.' },
    PCFS_WRITE: { description: 'File post-call forms.' },
    METRICS_READ: { description: 'Read figures and leaderboards.' },
    ROSTER_READ: { description: 'Read closers, setters and sources.' },
    ROSTER_WRITE: { description: 'Change closers, setters and sources.' },
    CONNECTIONS_READ: {
      description:
        'Read connections and deliveries, with the bodies of deliveries as they came: what providers tell of leads, calls and payments stands in them.',
    },
    CONNECTIONS_WRITE: { description: 'Connect providers and replay deliveries.' },
    FORMS_READ: { description: 'Read what the post-call form asks, call outcomes and opportunity statuses.' },
    FORMS_WRITE: { description: 'Change what the post-call form asks, call outcomes and opportunity statuses.' },
    PACKAGES_READ: { description: 'Read what is sold.' },
    PACKAGES_WRITE: { description: 'Change what is sold.' },
  },
})

@ObjectType({ description: 'A key with which a program acts for the organization.', simpleResolvers: true })
export class ApiKey {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => String, { description: 'Its name.' })
  declare name: string
  @Field(() => String, { description: 'The last four characters of it; no more of it is kept.' })
  declare lastFour: string
  @Field(() => [ApiKeyScope], { description: 'What it may do.' })
  declare scopes: string[]
  @Field(() => String, { description: 'Who made it.' })
  declare createdBy: string
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  declare createdAt: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends; none for one that does not.' })
  declare expiresAt: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last used, to the minute.' })
  declare lastUsedAt: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked.' })
  declare revokedAt: string | null
}
