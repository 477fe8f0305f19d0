import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { defineConnection, toConnection } from '../../../graphql-kit/connection.ts'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { moneyOf } from '../../../graphql-kit/money.type.ts'
import { PageArgs } from '../../../graphql-kit/page.args.ts'
import { PeriodInput, spanOf } from '../../../graphql-kit/period.type.ts'
import { relate } from '../../../graphql-kit/relations.ts'
import { isRep } from '../../../kernel/actor.ts'
import { timeZoneOf } from '../../organizations/service/index.ts'
import type { PaymentRow } from '../service/payment-rows.ts'
import type { Candidate } from '../service/report-candidate.ts'
import type { ReportDecisionRow } from '../service/report-decisions.ts'
import { countDiffering, type DifferingReportRow, listDiffering, sumReconciliation } from '../service/reconcile-lists.ts'
import { Payment } from './payment.type.ts'
import { paymentById, reportIdOfPayment } from './payments.loaders.ts'
import { ofPayment } from './payments.relations.ts'
import { DifferingReport, MatchCandidate, Reconciliation, ReconciliationTotals, ReportDecision } from './reconciliation.type.ts'

const { Connection: DifferingReportConnection, ConnectionResolver: DifferingConnectionResolver } = defineConnection(
  'DifferingReport',
  () => DifferingReport,
)

const paidIn = { nullable: true, description: 'Of reports and payments of these days alone.' } as const

@Resolver()
class ReconciliationQueries {
  @Query(() => DifferingReportConnection, {
    description:
      'Reports that wait to be reconciled, beside whom a payment of the same lead stands, in the days in which they could be the same money, whose amount or currency is another. The latest first.',
  })
  async differingReports(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('period', () => PeriodInput, paidIn) period: PeriodInput | undefined,
    @Ctx() context: GraphContext,
  ) {
    const span = await spanIn(context, period)
    return toConnection(await listDiffering(context.tx, span, page), () => countDiffering(context.tx, span))
  }

  @Query(() => ReconciliationTotals, { description: 'How much waits to be reconciled, in each list and currency.' })
  async reconciliationTotals(@Arg('period', () => PeriodInput, paidIn) period: PeriodInput | undefined, @Ctx() context: GraphContext) {
    const sums = await sumReconciliation(context.tx, await spanIn(context, period))
    const of = (list: string) =>
      sums
        .filter((sum) => sum.list === list)
        .map(({ payments, amountMinor, currency }) => ({ payments, amount: moneyOf(amountMinor, currency) }))
    return { reported: of('reported'), processor: of('processor'), differing: of('differing') }
  }
}

async function spanIn(context: GraphContext, period: PeriodInput | undefined) {
  return period && spanOf(period, 'period', await timeZoneOf(context.tx))
}

@Resolver(() => Payment)
class PaymentReconciliationResolver {
  @FieldResolver(() => Reconciliation, {
    nullable: true,
    description: 'What a person decided of it, where it is a report; none leaves it to the rule.',
  })
  reconciliation(@Root() payment: PaymentRow) {
    return payment.reconciliation
  }

  @FieldResolver(() => Payment, {
    nullable: true,
    description: 'Of a report, the payment that stands for it: that counts, the report does not.',
  })
  matchedPayment(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    return ofPayment.matchedPayment.of(context, payment)
  }

  @FieldResolver(() => Payment, { nullable: true, description: 'The report that it stands for.' })
  async report(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    if (payment.origin === 'form') return null
    const id = await reportIdOfPayment.load(context, payment.id)
    return id && paymentById.load(context, id)
  }

  @FieldResolver(() => [MatchCandidate], {
    description:
      'Of a report that waits, payments that may be its money; of a payment that stands for none, reports that may be of it. The likeliest first, at most five. Empty for a sales rep.',
  })
  matchCandidates(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    return isRep(context.actor) ? [] : ofPayment.matchCandidates.of(context, payment)
  }

  @FieldResolver(() => [ReportDecision], {
    description: 'What was ever decided of it, where it is a report; the newest first. Empty for a sales rep.',
  })
  async reportDecisions(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    return (await ofPayment.reportDecisions.of(context, payment)) ?? []
  }
}

const ofDiffering = {
  report: relate('DifferingReport', 'report', paymentById, (pair: DifferingReportRow) => pair.id),
  payment: relate('DifferingReport', 'payment', paymentById, (pair: DifferingReportRow) => pair.paymentId),
}

@Resolver(() => DifferingReport)
class DifferingReportResolver {
  @FieldResolver(() => Payment, { description: 'What a closer reported.' })
  report(@Root() pair: DifferingReportRow, @Ctx() context: GraphContext) {
    return ofDiffering.report.of(context, pair)
  }

  @FieldResolver(() => Payment, { description: 'What came in.' })
  payment(@Root() pair: DifferingReportRow, @Ctx() context: GraphContext) {
    return ofDiffering.payment.of(context, pair)
  }
}

@Resolver(() => MatchCandidate)
class MatchCandidateResolver {
  @FieldResolver(() => Payment, { nullable: true, description: 'The other side.' })
  payment(@Root() candidate: Candidate, @Ctx() context: GraphContext) {
    return paymentById.load(context, candidate.paymentId)
  }
}

@Resolver(() => ReportDecision)
class ReportDecisionResolver {
  @FieldResolver()
  decidedBy(@Root() decision: ReportDecisionRow) {
    return decision.decidedByName
  }

  @FieldResolver(() => Payment, { nullable: true, description: 'The payment that it was matched with.' })
  matchedPayment(@Root() decision: ReportDecisionRow, @Ctx() context: GraphContext) {
    return decision.matchedPaymentId && paymentById.load(context, decision.matchedPaymentId)
  }
}

export const reconciliationResolvers = [
  ReconciliationQueries,
  DifferingConnectionResolver,
  PaymentReconciliationResolver,
  DifferingReportResolver,
  MatchCandidateResolver,
  ReportDecisionResolver,
]
