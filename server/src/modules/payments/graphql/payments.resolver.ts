import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { defineConnection, toConnection } from '../../../graphql-kit/connection.ts'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { moneyOf } from '../../../graphql-kit/money.type.ts'
import { PageArgs } from '../../../graphql-kit/page.args.ts'
import { requireScope } from '../../../graphql-kit/require-scope.ts'
import { spanOf } from '../../../graphql-kit/period.type.ts'
import { EventType } from '../../events/graphql/event.type.ts'
import type { EventRow } from '../../events/service/index.ts'
import { readFieldFilters } from '../../fields/service/index.ts'
import { Lead } from '../../leads/graphql/lead.type.ts'
import { seesWholeOrganization } from '../../../kernel/actor.ts'
import { forbidden } from '../../../kernel/errors.ts'
import { timeZoneOf } from '../../organizations/service/index.ts'
import { Closer } from '../../roster/graphql/closer.type.ts'
import { Setter } from '../../roster/graphql/setter.type.ts'
import { Source } from '../../roster/graphql/source.type.ts'
import { countPayments, listPayments, type PaymentFilter as Wanted, totalPayments } from '../service/list-payments.ts'
import type { DeletionRow, DisputeRow, RefundRow } from '../service/ledger-rows.ts'
import type { PaymentRow } from '../service/payment-rows.ts'
import { PaymentReportingResolver } from './payment-reporting.resolver.ts'
import { Dispute, PaymentDeletion, Refund } from './payment-ledger.type.ts'
import { Payment, PaymentTotals } from './payment.type.ts'
import { PaymentEntryResolver } from './payment-entry.resolver.ts'
import { PackagePaymentsResolver, PaymentPackageResolver } from './payment-package.resolver.ts'
import { PaymentDeletionResolver } from './payment-deletion.resolver.ts'
import { PaymentFieldsResolver } from './payment-fields.resolver.ts'
import { PaymentFilter, PaymentOrder } from './payments.inputs.ts'
import { paymentById } from './payments.loaders.ts'
import { ofPayment, paymentsCredited } from './payments.relations.ts'
import { reconciliationResolvers } from './reconciliation.resolver.ts'
import { reconciliationVerbs } from './reconciliation-verbs.resolver.ts'
import { PaymentSubscriptionResolver } from './subscription.resolver.ts'

const { Connection: PaymentConnection, ConnectionResolver: PaymentConnectionResolver } = defineConnection('Payment', () => Payment)

