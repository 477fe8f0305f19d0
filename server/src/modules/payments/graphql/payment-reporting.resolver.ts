import { Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { Money, moneyOf } from '../../../graphql-kit/money.type.ts'
import { CurrencyCodeScalar, DateScalar, DecimalScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { RateOrigin } from '../../rates/graphql/rate.type.ts'
import { currenciesInUse } from '../service/currencies-in-use.ts'
import { loadReporting, type PaymentReporting } from '../service/payment-reporting.ts'
import type { PaymentRow } from '../service/payment-rows.ts'
import { Payment } from './payment.type.ts'

@ObjectType({ description: 'By what a payment was converted.', simpleResolvers: true })
class ReportingRate {
  @Field(() => DecimalScalar, { description: 'How much of the organization’s currency one unit of the payment’s was.' })
  declare rate: string
  @Field(() => DateScalar, { description: 'The day whose rate it is: the day that it was paid, or the newest of the six before it.' })
  declare day: string
  @Field(() => RateOrigin, { nullable: true, description: 'Where it is from; none for the moment in which it is converted anew.' })
  declare origin: string | null
}

@ObjectType({ description: 'A currency that payments of the organization are in.', simpleResolvers: true })
class CurrencyInUse {
  @Field(() => CurrencyCodeScalar, { description: 'The currency.' })
  declare currency: string
  @Field(() => Int, { description: 'How many payments.' })
  declare payments: number
  @Field(() => Int, { description: 'How many of them are in no figure, since no rate of their day is known.' })
  declare withoutRate: number
  @Field(() => [DateScalar], { description: 'The days of those, the newest first; at most 31.' })
  declare daysWithoutRate: string[]
  @Field(() => DateScalar, { description: 'The day of the earliest payment.' })
  declare earliestDay: string
}

const reportingOf = defineLoader<PaymentReporting | null>(loadReporting, null)

/** What a payment is worth in the currency that the organization reports in. */
@Resolver(() => Payment)
export class PaymentReportingResolver {
  @Query(() => [CurrencyInUse], { description: 'The currencies of the organization’s payments, the most used first.' })
  currenciesInUse(@Ctx() context: GraphContext) {
    return currenciesInUse(context.tx)
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What was collected, in the organization’s currency at the rate of its day; none where no rate is known.',
  })
  async reportingAmount(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    const found = await reportingOf.load(context, payment.id)
    return found && moneyOf(found.amountMinor, found.currency)
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What is left of it, in the organization’s currency at the rate of its day; none where no rate is known.',
  })
  async reportingNet(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    const found = await reportingOf.load(context, payment.id)
    return found && moneyOf(found.netMinor, found.currency)
  }

  @FieldResolver(() => ReportingRate, {
    nullable: true,
    description: 'By what it was converted; none where it was paid in the organization’s currency, or no rate is known.',
  })
  async reportingRate(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    const found = await reportingOf.load(context, payment.id)
    return found?.day === null ? null : found
  }
}
