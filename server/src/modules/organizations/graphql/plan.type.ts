import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Money } from '../../../graphql-kit/money.type.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const OrganizationPlan = { TRIAL: 'trial', STARTER: 'starter', PROFESSIONAL: 'professional', ENTERPRISE: 'enterprise' } as const
registerEnumType(OrganizationPlan, {
  name: 'OrganizationPlan',
  description: 'What an organization pays for; `plans` says what each allows.',
  valuesConfig: {
    TRIAL: { description: 'Free for a while; then the organization can only be read until a plan is chosen.' },
    STARTER: { description: 'One member, and so many imports a month.' },
    PROFESSIONAL: { description: 'One member, and any number of imports.' },
    ENTERPRISE: { description: 'Ten members, more by agreement, each with any number of sessions.' },
  },
})

@ObjectType({ description: 'What a plan costs and allows.' })
export class PlanOffer {
  @Field(() => OrganizationPlan, { description: 'Which plan.' })
  declare plan: string
  @Field(() => Money, { description: 'For a month.' })
  declare monthlyPrice: Money
  @Field(() => Money, { nullable: true, description: 'For a year paid at once; none where that is not offered.' })
  declare yearlyPrice: Money | null
  @Field(() => Int, { nullable: true, description: 'Imports a month; null for any number.' })
  declare imports: number | null
  @Field(() => Int, { description: 'Members. Who comes by a portal link takes no seat.' })
  declare seats: number
  @Field(() => Int, { nullable: true, description: 'Sessions at once of one user; null for any number.' })
  declare sessionsAtOnce: number | null
}

@ObjectType({ description: 'How much of what its plan allows an organization has used.', simpleResolvers: true })
export class PlanUsage {
  @Field(() => Int, { description: 'Members that it has.' })
  declare seatsUsed: number
  @Field(() => Int, { description: 'Members that it may have, those agreed on beside the plan among them.' })
  declare seats: number
  @Field(() => Int, { description: 'Imports made this month.' })
  declare importsUsed: number
  @Field(() => Int, { nullable: true, description: 'Imports that a month may have; null for any number.' })
  declare imports: number | null
  @Field(() => DateTimeScalar, { description: 'When the next month begins: at midnight in UTC.' })
  declare importsResetAt: Date
  @Field(() => Int, { nullable: true, description: 'Sessions at once of one user; null for any number.' })
  declare sessionsAtOnce: number | null
}
