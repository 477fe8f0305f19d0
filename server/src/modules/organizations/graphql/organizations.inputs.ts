import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { CurrencyCodeScalar, DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import type { Scope } from '../../../kernel/actor.ts'
import { MemberRoleEnum } from '../../identity/graphql/viewer.type.ts'
import { ApiKey, ApiKeyScope, Invitation, Organization } from './organization.type.ts'

const retry = 'Makes a retry safe: the same id with the same input is answered once and the same, for 24 hours.'

@InputType({ description: 'A new organization.' })
export class CreateOrganizationInput {
  @Field(() => String, { description: 'Its name.' })
  declare name: string
  @Field(() => String, { description: 'IANA name of the zone whose days are its days, such as America/New_York.' })
  declare timeZone: string
  @Field(() => CurrencyCodeScalar, { description: 'The currency that it reports in.' })
  declare currency: string
}

@InputType({ description: 'What to change of the organization; what is left out stays.' })
export class UpdateOrganizationInput {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null
  @Field(() => String, { nullable: true, description: 'IANA name of its zone.' })
  timeZone?: string | null
  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Its currency; only while it has no payment.' })
  currency?: string | null
  @Field(() => Int, { nullable: true, description: 'How many days before a payment a call may lie to be credited with it; 1 to 730.' })
  attributionWindowDays?: number | null
  @Field(() => Int, {
    nullable: true,
    description: 'How many days reported cash and the processor’s payment may lie apart to be one; 0 to 30.',
  })
  reportMatchDays?: number | null
  @Field(() => String, { nullable: true, description: retry })
  clientMutationId?: string
}

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
export class RevokeApiKeyInput {
  @Field(() => ID, { description: 'The key.' })
  declare id: string
  @Field(() => String, { nullable: true, description: retry })
  clientMutationId?: string
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
export class RevokeInvitationInput {
  @Field(() => ID, { description: 'The invitation.' })
  declare id: string
  @Field(() => String, { nullable: true, description: retry })
  clientMutationId?: string
}

@InputType({ description: 'The invitation to accept.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'The token from its link.' })
  declare token: string
}

@ObjectType({ description: 'The new organization.' })
export class CreateOrganizationPayload {
  @Field(() => Organization, { description: 'The organization.' })
  declare organization: Organization
}

@ObjectType({ description: 'The changed organization.' })
export class UpdateOrganizationPayload {
  @Field(() => Organization, { description: 'The organization.' })
  declare organization: Organization
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
