import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { defineConnection, toConnection } from '../../../graphql-kit/connection.ts'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { moneyOf } from '../../../graphql-kit/money.type.ts'
import { PageArgs } from '../../../graphql-kit/page.args.ts'
import { checkPeriod, PeriodInput } from '../../../graphql-kit/period.type.ts'
import { relate } from '../../../graphql-kit/relations.ts'
import { Payment } from '../../payments/graphql/payment.type.ts'
import { paymentById } from '../../payments/graphql/payments.loaders.ts'
import { countStatement, listStatement, type StatementLineRow } from '../service/statement-lines.ts'
import { creditDisputeResolvers } from './credit-disputes.resolver.ts'
import { type StatementAmounts, StatementLine } from './statement.type.ts'

const { Connection: StatementLineConnection, ConnectionResolver: StatementLineConnectionResolver } = defineConnection(
  'StatementLine',
  () => StatementLine,
)
const paymentOfLine = relate('StatementLine', 'payment', paymentById, (line: StatementLineRow) => line.id)

const amountsOf = (collected: bigint, refunded: bigint, lost: bigint, currency: string): StatementAmounts => ({
  collected: moneyOf(collected, currency),
  refunded: moneyOf(refunded, currency),
  lost: moneyOf(lost, currency),
  net: moneyOf(collected - refunded - lost, currency),
})

@Resolver(() => StatementLine)
class StatementLineResolver {
  @Query(() => StatementLineConnection, {
    description:
      'What was collected in a period and is credited to somebody, a line for each payment, the latest first. The lines add up to what metrics tells of the same person and days. A sales rep has their own, and none where the team keeps single payments to itself.',
  })
  async statementLines(
    @Arg('period', () => PeriodInput, { description: 'The days that it was paid on.' }) period: PeriodInput,
    @Arg('closerId', () => ID, { nullable: true, description: 'What is credited to this closer.' }) closerId: string | undefined,
    @Arg('setterId', () => ID, { nullable: true, description: 'What is credited to this setter.' }) setterId: string | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    checkPeriod(period, 'period')
    const question = { period, closerId, setterId }
    return toConnection(await listStatement(context.tx, question, page), () => countStatement(context.tx, question))
  }

  @FieldResolver()
  paid(@Root() { amountMinor, refundedMinor, lostMinor, currency }: StatementLineRow) {
    return amountsOf(amountMinor, refundedMinor, lostMinor, currency)
  }

  @FieldResolver()
  held(@Root() { heldMinor, currency }: StatementLineRow) {
    return moneyOf(heldMinor, currency)
  }

  @FieldResolver()
  reporting(@Root() line: StatementLineRow) {
    const { reportingAmountMinor, reportingRefundedMinor, reportingLostMinor, reportingCurrency } = line
    if (reportingAmountMinor === null) return null
    return amountsOf(reportingAmountMinor, reportingRefundedMinor ?? 0n, reportingLostMinor ?? 0n, reportingCurrency)
  }

  @FieldResolver(() => Payment, { description: 'The payment itself, whole.' })
  payment(@Root() line: StatementLineRow, @Ctx() context: GraphContext) {
    return paymentOfLine.of(context, line)
  }
}

export const statementResolvers = [StatementLineResolver, StatementLineConnectionResolver, ...creditDisputeResolvers]
