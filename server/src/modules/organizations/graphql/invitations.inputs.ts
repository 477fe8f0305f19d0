import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { MemberRoleEnum } from '../../identity/graphql/viewer.type.ts'
import { Invitation } from './member.type.ts'

export const InvitationStateEnum = { OPEN: 'open', EXPIRED: 'expired', ACCEPTED: 'accepted', REVOKED: 'revoked' } as const
registerEnumType(InvitationStateEnum, {
  name: 'InvitationState',
  description: 'What became of an invitation.',
  valuesConfig: {
    OPEN: { description: 'It can be used.' },
    EXPIRED: { description: 'Its seven days are over.' },
    ACCEPTED: { description: 'Its person is, or was, a member.' },
    REVOKED: { description: 'It was taken back.' },
  },
})

@InputType({ description: 'Which invitations. Every field given must hold.' })
export class InvitationFilter {
  @Field(() => String, { nullable: true, description: 'Part of the invited address, of who invited them, or of an id.' })
  search?: string
  @Field(() => [InvitationStateEnum], { nullable: true, description: 'One of these states.' })
  states?: ('open' | 'expired' | 'accepted' | 'revoked')[]
}

@InputType({ description: 'Whom to invite.' })
export class InviteMemberInput {
  @Field(() => String, { description: 'Their e-mail address.' })
  declare email: string
  @Field(() => MemberRoleEnum, { description: 'ADMIN or SALES_REP.' })
  declare role: 'admin' | 'sales_rep'
  @Field(() => ID, { nullable: true, description: 'The closer on the roster who they are.' })
  closerId?: string | null
  @Field(() => ID, { nullable: true, description: 'The setter on the roster who they are.' })
  setterId?: string | null
}

@InputType({ description: 'Which invitation to take back.' })
export class RevokeInvitationInput extends RetryableInput {
  @Field(() => ID, { description: 'The invitation.' })
  declare id: string
}

@InputType({ description: 'Which invitation to send again.' })
export class ResendInvitationInput {
  @Field(() => ID, { description: 'The invitation.' })
  declare id: string
}

@InputType({ description: 'The invitation to accept.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'The token from its link.' })
  declare token: string
}

@ObjectType({ description: 'The invitation, with its link.' })
export class InviteMemberPayload {
  @Field(() => Invitation, { description: 'The invitation.' })
  declare invitation: Invitation
  @Field(() => String, { description: 'The link to send to them. Shown here, once.' })
  declare url: string
}

@ObjectType({ description: 'The invitation that was taken back.' })
export class RevokeInvitationPayload {
  @Field(() => Invitation, { description: 'The invitation.' })
  declare invitation: Invitation
}

@ObjectType({ description: 'The organization that was joined.' })
export class AcceptInvitationPayload {
  @Field(() => ID, { description: 'Send it as x-organization-id.' })
  declare organizationId: string
}

@ObjectType({ description: 'The invitation, with its new link.' })
export class ResendInvitationPayload {
  @Field(() => Invitation, { description: 'The invitation.' })
  declare invitation: Invitation
  @Field(() => String, { description: 'The new link; the one before leads nowhere. Shown here, once.' })
  declare url: string
}
