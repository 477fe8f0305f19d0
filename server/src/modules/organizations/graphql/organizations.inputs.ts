import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { CurrencyCodeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { Organization } from './organization.type.ts'

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
export class UpdateOrganizationInput extends RetryableInput {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null
  @Field(() => String, { nullable: true, description: 'IANA name of its zone.' })
  timeZone?: string | null
  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: 'The currency that it reports in. Its payments are converted anew, each at the rate of its day.',
  })
  currency?: string | null
  @Field(() => Int, { nullable: true, description: 'How many days before a payment a call may lie to be credited with it; 1 to 730.' })
  attributionWindowDays?: number | null
  @Field(() => Int, {
    nullable: true,
    description: 'How many days reported cash and the processor’s payment may lie apart to be one; 0 to 30.',
  })
  reportMatchDays?: number | null
  @Field(() => Int, {
    nullable: true,
    description:
      'For how many days the bodies of deliveries are kept; 7 to 730. What failed or is parked keeps its own until it is settled.',
  })
  deliveryBodyDays?: number | null
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether its members, and operators acting for it, are let in only with a second factor. The caller has one to demand it.',
  })
  secondFactorRequired?: boolean | null
  @Field(() => Int, {
    nullable: true,
    description: 'After how many hours without use the sessions of its members end; 1 to 168, or 0 for no such end.',
  })
  sessionIdleHours?: number | null
}

@InputType({ description: 'Which organization to delete: the one that the caller acts in.' })
export class RequestOrganizationDeletionInput extends RetryableInput {
  @Field(() => String, { description: 'Its name, typed out.' })
  declare confirmName: string
}

@InputType({ description: 'Which organization to keep.' })
export class KeepOrganizationInput {
  @Field(() => ID, { description: 'The organization.' })
  declare organizationId: string
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

@ObjectType({ description: 'The organization, shut, with the day from which it is deleted.' })
export class RequestOrganizationDeletionPayload {
  @Field(() => Organization, { description: 'The organization.' })
  declare organization: Organization
}

@ObjectType({ description: 'The organization that is kept.' })
export class KeepOrganizationPayload {
  @Field(() => ID, { description: 'Send it as x-organization-id.' })
  declare organizationId: string
}
