import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { PeriodInput } from '../../../graphql-kit/period.type.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { CurrencyCodeScalar, DateScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { ExchangeRate, PlatformRates, RateFileReport, RateOrigin } from './rate.type.ts'

const fileContent =
  'What is in it: eurofxref-daily.xml, eurofxref-hist-90d.xml or eurofxref-hist.xml, or the table inside of eurofxref.zip or eurofxref-hist.zip.'
const dryRunDescription = 'Write nothing: only say what would be.'
const converted = 'How many payments were converted by it at once.'
const converting = 'Whether more of them are being converted meanwhile.'

@InputType({ description: 'Which of the organization’s own rates. Every field given must hold; a list means any of its values.' })
export class ExchangeRateFilter {
  @Field(() => [CurrencyCodeScalar], { nullable: true, description: 'From or into one of these currencies.' })
  currencies?: string[]
  @Field(() => [RateOrigin], { nullable: true, description: 'Set by hand, or from a file.' })
  origins?: string[]
  @Field(() => PeriodInput, { nullable: true, description: 'Of these days.' })
  days?: PeriodInput
}

@InputType({ description: 'A rate to set by hand.' })
export class SetExchangeRateInput extends RetryableInput {
  @Field(() => DateScalar, { description: 'The day.' })
  declare day: string
  @Field(() => CurrencyCodeScalar, { description: 'The currency of which one unit is meant.' })
  declare base: string
  @Field(() => CurrencyCodeScalar, { description: 'The currency that the rate is in.' })
  declare quote: string
  @Field(() => String, {
    description: 'How much of `quote` one unit of `base` was, as digits with a point: "1.0842". At most 15 after it.',
  })
  declare rate: string
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Sets it for every day until this one; at most 366. For the one day unless given.',
  })
  until?: string | null
}

@InputType({ description: 'Which rate to remove.' })
export class RemoveExchangeRateInput extends RetryableInput {
  @Field(() => ID, { description: 'The rate.' })
  declare id: string
}

@InputType({ description: 'A file of the European Central Bank’s rates, for the organization alone.' })
export class ImportRatesInput extends RetryableInput {
  @Field(() => String, { description: 'The file’s name.' })
  declare fileName: string
  @Field(() => String, { description: `${fileContent} At most 2,100 rates at once.` })
  declare content: string
  @Field(() => Boolean, { nullable: true, description: dryRunDescription })
  dryRun?: boolean | null
}

@InputType({ description: 'A file of the European Central Bank’s rates, for all organizations.' })
export class ImportReferenceRatesInput extends RetryableInput {
  @Field(() => String, { description: 'The file’s name.' })
  declare fileName: string
  @Field(() => String, { description: `${fileContent} At most 60,000 rates at once.` })
  declare content: string
  @Field(() => String, { nullable: true, description: 'Why; it is kept with the act.' })
  reason?: string | null
  @Field(() => Boolean, { nullable: true, description: dryRunDescription })
  dryRun?: boolean | null
}

@ObjectType({ description: 'The rate that was set.' })
export class SetExchangeRatePayload {
  @Field(() => ExchangeRate, { description: 'The rate of the first day.' })
  declare exchangeRate: ExchangeRate
  @Field(() => Int, { description: 'For how many days it was set.' })
  declare days: number
  @Field(() => Int, { description: converted })
  declare converted: number
  @Field(() => Boolean, { description: converting })
  declare isConverting: boolean
}

@ObjectType({ description: 'The rate that is gone.' })
export class RemoveExchangeRatePayload {
  @Field(() => ID, { description: 'Which it was.' })
  declare id: string
  @Field(() => Int, { description: 'How many payments were converted anew at once; some may have no rate now.' })
  declare converted: number
  @Field(() => Boolean, { description: converting })
  declare isConverting: boolean
}

@ObjectType({ description: 'What became of the file.' })
export class ImportRatesPayload {
  @Field(() => RateFileReport, { description: 'What it holds.' })
  declare file: RateFileReport
  @Field(() => Int, { description: converted })
  declare converted: number
  @Field(() => Boolean, { description: converting })
  declare isConverting: boolean
}

@ObjectType({ description: 'What became of the file.' })
export class ImportReferenceRatesPayload {
  @Field(() => RateFileReport, { description: 'What it holds.' })
  declare file: RateFileReport
  @Field(() => PlatformRates, { description: 'What is known now.' })
  declare platformRates: PlatformRates
}
