import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { Connection } from './connection.type.ts'

export const WebhookState = {
  NOT_REGISTERED: 'not_registered',
  REGISTERING: 'registering',
  ACTIVE: 'active',
  DISABLED: 'disabled',
  REMOVING: 'removing',
  ADDRESS_UNREACHABLE: 'address_unreachable',
  ADDRESS_TAKEN: 'address_taken',
  NOT_ALLOWED: 'not_allowed',
  NO_KEY: 'no_key',
  KEY_REFUSED: 'key_refused',
  REFUSED: 'refused',
} as const
registerEnumType(WebhookState, {
  name: 'ConnectionWebhookState',
  description: 'How the webhook that Clinch registers stands at the provider.',
  valuesConfig: {
    NOT_REGISTERED: { description: 'Clinch registers none. One may have been made by hand.' },
    REGISTERING: { description: 'It is being registered.' },
    ACTIVE: { description: 'The provider has it, and sends.' },
    DISABLED: { description: 'The provider gave it up; it is being registered again.' },
    REMOVING: { description: 'It is being removed.' },
    ADDRESS_UNREACHABLE: { description: 'The provider cannot reach this server’s address.' },
    ADDRESS_TAKEN: { description: 'Another webhook has the address, and the key may not touch it.' },
    NOT_ALLOWED: { description: 'The plan at the provider, or the rights of the key, are too low.' },
    NO_KEY: { description: 'There is no key to ask with.' },
    KEY_REFUSED: { description: 'The provider does not accept the key.' },
    REFUSED: { description: 'The provider refuses it for another reason.' },
  },
})

export const WebhookScope = { ORGANIZATION: 'organization', USER: 'user' } as const
registerEnumType(WebhookScope, {
  name: 'ConnectionWebhookScope',
  description: 'Whose events a webhook tells.',
  valuesConfig: {
    ORGANIZATION: { description: 'Everybody’s in the provider’s organization.' },
    USER: { description: 'Those of the key’s owner alone, who is no admin there.' },
  },
})

@ObjectType({ description: 'The webhook that Clinch registers at the provider by itself.', simpleResolvers: true })
export class ConnectionWebhook {
  @Field(() => WebhookState, { description: 'In one word.' })
  declare state: string
  @Field(() => String, { description: 'In words that a person can act on.' })
  declare summary: string
  @Field(() => Boolean, { description: 'Whether Clinch is to keep it registered while the connection is switched on.' })
  declare isWanted: boolean
  @Field(() => WebhookScope, { nullable: true, description: 'Whose events it tells; none while there is none.' })
  declare scope: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the provider took it.' })
  declare registeredAt: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the provider was last asked for it, and had it. It is asked daily.' })
  declare checkedAt: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when the provider fails to deliver, as it says itself.' })
  declare failingSince: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when the provider had given up, until it is registered again.' })
  declare disabledSince: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when events were missed that no sync was begun for yet.' })
  declare missedSince: string | null
}

@InputType({ description: 'Which webhook to register.' })
export class RegisterWebhookInput extends RetryableInput {
  @Field(() => ID, { description: 'The connection.' })
  declare connectionId: string
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether to make it again with a new signing key where it is registered already; otherwise it is looked at.',
  })
  newKey?: boolean | null
}

@ObjectType({ description: 'The connection, whose webhook is being registered.' })
export class RegisterWebhookPayload {
  @Field(() => Connection, { description: 'The connection.' })
  declare connection: Connection
}

@InputType({ description: 'Which webhook to remove.' })
export class RemoveWebhookInput extends RetryableInput {
  @Field(() => ID, { description: 'The connection.' })
  declare connectionId: string
}

@ObjectType({ description: 'The connection, whose webhook is being removed.' })
export class RemoveWebhookPayload {
  @Field(() => Connection, { description: 'The connection.' })
  declare connection: Connection
}
