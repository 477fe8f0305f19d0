import { Field, ID, ObjectType } from 'type-graphql'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { MemberRoleEnum } from '../../identity/graphql/viewer.type.ts'

@ObjectType({ description: 'A user’s membership, as the operators of the platform see it.', simpleResolvers: true })
export class PlatformMembership {
  @Field(() => ID, { description: 'The organization.' })
  declare organizationId: string
  @Field(() => String, { description: 'Its name.' })
  declare organizationName: string
  @Field(() => MemberRoleEnum, { description: 'What they may do in it.' })
  declare role: string
}

@ObjectType({ description: 'Somebody who signed up, as the operators of the platform see them.', simpleResolvers: true })
export class PlatformUser {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => String, { description: 'Their name.' })
  declare name: string
  @Field(() => String, { description: 'Their e-mail address.' })
  declare email: string
  @Field(() => Boolean, { description: 'Whether they have shown that the address is theirs.' })
  declare emailVerified: boolean
  @Field(() => DateTimeScalar, { description: 'When they signed up.' })
  declare createdAt: string
  @Field(() => Boolean, { description: 'Whether they operate the platform.' })
  declare isOperator: boolean
  @Field(() => [PlatformMembership], { description: 'Where they are a member, the oldest membership first.' })
  declare memberships: PlatformMembership[]
}
