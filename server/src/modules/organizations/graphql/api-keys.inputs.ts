import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import type { Scope } from '../../../kernel/actor.ts'
import { ApiKey, ApiKeyScope } from './api-key.type.ts'

@InputType({ description: 'A new API key.' })
export class CreateApiKeyInput {
  @Field(() => String, { description: 'What it is for.' })
  declare name: string
  @Field(() => [ApiKeyScope], { description: 'What it may do; at least one.' })
  declare scopes: Scope[]
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends.' })
  expiresAt?: string | null
}

@InputType({ description: 'Which API key to revoke.' })
export class RevokeApiKeyInput extends RetryableInput {
  @Field(() => ID, { description: 'The key.' })
  declare id: string
}

@ObjectType({ description: 'The new API key, with its secret.' })
export class CreateApiKeyPayload {
  @Field(() => ApiKey, { description: 'The key.' })
  declare apiKey: ApiKey
  @Field(() => String, { description: 'What to send as `Authorization: Bearer`. Shown here, once.' })
  declare secret: string
}

@ObjectType({ description: 'The revoked API key.' })
export class RevokeApiKeyPayload {
  @Field(() => ApiKey, { description: 'The key.' })
  declare apiKey: ApiKey
}
