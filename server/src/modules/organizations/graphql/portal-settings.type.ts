import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'

export const ShownLeaderboard = { HIDDEN: 'hidden', RANKS: 'ranks', NAMES: 'names' } as const
registerEnumType(ShownLeaderboard, {
  name: 'ShownLeaderboard',
  description: 'What of the leaderboard sales reps see.',
  valuesConfig: {
    HIDDEN: { description: 'Nothing.' },
    RANKS: { description: 'Where they are themselves among the others, who have no names.' },
    NAMES: { description: 'Who is where.' },
  },
})

export const ShownMoney = { NONE: 'none', FIGURES: 'figures', PAYMENTS: 'payments' } as const
registerEnumType(ShownMoney, {
  name: 'ShownMoney',
  description: 'What of the money on their calls sales reps see. What a form says stays on the form.',
  valuesConfig: {
    NONE: { description: 'Nothing.' },
    FIGURES: { description: 'The sums among their own figures.' },
    PAYMENTS: { description: 'Their own sums, and every payment.' },
  },
})

const leaderboardMeaning = 'What of the leaderboard of those who do what they do.'
const othersMeaning = 'Whether the leaderboard has the figures of others, beside their places.'
const contactsMeaning = 'Whether the e-mail addresses and phone numbers of leads are shown.'
const moneyMeaning = 'What of the money on their calls.'

@ObjectType({
  description: 'What the organization shows its sales reps, signed in or by portal link. Owners, admins and keys see all of it.',
  simpleResolvers: true,
})
export class PortalSettings {
  @Field(() => ShownLeaderboard, { description: leaderboardMeaning })
  declare leaderboard: string
  @Field(() => Boolean, { description: othersMeaning })
  declare othersFigures: boolean
  @Field(() => Boolean, { description: contactsMeaning })
  declare leadContacts: boolean
  @Field(() => ShownMoney, { description: moneyMeaning })
  declare money: string
}

@InputType({ description: 'What to change of what sales reps see. What is not given stays as it is.' })
export class UpdatePortalSettingsInput extends RetryableInput {
  @Field(() => ShownLeaderboard, { nullable: true, description: leaderboardMeaning })
  leaderboard?: 'hidden' | 'ranks' | 'names' | null
  @Field(() => Boolean, { nullable: true, description: othersMeaning })
  othersFigures?: boolean | null
  @Field(() => Boolean, { nullable: true, description: contactsMeaning })
  leadContacts?: boolean | null
  @Field(() => ShownMoney, { nullable: true, description: moneyMeaning })
  money?: 'none' | 'figures' | 'payments' | null
}

@ObjectType({ description: 'What sales reps see from now on.' })
export class UpdatePortalSettingsPayload {
  @Field(() => PortalSettings, { description: 'The settings.' })
  declare portalSettings: PortalSettings
}