@Resolver(() => Payment)
class PaymentResolver {
  @Query(() => PaymentConnection, {
    description:
      'Payments that the caller may see, each purchase once, the latest first unless asked otherwise. What was deleted is listed only where it is asked for. A report that a processor’s payment stands for is not listed.',
  })
  async payments(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => PaymentFilter, { nullable: true, description: 'Which payments.' }) filter: PaymentFilter | undefined,
    @Arg('orderBy', () => PaymentOrder, { nullable: true, description: 'In which order.' }) orderBy: PaymentOrder | undefined,
    @Ctx() context: GraphContext,
  ) {
    const wanted = await readFilter(context, filter)
    const rows = await listPayments(context.tx, wanted, orderBy ?? { field: 'paid_at', direction: 'desc' }, page)
    return toConnection(rows, () => countPayments(context.tx, wanted))
  }

  @Query(() => Payment, { nullable: true, description: 'One payment, or null if there is none of this id for this caller.' })
  async payment(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: GraphContext): Promise<PaymentRow | null> {
    return paymentById.load(context, id)
  }

  @Query(() => [PaymentTotals], {
    description:
      'The sums of the very payments that the same filter lists, a currency at a time. With closers or setters in the filter, a payment that is split counts with the shares of these people alone, as in their figures; for a sales rep, always with their own.',
  })
  async paymentTotals(
    @Arg('filter', () => PaymentFilter, { nullable: true, description: 'Which payments.' }) filter: PaymentFilter | undefined,
    @Ctx() context: GraphContext,
  ): Promise<PaymentTotals[]> {
    const totals = await totalPayments(context.tx, await readFilter(context, filter))
    return totals.map(({ currency, payments, amountMinor, refundedMinor, lostMinor, disputedMinor }) => ({
      payments,
      amount: moneyOf(amountMinor, currency),
      refunded: moneyOf(refundedMinor, currency),
      lost: moneyOf(lostMinor, currency),
      disputed: moneyOf(disputedMinor, currency),
      net: moneyOf(amountMinor - refundedMinor - lostMinor, currency),
    }))
  }

  @FieldResolver()
  providerPaymentId(@Root() payment: PaymentRow) {
    return payment.purchaseRef
  }

  @FieldResolver()
  amount(@Root() payment: PaymentRow) {
    return moneyOf(payment.amountMinor, payment.currency)
  }

  @FieldResolver()
  refunded(@Root() payment: PaymentRow) {
    return moneyOf(payment.refundedMinor, payment.currency)
  }

  @FieldResolver()
  lost(@Root() payment: PaymentRow) {
    return moneyOf(payment.lostMinor, payment.currency)
  }

  @FieldResolver()
  disputed(@Root() payment: PaymentRow) {
    return moneyOf(payment.disputedMinor, payment.currency)
  }

  @FieldResolver()
  net(@Root() payment: PaymentRow) {
    return moneyOf(payment.amountMinor - payment.refundedMinor - payment.lostMinor, payment.currency)
  }

  @FieldResolver()
  enteredBy(@Root() payment: PaymentRow) {
    return payment.enteredByName
  }

  @FieldResolver()
  disputes(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    return ofPayment.disputes.of(context, payment)
  }

  @FieldResolver()
  deletion(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    return ofPayment.deletion.of(context, payment)
  }

  @FieldResolver()
  refunds(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    return ofPayment.refunds.of(context, payment)
  }

  @FieldResolver(() => Lead, { nullable: true, description: 'The lead who paid, as far as is known.' })
  lead(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    requireScope(context, 'leads:read')
    return ofPayment.lead.of(context, payment)
  }

  @FieldResolver(() => EventType, { nullable: true, description: 'The event that it is credited to.' })
  event(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    requireScope(context, 'events:read')
    return ofPayment.event.of(context, payment)
  }

  @FieldResolver(() => Closer, { nullable: true, description: 'The closer whom it is credited to.' })
  closer(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    return ofPayment.closer.of(context, payment)
  }

  @FieldResolver(() => Setter, { nullable: true, description: 'The setter whom it is credited to.' })
  setter(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    return ofPayment.setter.of(context, payment)
  }

  @FieldResolver(() => Source, { nullable: true, description: 'The source that it is credited to.' })
  source(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    return ofPayment.source.of(context, payment)
  }
}

@Resolver(() => Refund)
class RefundResolver {
  @FieldResolver()
  amount(@Root() refund: RefundRow) {
    return moneyOf(refund.amountMinor, refund.currency)
  }

  @FieldResolver()
  reference(@Root() refund: RefundRow) {
    return refund.refundRef
  }

  @FieldResolver()
  enteredBy(@Root() refund: RefundRow) {
    return refund.enteredByName
  }
}

@Resolver(() => Dispute)
class DisputeResolver {
  @FieldResolver()
  amount(@Root() dispute: DisputeRow) {
    return moneyOf(dispute.amountMinor, dispute.currency)
  }

  @FieldResolver()
  reference(@Root() dispute: DisputeRow) {
    return dispute.disputeRef
  }
}

@Resolver(() => PaymentDeletion)
class DeletionResolver {
  @FieldResolver()
  deletedBy(@Root() deletion: DeletionRow) {
    return deletion.deletedByName
  }
}

@Resolver(() => EventType)
class EventPaymentsResolver {
  @FieldResolver(() => [Payment], { description: 'The payments credited to it, the earliest first.' })
  payments(@Root() event: EventRow, @Ctx() context: GraphContext) {
    requireScope(context, 'payments:read')
    return paymentsCredited.of(context, event)
  }
}

async function readFilter(context: GraphContext, filter: PaymentFilter | undefined): Promise<Wanted> {
  if (!filter) return {}
  if (filter.deleted && !seesWholeOrganization(context.actor)) throw forbidden('Only an owner or admin sees what was deleted.', 'admin')
  const { paid, fields, ...other } = filter
  const rest = { ...other, fields: await readFieldFilters(context.tx, 'payment', fields) }
  return paid ? { ...rest, paid: spanOf(paid, 'filter.paid', await timeZoneOf(context.tx)) } : rest
}

export const paymentResolvers = [
  PaymentResolver,
  PaymentReportingResolver,
  PaymentFieldsResolver,
  PaymentPackageResolver,
  PackagePaymentsResolver,
  PaymentConnectionResolver,
  PaymentSubscriptionResolver,
  PaymentEntryResolver,
  PaymentDeletionResolver,
  RefundResolver,
  DisputeResolver,
  DeletionResolver,
  EventPaymentsResolver,
  ...reconciliationResolvers,
  ...reconciliationVerbs,
]
