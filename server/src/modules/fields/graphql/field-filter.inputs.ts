import { Field, Float, InputType } from 'type-graphql'
import { CurrencyCodeScalar, DateScalar, DecimalScalar } from '../../../graphql-kit/scalars/scalars.ts'

@InputType({ description: 'Which texts: one of the three.' })
export class TextComparisonInput {
  @Field(() => String, { nullable: true, description: 'Just this text.' })
  equals?: string | null
  @Field(() => [String], { nullable: true, description: 'One of these texts.' })
  anyOf?: string[] | null
  @Field(() => String, { nullable: true, description: 'Texts with this in them, in whichever case.' })
  contains?: string | null
}

@InputType({ description: 'Which numbers: one, or a span with its bounds.' })
export class NumberComparisonInput {
  @Field(() => Float, { nullable: true, description: 'Just this number.' })
  equals?: number | null
  @Field(() => Float, { nullable: true, description: 'At least this.' })
  from?: number | null
  @Field(() => Float, { nullable: true, description: 'At most this.' })
  to?: number | null
}

@InputType({ description: 'Which amounts of a currency: one, a span with its bounds, or any.' })
export class MoneyComparisonInput {
  @Field(() => CurrencyCodeScalar, { description: 'ISO 4217; amounts in others are not compared.' })
  declare currency: string
  @Field(() => DecimalScalar, { nullable: true, description: 'Just this amount, in major units.' })
  equals?: string | null
  @Field(() => DecimalScalar, { nullable: true, description: 'At least this, in major units.' })
  from?: string | null
  @Field(() => DecimalScalar, { nullable: true, description: 'At most this, in major units.' })
  to?: string | null
}

@InputType({ description: 'Which days: one, or a span with its bounds.' })
export class DateComparisonInput {
  @Field(() => DateScalar, { nullable: true, description: 'Just this day.' })
  equals?: string | null
  @Field(() => DateScalar, { nullable: true, description: 'This day or later.' })
  from?: string | null
  @Field(() => DateScalar, { nullable: true, description: 'This day or earlier.' })
  to?: string | null
}

@InputType({
  description:
    'What one of the organization’s own fields has to be: one comparison, that of the field’s kind, or whether it has a value. At most five fields in a filter.',
})
export class FieldFilterInput {
  @Field(() => String, { description: 'The field’s key.' })
  declare key: string
  @Field(() => Boolean, { nullable: true, description: 'Of any kind: whether it has a value.' })
  isSet?: boolean | null
  @Field(() => TextComparisonInput, { nullable: true, description: 'Of a TEXT, LONG_TEXT, EMAIL, PHONE or URL.' })
  text?: TextComparisonInput | null
  @Field(() => [String], { nullable: true, description: 'Of a SELECT or MULTI_SELECT: it has one of these options, by their keys.' })
  options?: string[] | null
  @Field(() => NumberComparisonInput, { nullable: true, description: 'Of a NUMBER.' })
  number?: NumberComparisonInput | null
  @Field(() => MoneyComparisonInput, { nullable: true, description: 'Of MONEY.' })
  money?: MoneyComparisonInput | null
  @Field(() => Boolean, { nullable: true, description: 'Of a BOOLEAN; what has no value is neither.' })
  boolean?: boolean | null
  @Field(() => DateComparisonInput, { nullable: true, description: 'Of a DATE.' })
  date?: DateComparisonInput | null
}

/** What every list says of its filter by own fields. */
export const fieldFilterDescription = 'Whose own fields are all of these.'
