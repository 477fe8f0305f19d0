import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { Package } from '../../packages/graphql/package.type.ts'
import type { PackageRow } from '../../packages/service/index.ts'
import type { PaymentRow } from '../service/payment-rows.ts'
import { Payment } from './payment.type.ts'
import { paymentsForPackage } from './payments.loaders.ts'
import { ofPayment } from './payments.relations.ts'

/** What payments are for. */
@Resolver(() => Payment)
export class PaymentPackageResolver {
  @FieldResolver(() => Package, {
    nullable: true,
    description:
      'What it is for: what was said of it itself, else of the report that it stands for, else on the form of the event that it is credited to.',
  })
  package(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    return ofPayment.package.of(context, payment)
  }

  @FieldResolver(() => Package, {
    nullable: true,
    description: 'What was said of the payment itself: when it was entered, or on its own form.',
  })
  ownPackage(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    return ofPayment.ownPackage.of(context, payment)
  }
}

@Resolver(() => Package)
export class PackagePaymentsResolver {
  @FieldResolver(() => Int, { description: 'How many payments are for it, of those that the caller may see and that count.' })
  paymentCount(@Root() row: PackageRow, @Ctx() context: GraphContext) {
    return paymentsForPackage.load(context, row.id)
  }
}
