import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Money } from '../../../graphql-kit/money.type.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { OffPlatformMethod, Payment } from './payment.type.ts'

export const Reconciliation = { MATCHED: 'matched', KEPT_APART: 'kept_apart', CONFIRMED: 'confirmed', REJECTED: 'rejected' } as const
registerEnumType(Reconciliation, {
  name: 'Reconciliation',
  description: 'What a person decided of a closer’s reported cash.',
  valuesConfig: {
    MATCHED: { description: 'A payment is this money: that counts, the report does not.' },
    KEPT_APART: { description: 'It is other money than what the rule, or anybody, might take for it: it counts.' },
    CONFIRMED: { description: 'It came in where no processor tells of it: it counts.' },
    REJECTED: { description: 'It never came in: it counts nowhere.' },
  },
})

const ReportDecisionKind = { ...Reconciliation, REOPENED: 'reopened' } as const
registerEnumType(ReportDecisionKind, {
  name: 'ReportDecisionKind',
  description: 'What was decided of a closer’s reported cash, once.',
  valuesConfig: {
    MATCHED: { description: 'A payment is this money.' },
    KEPT_APART: { description: 'It is other money than what came in.' },
    CONFIRMED: { description: 'It came in where no processor tells of it.' },
    REJECTED: { description: 'It never came in.' },
    REOPENED: { description: 'What was decided before was taken back: the rule decides.' },
  },
})

const MatchDifference = { NONE: 'none', DAY: 'day', AMOUNT: 'amount', LEAD: 'lead', CURRENCY: 'currency' } as const
registerEnumType(MatchDifference, {
  name: 'MatchDifference',
  description: 'In what a report and a payment that may be the same money differ.',
  valuesConfig: {
    NONE: { description: 'In nothing.' },
    DAY: { description: 'They are further apart than the rule allows.' },
    AMOUNT: { description: 'In the amount.' },
    LEAD: { description: 'Another lead paid, or it is not known who did.' },
    CURRENCY: { description: 'In the currency.' },
  },
})

@ObjectType({ description: 'A report and a payment that may be the same money.', simpleResolvers: true })
export class MatchCandidate {
  @Field(() => MatchDifference, { description: 'In what the two differ.' })
  declare differs: string
  @Field(() => String, { description: 'What speaks for it and against it, in a sentence.' })
  declare reason: string
}

@ObjectType({ description: 'What was decided of a closer’s reported cash, once.', simpleResolvers: true })
export class ReportDecision {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => ReportDecisionKind, { description: 'What.' })
  declare kind: string
  @Field(() => OffPlatformMethod, { nullable: true, description: 'How the money came that was confirmed.' })
  declare method: string | null
  @Field(() => String, { nullable: true, description: 'Why.' })
  declare reason: string | null
  @Field(() => String, { description: 'Who decided it; Clinch, where the form was amended.' })
  declare decidedBy: string
  @Field(() => DateTimeScalar, { description: 'When.' })
  declare decidedAt: string
}

@ObjectType({
  description: 'A report that waits, beside the nearest payment of the same lead, whose amount or currency is another.',
  simpleResolvers: true,
})
export class DifferingReport {
  @Field(() => ID, { description: 'The report’s.' })
  declare id: string
}

@ObjectType({ description: 'How much waits in one list of the reconciliation, in one currency.', simpleResolvers: true })
export class ReconciliationSum {
  @Field(() => Int, { description: 'How many.' })
  declare payments: number
  @Field(() => Money, { description: 'How much; of differing pairs, as it was reported.' })
  declare amount: Money
}

@ObjectType({ description: 'How much waits to be reconciled, each list a currency at a time.', simpleResolvers: true })
export class ReconciliationTotals {
  @Field(() => [ReconciliationSum], { description: 'Reports that no payment stands for and nobody decided.' })
  declare reported: ReconciliationSum[]
  @Field(() => [ReconciliationSum], { description: 'A processor’s payments that stand for no report.' })
  declare processor: ReconciliationSum[]
  @Field(() => [ReconciliationSum], { description: 'Those of the reports beside which a payment of another amount stands.' })
  declare differing: ReconciliationSum[]
}

@ObjectType({ description: 'The report of which something was decided, and what that concerned.' })
export class ReportDecidedPayload {
  @Field(() => Payment, { description: 'The report, as it stands now.' })
  declare report: Payment
  @Field(() => Payment, { nullable: true, description: 'The payment that stands for it now, if one does.' })
  declare payment: Payment | null
}
