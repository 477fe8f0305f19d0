import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { CurrencyCodeScalar, DateScalar, DateTimeScalar, DecimalScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const RateOrigin = { MANUAL: 'manual', FILE: 'file', REFERENCE: 'reference' } as const
registerEnumType(RateOrigin, {
  name: 'RateOrigin',
  description: 'Where a rate is from. Of one day, an earlier one of these outranks a later one.',
  valuesConfig: {
    MANUAL: { description: 'Set by hand in the organization.' },
    FILE: { description: 'From a file that the organization uploaded.' },
    REFERENCE: { description: 'The European Central Bank’s reference rate, which all organizations share.' },
  },
})

@ObjectType({ description: 'One of the organization’s own rates.', simpleResolvers: true })
export class ExchangeRate {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => DateScalar, {
    description: 'The day whose rate it is. It serves the six days after it as well, unless there is a newer one.',
  })
  declare day: string
  @Field(() => CurrencyCodeScalar, { description: 'The currency of which one unit is meant.' })
  declare base: string
  @Field(() => CurrencyCodeScalar, { description: 'The currency that the rate is in.' })
  declare quote: string
  @Field(() => DecimalScalar, { description: 'How much of `quote` one unit of `base` was.' })
  declare rate: string
  @Field(() => RateOrigin, { description: 'MANUAL or FILE.' })
  declare origin: string
  @Field(() => String, { description: 'Who brought it.' })
  declare setByName: string
  @Field(() => DateTimeScalar, { description: 'When.' })
  declare setAt: string
}

@ObjectType({ description: 'The rate by which an amount of a day is converted.', simpleResolvers: true })
export class FoundRate {
  @Field(() => DecimalScalar, { description: 'How much of the second currency one unit of the first was.' })
  declare rate: string
  @Field(() => DateScalar, { description: 'The day whose rate it is: the one asked for, or the newest of the six before it.' })
  declare day: string
  @Field(() => RateOrigin, { description: 'Where it is from.' })
  declare origin: string
  @Field(() => Boolean, { description: 'Computed by way of the euro, since the two are not quoted against each other.' })
  declare throughEuro: boolean
}

@ObjectType({ description: 'What a file of rates holds, and what of it is new.', simpleResolvers: true })
export class RateFileReport {
  @Field(() => Int, { description: 'How many days.' })
  declare days: number
  @Field(() => DateScalar, { description: 'The first day.' })
  declare from: string
  @Field(() => DateScalar, { description: 'The last day.' })
  declare to: string
  @Field(() => [CurrencyCodeScalar], { description: 'The currencies, each against the euro.' })
  declare currencies: string[]
  @Field(() => Int, { description: 'How many rates.' })
  declare rates: number
  @Field(() => Int, { description: 'How many of them were not known.' })
  declare added: number
  @Field(() => Int, { description: 'How many differ from what was known.' })
  declare changed: number
}

@ObjectType({ description: 'The European Central Bank’s reference rates, as far as they are known.', simpleResolvers: true })
export class PlatformRates {
  @Field(() => Int, { description: 'Of how many days.' })
  declare days: number
  @Field(() => Int, { description: 'How many rates.' })
  declare rates: number
  @Field(() => Int, { description: 'Of how many currencies.' })
  declare currencies: number
  @Field(() => DateScalar, { nullable: true, description: 'The first day; none where there is no rate.' })
  declare oldestDay: string | null
  @Field(() => DateScalar, { nullable: true, description: 'The last day; none where there is no rate.' })
  declare newestDay: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When one was last brought.' })
  declare importedAt: string | null
}
