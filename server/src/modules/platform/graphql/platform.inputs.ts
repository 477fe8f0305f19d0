import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { CurrencyCodeScalar, DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { OrganizationPlan } from '../../organizations/graphql/plan.type.ts'
import { PlatformOrganization } from './platform-organization.type.ts'

const why = 'Why; it is kept with the act.'
const whyToMembers = 'Why; it is kept with the act, and told to its members.'

/** The arguments of a list that is read forwards. */
@ArgsType()
export class NewestFirstArgs {
  @Field(() => Int, { nullable: true, description: 'At most so many, or so many after `after`. 1 to 200; 50 unless given.' })
  first?: number
  @Field(() => String, { nullable: true, description: 'Only items after this cursor.' })
  after?: string
}

@InputType({ description: 'The plan of an organization.' })
export class SetOrganizationPlanInput extends RetryableInput {
  @Field(() => ID, { description: 'The organization.' })
  declare organizationId: string
  @Field(() => OrganizationPlan, { description: 'What it pays for from now on. Back on TRIAL, it has seven days.' })
  declare plan: 'trial' | 'starter' | 'professional' | 'enterprise'
  @Field(() => Int, { nullable: true, description: 'Seats beside those of the plan; none unless given.' })
  extraSeats?: number | null
  @Field(() => String, { description: why })
  declare reason: string
}

@InputType({ description: 'How long a trial lasts.' })
export class ExtendTrialInput extends RetryableInput {
  @Field(() => ID, { description: 'The organization, which is on trial.' })
  declare organizationId: string
  @Field(() => DateTimeScalar, { description: 'When it is over: later than now, and than it is so far; within a year.' })
  declare until: string
  @Field(() => String, { description: why })
  declare reason: string
}

@InputType({ description: 'Which organization to shut.' })
export class SuspendOrganizationInput extends RetryableInput {
  @Field(() => ID, { description: 'The organization.' })
  declare organizationId: string
  @Field(() => String, { description: whyToMembers })
  declare reason: string
}

@InputType({ description: 'Which organization to open again.' })
export class ReopenOrganizationInput extends RetryableInput {
  @Field(() => ID, { description: 'The organization.' })
  declare organizationId: string
  @Field(() => String, { description: why })
  declare reason: string
}

@InputType({ description: 'Which organization to delete.' })
export class DeleteOrganizationInput extends RetryableInput {
  @Field(() => ID, { description: 'The organization.' })
  declare organizationId: string
  @Field(() => String, { description: why })
  declare reason: string
}

@InputType({ description: 'Which deletion to take back.' })
export class RestoreOrganizationInput extends RetryableInput {
  @Field(() => ID, { description: 'The organization.' })
  declare organizationId: string
  @Field(() => String, { description: why })
  declare reason: string
}

@InputType({ description: 'A new organization for somebody.' })
export class CreateOrganizationForInput extends RetryableInput {
  @Field(() => String, { description: 'Its name.' })
  declare name: string
  @Field(() => String, { description: 'IANA name of the zone whose days are its days, such as America/New_York.' })
  declare timeZone: string
  @Field(() => CurrencyCodeScalar, { description: 'The currency that it reports in.' })
  declare currency: string
  @Field(() => String, { description: 'The address of whoever is to own it. They are invited, and own it once they accept.' })
  declare ownerEmail: string
  @Field(() => String, { description: why })
  declare reason: string
}

@InputType({ description: 'Which user to delete.' })
export class DeleteUserInput extends RetryableInput {
  @Field(() => ID, { description: 'The user, who owns no organization.' })
  declare userId: string
  @Field(() => String, { description: why })
  declare reason: string
}

@InputType({ description: 'For whom to act.' })
export class ActForOrganizationInput extends RetryableInput {
  @Field(() => ID, { description: 'The organization.' })
  declare organizationId: string
  @Field(() => String, { description: 'Why; its admins read it in their audit log.' })
  declare reason: string
  @Field(() => Int, { nullable: true, description: 'For how many minutes, 60 at most and unless given.' })
  minutes?: number | null
}

@InputType({ description: 'For whom to stop acting.' })
export class StopActingInput extends RetryableInput {
  @Field(() => ID, { description: 'The organization.' })
  declare organizationId: string
}

@ObjectType({ description: 'The organization on its plan.' })
export class SetOrganizationPlanPayload {
  @Field(() => PlatformOrganization, { description: 'The organization.' })
  declare organization: PlatformOrganization
}

@ObjectType({ description: 'The organization with its trial.' })
export class ExtendTrialPayload {
  @Field(() => PlatformOrganization, { description: 'The organization.' })
  declare organization: PlatformOrganization
}

@ObjectType({ description: 'The suspended organization.' })
export class SuspendOrganizationPayload {
  @Field(() => PlatformOrganization, { description: 'The organization.' })
  declare organization: PlatformOrganization
}

@ObjectType({ description: 'The opened organization.' })
export class ReopenOrganizationPayload {
  @Field(() => PlatformOrganization, { description: 'The organization.' })
  declare organization: PlatformOrganization
}

@ObjectType({ description: 'The organization that is to be deleted.' })
export class DeleteOrganizationPayload {
  @Field(() => PlatformOrganization, { description: 'The organization.' })
  declare organization: PlatformOrganization
}

@ObjectType({ description: 'The restored organization.' })
export class RestoreOrganizationPayload {
  @Field(() => PlatformOrganization, { description: 'The organization.' })
  declare organization: PlatformOrganization
}

@ObjectType({ description: 'The new organization, and its owner’s invitation.' })
export class CreateOrganizationForPayload {
  @Field(() => PlatformOrganization, { description: 'The organization.' })
  declare organization: PlatformOrganization
  @Field(() => String, {
    nullable: true,
    description: 'The link that was sent to them. Shown here, once: a retry, which makes nothing, is answered without it.',
  })
  declare invitationUrl: string | null
}

@ObjectType({ description: 'The user who is gone.' })
export class DeleteUserPayload {
  @Field(() => ID, { description: 'Who they were.' })
  declare userId: string
}

@ObjectType({ description: 'The organization that is acted for.' })
export class ActForOrganizationPayload {
  @Field(() => PlatformOrganization, { description: 'The organization. Send its id as x-organization-id.' })
  declare organization: PlatformOrganization
}

@ObjectType({ description: 'The organization that was acted for.' })
export class StopActingPayload {
  @Field(() => PlatformOrganization, { description: 'The organization.' })
  declare organization: PlatformOrganization
}
