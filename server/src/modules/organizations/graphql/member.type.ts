import { Field, ID, ObjectType } from 'type-graphql'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { MemberRoleEnum } from '../../identity/graphql/viewer.type.ts'

@ObjectType({ description: 'A member of the organization.', simpleResolvers: true })
export class Member {
  @Field(() => ID, { description: 'UUIDv7 of the membership.' })
  declare id: string
  @Field(() => ID, { description: 'UUIDv7 of the person, the same in every organization.' })
  declare userId: string
  @Field(() => String, { description: 'Their name.' })
  declare name: string
  @Field(() => String, { description: 'Their e-mail address.' })
  declare email: string
  @Field(() => MemberRoleEnum, { description: 'What they may do.' })
  declare role: string
  @Field(() => DateTimeScalar, { description: 'When they joined.' })
  declare createdAt: string
}

@ObjectType({ description: 'An invitation to join.', simpleResolvers: true })
export class Invitation {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => String, { description: 'The invited address.' })
  declare email: string
  @Field(() => MemberRoleEnum, { description: 'What they will be allowed to do.' })
  declare role: string
  @Field(() => String, { description: 'Who invited them.' })
  declare invitedBy: string
  @Field(() => DateTimeScalar, { description: 'When.' })
  declare createdAt: string
  @Field(() => DateTimeScalar, { description: 'Until when it can be used.' })
  declare expiresAt: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was used.' })
  declare acceptedAt: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back.' })
  declare revokedAt: string | null
}
