import { Field, ID, Int, ObjectType } from 'type-graphql'
import { OrganizationState } from '../../../graphql-kit/organization-state.type.ts'
import { CurrencyCodeScalar, DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { OrganizationPlan } from './plan.type.ts'

@ObjectType({ description: 'A tenant.', simpleResolvers: true })
export class Organization {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => String, { description: 'Its name.' })
  declare name: string
  @Field(() => String, { description: 'IANA name of the zone whose days are its days.' })
  declare timeZone: string
  @Field(() => CurrencyCodeScalar, { description: 'The currency that it reports in.' })
  declare currency: string
  @Field(() => Int, { description: 'How many days before a payment a call may lie to be credited with it.' })
  declare attributionWindowDays: number
  @Field(() => Int, { description: 'How many days reported cash and the processor’s payment may lie apart to be one.' })
  declare reportMatchDays: number
  @Field(() => Int, { description: 'For how many days the bodies of deliveries are kept.' })
  declare deliveryBodyDays: number
  @Field(() => Boolean, { description: 'Whether its members, and operators acting for it, are let in only with a second factor.' })
  declare secondFactorRequired: boolean
  @Field(() => Int, {
    nullable: true,
    description: 'After how many hours without use the sessions of its members end; none where only time ends them.',
  })
  declare sessionIdleHours: number | null
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  declare createdAt: string
  @Field(() => OrganizationPlan, { description: 'What it pays for.' })
  declare plan: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'When its trial is over; none on a plan that is paid for.' })
  declare trialEndsAt: string | null
  @Field(() => Boolean, { description: 'Whether its trial is over, so that nothing can be changed until a plan is chosen.' })
  declare readOnly: boolean
  @Field(() => OrganizationState, { description: 'Whether anybody may act in it.' })
  declare state: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'From when on it is deleted; none unless that was asked for.' })
  declare deleteAfter: string | null
}
