import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import type { MemberRole } from '../../../kernel/actor.ts'
import { MemberRoleEnum } from '../../identity/graphql/viewer.type.ts'
import { Member } from './member.type.ts'
import { Organization } from './organization.type.ts'

@InputType({ description: 'Which members. Every field given must hold.' })
export class MemberFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name, e-mail address or id.' })
  search?: string
  @Field(() => [MemberRoleEnum], { nullable: true, description: 'One of these roles.' })
  roles?: MemberRole[]
}

@InputType({ description: 'Whose role to change.' })
export class ChangeMemberRoleInput extends RetryableInput {
  @Field(() => ID, { description: 'The membership.' })
  declare memberId: string
  @Field(() => MemberRoleEnum, { description: 'ADMIN or SALES_REP.' })
  declare role: 'admin' | 'sales_rep'
}

@InputType({ description: 'Whom to remove.' })
export class RemoveMemberInput extends RetryableInput {
  @Field(() => ID, { description: 'The membership.' })
  declare memberId: string
}

@InputType({ description: 'Leaving the organization that the caller acts in.' })
export class LeaveOrganizationInput extends RetryableInput {}

@InputType({ description: 'To whom to hand the organization over.' })
export class TransferOwnershipInput extends RetryableInput {
  @Field(() => ID, { description: 'The membership.' })
  declare memberId: string
}

@ObjectType({ description: 'The member with the new role.' })
export class ChangeMemberRolePayload {
  @Field(() => Member, { description: 'The member.' })
  declare member: Member
}

@ObjectType({ description: 'Who was removed.' })
export class RemoveMemberPayload {
  @Field(() => ID, { description: 'The membership, which is no more.' })
  declare memberId: string
}

@ObjectType({ description: 'The organization that was left.' })
export class LeaveOrganizationPayload {
  @Field(() => ID, { description: 'The organization.' })
  declare organizationId: string
}

@ObjectType({ description: 'The organization in new hands.' })
export class TransferOwnershipPayload {
  @Field(() => Organization, { description: 'The organization.' })
  declare organization: Organization
}
