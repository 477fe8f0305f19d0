import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

const passwordDescription = 'The caller’s password, once more. Nobody is asked for it who signed in within the last five minutes.'

@ObjectType({ description: 'A device on which the caller is signed in.', simpleResolvers: true })
export class Session {
  @Field(() => ID, { description: 'UUIDv7; it signs nobody in.' })
  declare id: string
  @Field(() => String, { description: 'The device in words, such as "Safari on iPhone".' })
  declare device: string
  @Field(() => String, { nullable: true, description: 'The network address at which it signed in.' })
  declare address: string | null
  @Field(() => DateTimeScalar, { description: 'When it signed in.' })
  declare createdAt: string
  @Field(() => DateTimeScalar, { description: 'When it was last used, to the minute.' })
  declare lastSeenAt: string
  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  declare current: boolean
}

@InputType({ description: 'Which session to end.' })
export class RevokeSessionInput extends RetryableInput {
  @Field(() => ID, { description: 'The session.' })
  declare id: string
  @Field(() => String, { nullable: true, description: passwordDescription })
  password?: string
}

@InputType({ description: 'Ending every session but the one that asks.' })
export class RevokeOtherSessionsInput extends RetryableInput {
  @Field(() => String, { nullable: true, description: passwordDescription })
  password?: string
}

@ObjectType({ description: 'The session that was ended.' })
export class RevokeSessionPayload {
  @Field(() => ID, { description: 'The session, which is no more.' })
  declare sessionId: string
}

@ObjectType({ description: 'What is left of the caller’s sessions.' })
export class RevokeOtherSessionsPayload {
  @Field(() => [Session], { description: 'The one that asks.' })
  declare sessions: Session[]
}
