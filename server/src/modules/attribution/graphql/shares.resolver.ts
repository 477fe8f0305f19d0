import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { moneyOf } from '../../../graphql-kit/money.type.ts'
import { relate } from '../../../graphql-kit/relations.ts'
import { Payment } from '../../payments/graphql/payment.type.ts'
import type { PaymentRow } from '../../payments/service/index.ts'
import { Closer } from '../../roster/graphql/closer.type.ts'
import { closerById, setterById } from '../../roster/graphql/roster.loaders.ts'
import { Setter } from '../../roster/graphql/setter.type.ts'
import { loadSharesOfPayments, type PaidShare } from '../service/shares.ts'
import { PaymentShare } from './share.type.ts'

const sharesOfPayment = defineLoader<readonly PaidShare[]>(loadSharesOfPayments, [])
const shares = relate('Payment', 'shares', sharesOfPayment, (payment: PaymentRow) => payment.id)

@Resolver(() => Payment)
class PaymentSharesResolver {
  @FieldResolver(() => [PaymentShare], {
    description:
      'Among whom it is split, closers first, the largest share first. Empty where one closer and one setter have all of it. A sales rep sees only their own share.',
  })
  shares(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    return shares.of(context, payment)
  }
}

@Resolver(() => PaymentShare)
class PaymentShareResolver {
  @FieldResolver(() => Closer, { nullable: true, description: 'The closer whose share it is.' })
  closer(@Root() share: PaidShare, @Ctx() context: GraphContext) {
    return share.role === 'closer' ? closerById.load(context, share.personId) : null
  }

  @FieldResolver(() => Setter, { nullable: true, description: 'The setter whose share it is.' })
  setter(@Root() share: PaidShare, @Ctx() context: GraphContext) {
    return share.role === 'setter' ? setterById.load(context, share.personId) : null
  }

  @FieldResolver()
  amount(@Root() share: PaidShare) {
    return moneyOf(share.amountMinor, share.currency)
  }

  @FieldResolver()
  net(@Root() share: PaidShare) {
    return moneyOf(share.netMinor, share.currency)
  }
}

export const shareResolvers = [PaymentSharesResolver, PaymentShareResolver]
