import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { defineConnection, toConnection } from '../../../graphql-kit/connection.ts'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { moneyOf } from '../../../graphql-kit/money.type.ts'
import { PageArgs } from '../../../graphql-kit/page.args.ts'
import { relate } from '../../../graphql-kit/relations.ts'
import { requireScope } from '../../../graphql-kit/require-scope.ts'
import { notFound } from '../../../kernel/errors.ts'
import { Payment } from '../../payments/graphql/payment.type.ts'
import { paymentById } from '../../payments/graphql/payments.loaders.ts'
import type { PaymentRow } from '../../payments/service/index.ts'
import { Closer } from '../../roster/graphql/closer.type.ts'
import { closerById, setterById } from '../../roster/graphql/roster.loaders.ts'
import { Setter } from '../../roster/graphql/setter.type.ts'
import { answerCreditDispute } from '../service/answer-credit-dispute.ts'
import {
  countCreditDisputes,
  type CreditDisputeRow,
  listCreditDisputes,
  loadCreditDisputes,
  loadDisputesOfPayments,
} from '../service/credit-dispute-rows.ts'
import { disputeCredit } from '../service/dispute-credit.ts'
import { withdrawCreditDispute } from '../service/withdraw-credit-dispute.ts'
import { CreditDispute } from './credit-dispute.type.ts'
import {
  AnswerCreditDisputeInput,
  AnswerCreditDisputePayload,
  CreditDisputeFilter,
  CreditDisputeOrder,
  DisputeCreditInput,
  DisputeCreditPayload,
  WithdrawCreditDisputeInput,
  WithdrawCreditDisputePayload,
} from './credit-disputes.inputs.ts'

const { Connection: CreditDisputeConnection, ConnectionResolver: CreditDisputeConnectionResolver } = defineConnection(
  'CreditDispute',
  () => CreditDispute,
)
const disputeById = defineLoader<CreditDisputeRow | null>(loadCreditDisputes, null)
const disputesOfPayment = defineLoader<readonly CreditDisputeRow[]>(loadDisputesOfPayments, [])
const ofPayment = relate('Payment', 'creditDisputes', disputesOfPayment, (payment: PaymentRow) => payment.id)
const ofDispute = {
  payment: relate('CreditDispute', 'payment', paymentById, (dispute: CreditDisputeRow) => dispute.paymentId),
  closer: relate('CreditDispute', 'closer', closerById, (dispute: CreditDisputeRow) => dispute.closerId),
  setter: relate('CreditDispute', 'setter', setterById, (dispute: CreditDisputeRow) => dispute.setterId),
}

/** A dispute that was made or settled: the same sent again may find that the team does not show it any more. */
async function disputeOf(context: GraphContext, id: string): Promise<CreditDisputeRow> {
  const dispute = await disputeById.load(context, id)
  if (!dispute) throw notFound('dispute')
  return dispute
}

@Resolver(() => CreditDispute)
class CreditDisputeResolver {
  @Query(() => CreditDisputeConnection, {
    description: 'Disputed credits that the caller may see, the newest first unless asked otherwise. A sales rep sees their own.',
  })
  async creditDisputes(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => CreditDisputeFilter, { nullable: true, description: 'Which.' }) filter: CreditDisputeFilter | undefined,
    @Arg('orderBy', () => CreditDisputeOrder, { nullable: true, description: 'In which order.' }) orderBy: CreditDisputeOrder | undefined,
    @Ctx() context: GraphContext,
  ) {
    const rows = await listCreditDisputes(context.tx, filter ?? {}, orderBy?.direction ?? 'desc', page)
    return toConnection(rows, () => countCreditDisputes(context.tx, filter ?? {}))
  }

  @Mutation(() => DisputeCreditPayload, { description: 'Says that a credit of the caller’s own is wrong, or missing.' })
  async disputeCredit(
    @Arg('input', () => DisputeCreditInput, { description: 'What is wrong.' }) input: DisputeCreditInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('disputeCredit', input, (tx) => disputeCredit({ actor: context.actor, input, tx }))
    return { dispute: await disputeOf(context, id) }
  }

  @Mutation(() => WithdrawCreditDisputePayload, { description: 'Takes back a dispute of the caller’s own that is open.' })
  async withdrawCreditDispute(
    @Arg('input', () => WithdrawCreditDisputeInput, { description: 'Which.' }) input: WithdrawCreditDisputeInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('withdrawCreditDispute', input, (tx) => withdrawCreditDispute({ actor: context.actor, input, tx }))
    return { dispute: await disputeOf(context, id) }
  }

  @Mutation(() => AnswerCreditDisputePayload, {
    description: 'Answers a disputed credit. The credit itself is corrected apart, by attributePayment.',
  })
  async answerCreditDispute(
    @Arg('input', () => AnswerCreditDisputeInput, { description: 'The answer.' }) input: AnswerCreditDisputeInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('answerCreditDispute', input, (tx) => answerCreditDispute({ actor: context.actor, input, tx }))
    return { dispute: await disputeOf(context, id) }
  }

  @FieldResolver()
  missing(@Root() dispute: CreditDisputeRow) {
    return dispute.paymentId === null
  }

  @FieldResolver()
  amount(@Root() { amountMinor, currency }: CreditDisputeRow) {
    return amountMinor === null || currency === null ? null : moneyOf(amountMinor, currency)
  }

  @FieldResolver()
  madeBy(@Root() dispute: CreditDisputeRow) {
    return dispute.madeByName
  }

  @FieldResolver()
  settledBy(@Root() dispute: CreditDisputeRow) {
    return dispute.settledByName
  }

  @FieldResolver(() => Payment, {
    nullable: true,
    description: 'The payment; none where one is missing, and for a sales rep where it is credited to somebody else or deleted by now.',
  })
  payment(@Root() dispute: CreditDisputeRow, @Ctx() context: GraphContext) {
    requireScope(context, 'payments:read')
    return ofDispute.payment.of(context, dispute)
  }

  @FieldResolver(() => Closer, { nullable: true, description: 'Whose statement it is about, if a closer’s.' })
  closer(@Root() dispute: CreditDisputeRow, @Ctx() context: GraphContext) {
    return ofDispute.closer.of(context, dispute)
  }

  @FieldResolver(() => Setter, { nullable: true, description: 'Whose statement it is about, if a setter’s.' })
  setter(@Root() dispute: CreditDisputeRow, @Ctx() context: GraphContext) {
    return ofDispute.setter.of(context, dispute)
  }
}

@Resolver(() => Payment)
class DisputesOfPaymentResolver {
  @FieldResolver(() => [CreditDispute], {
    description:
      'What closers and setters said of its credit of late, the newest first, at most 20. A sales rep sees what they said themselves.',
  })
  creditDisputes(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    return ofPayment.of(context, payment)
  }
}

export const creditDisputeResolvers = [CreditDisputeResolver, CreditDisputeConnectionResolver, DisputesOfPaymentResolver]
