import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { matchReport } from '../service/match-report-by-hand.ts'
import { confirmReport, keepReportApart, rejectReport } from '../service/reconcile-reports.ts'
import { reopenReport } from '../service/report-reopen.ts'
import { paymentById } from './payments.loaders.ts'
import {
  ConfirmReportInput,
  KeepReportApartInput,
  MatchReportInput,
  RejectReportInput,
  ReopenReportInput,
} from './reconciliation.inputs.ts'
import { ReportDecidedPayload } from './reconciliation.type.ts'

const which = { description: 'Which report, and what to say of it.' } as const

/** What people decide of cash that closers reported. */
@Resolver()
class ReconciliationVerbs {
  @Mutation(() => ReportDecidedPayload, {
    description: 'Says that a payment is the money that a closer reported: the two count once, and the payment is for the form’s event.',
  })
  async matchReport(@Arg('input', () => MatchReportInput, which) input: MatchReportInput, @Ctx() context: GraphContext) {
    return decided(context, await context.write('matchReport', input, (tx) => matchReport({ actor: context.actor, input, tx })))
  }

  @Mutation(() => ReportDecidedPayload, {
    description: 'Says that a report is other money than the payment that was taken for it: both count.',
  })
  async keepReportApart(@Arg('input', () => KeepReportApartInput, which) input: KeepReportApartInput, @Ctx() context: GraphContext) {
    return decided(context, await context.write('keepReportApart', input, (tx) => keepReportApart({ actor: context.actor, input, tx })))
  }

  @Mutation(() => ReportDecidedPayload, {
    description: 'Says that reported money came in where no processor tells of it: by wire, in cash, by check. It counts for good.',
  })
  async confirmReport(@Arg('input', () => ConfirmReportInput, which) input: ConfirmReportInput, @Ctx() context: GraphContext) {
    return decided(context, await context.write('confirmReport', input, (tx) => confirmReport({ actor: context.actor, input, tx })))
  }

  @Mutation(() => ReportDecidedPayload, { description: 'Says that reported money never came in: it counts nowhere.' })
  async rejectReport(@Arg('input', () => RejectReportInput, which) input: RejectReportInput, @Ctx() context: GraphContext) {
    return decided(context, await context.write('rejectReport', input, (tx) => rejectReport({ actor: context.actor, input, tx })))
  }

  @Mutation(() => ReportDecidedPayload, { description: 'Takes back whatever was decided of a report: the rule decides of it again.' })
  async reopenReport(@Arg('input', () => ReopenReportInput, which) input: ReopenReportInput, @Ctx() context: GraphContext) {
    return decided(context, await context.write('reopenReport', input, (tx) => reopenReport({ actor: context.actor, input, tx })))
  }
}

async function decided(context: GraphContext, { reportId }: { reportId: string }) {
  const report = await paymentById.load(context, reportId)
  return { report, payment: report?.matchedPaymentId ? await paymentById.load(context, report.matchedPaymentId) : null }
}

export const reconciliationVerbs = [ReconciliationVerbs]
