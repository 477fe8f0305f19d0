import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { OrganizationState } from '../../../graphql-kit/organization-state.type.ts'
import { CurrencyCodeScalar, DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { OrganizationPlan, PlanUsage } from '../../organizations/graphql/plan.type.ts'

export const PlatformHealth = {
  NOT_CONNECTED: 'not_connected',
  FAILING: 'failing',
  REFUSING: 'refusing',
  QUIET: 'quiet',
  GOOD: 'good',
} as const
registerEnumType(PlatformHealth, {
  name: 'PlatformHealth',
  description: 'How an organization does, by its webhooks of the last seven days: the worst that is true of it.',
  valuesConfig: {
    NOT_CONNECTED: { description: 'No provider is connected, so nothing can arrive.' },
    FAILING: { description: 'A delivery failed or was parked.' },
    REFUSING: { description: 'A tenth or more of the webhooks was refused.' },
    QUIET: { description: 'Nothing arrived.' },
    GOOD: { description: 'Deliveries arrive, and are acted on.' },
  },
})

@ObjectType({ description: 'When an organization took its first steps; null for those not taken yet.', simpleResolvers: true })
export class PlatformActivation {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Connected its first provider.' })
  declare connectedAt: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'Had its first event.' })
  declare firstEventAt: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'Filed its first post-call form.' })
  declare firstFormAt: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'Had its first payment.' })
  declare firstPaymentAt: string | null
}

@ObjectType({ description: 'What became of an organization’s webhooks in the last seven days.', simpleResolvers: true })
export class PlatformDeliveries {
  @Field(() => Int, { description: 'How many arrived; counted no further than 10,000, as are the others.' })
  declare deliveries: number
  @Field(() => Int, { description: 'Those that were not let in.' })
  declare refused: number
  @Field(() => Int, { description: 'Those that failed and will be tried again.' })
  declare failed: number
  @Field(() => Int, { description: 'Those that failed too often and wait for a person.' })
  declare parked: number
  @Field(() => Int, { description: 'Those that wait until the organization is active again.' })
  declare held: number
}

@ObjectType({ description: 'An organization as the operators of the platform see it.', simpleResolvers: true })
export class PlatformOrganization {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => String, { description: 'Its name.' })
  declare name: string
  @Field(() => String, { description: 'IANA name of the zone whose days are its days.' })
  declare timeZone: string
  @Field(() => CurrencyCodeScalar, { description: 'The currency that it reports in.' })
  declare currency: string
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  declare createdAt: string
  @Field(() => OrganizationPlan, { description: 'What it pays for.' })
  declare plan: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'When its trial is over; none on a plan that is paid for.' })
  declare trialEndsAt: string | null
  @Field(() => Boolean, { description: 'Whether its trial is over, so that it can only be read.' })
  declare readOnly: boolean
  @Field(() => Int, { description: 'Seats by agreement, beside those of its plan.' })
  declare extraSeats: number
  @Field(() => OrganizationState, { description: 'Whether anybody may act in it.' })
  declare state: string
  @Field(() => String, { nullable: true, description: 'Why an operator suspended it or has it deleted.' })
  declare stateReason: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'From when on its deletion is carried out.' })
  declare deleteAfter: string | null
  @Field(() => String, { nullable: true, description: 'Its owner’s name; none until the invited owner has accepted.' })
  declare ownerName: string | null
  @Field(() => String, { nullable: true, description: 'Its owner’s e-mail address.' })
  declare ownerEmail: string | null
  @Field(() => PlanUsage, { description: 'How much it has used of what its plan allows.' })
  declare usage: PlanUsage
  @Field(() => Int, { description: 'How many events it has; counted no further than 10,000, as are payments and forms.' })
  declare events: number
  @Field(() => Int, { description: 'How many payments it has.' })
  declare payments: number
  @Field(() => Int, { description: 'How many post-call forms were filed.' })
  declare forms: number
  @Field(() => DateTimeScalar, { nullable: true, description: 'When anybody but an operator last changed something there.' })
  declare lastActiveAt: string | null
  @Field(() => PlatformHealth, { description: 'How it does, in a word.' })
  declare health: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the caller acts for it; none who does not.' })
  declare actingUntil: string | null
}
