import { Field, InputType, ObjectType } from 'type-graphql'
import { formatDecimal, type Money as MinorMoney } from '../lib/money.ts'
import { CurrencyCodeScalar, DecimalScalar } from './scalars/scalars.ts'

@ObjectType({ description: 'An amount of money.', simpleResolvers: true })
export class Money {
  @Field(() => DecimalScalar, { description: 'In major units, with as many decimals as the currency has: "1234.50".' })
  declare amount: string
  @Field(() => CurrencyCodeScalar, { description: 'ISO 4217.' })
  declare currency: string
}

@InputType({ description: 'An amount of money.' })
export class MoneyInput {
  @Field(() => DecimalScalar, { description: 'In major units: "1234.50". No more decimals than the currency has.' })
  declare amount: string
  @Field(() => CurrencyCodeScalar, { description: 'ISO 4217.' })
  declare currency: string
}

export const moneyOf = (amountMinor: bigint, currency: string): Money => toMoney({ amountMinor, currency })

export const toMoney = (money: MinorMoney): Money => ({ amount: formatDecimal(money), currency: money.currency })
