import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { Payment } from '../../payments/graphql/payment.type.ts'
import { paymentById } from '../../payments/graphql/payments.loaders.ts'
import type { PaymentRow } from '../../payments/service/index.ts'
import { attributePayment } from '../service/attribute-payment.ts'
import { type DecisionRow, loadDecisions } from '../service/load-decisions.ts'
import { unlockAttribution } from '../service/unlock-attribution.ts'
import { AttributePaymentInput, AttributePaymentPayload, UnlockAttributionInput, UnlockAttributionPayload } from './attribution.inputs.ts'
import { Attribution } from './attribution.type.ts'

const decisionsOfPayment = defineLoader<readonly DecisionRow[]>(loadDecisions, [])

@Resolver(() => Payment)
class PaymentAttributionResolver {
  @FieldResolver(() => Attribution, { description: 'To whom it is credited, and why.' })
  async attribution(@Root() payment: PaymentRow, @Ctx() context: GraphContext): Promise<Attribution> {
    const history = await decisionsOfPayment.load(context, payment.id)
    const [newest] = history
    return {
      method: payment.attributionMethod,
      locked: payment.attributionLocked,
      summary: newest?.summary ?? 'Not credited yet.',
      reason: newest?.reason ?? null,
      decidedAt: newest?.decidedAt ?? null,
      decidedBy: newest?.decidedByName ?? null,
      trail: (newest?.trail ?? []).map((step) => ({ ...step, candidates: [...step.candidates] })),
      history: [...history],
    }
  }

  @Mutation(() => AttributePaymentPayload, { description: 'Credits a payment by hand, and locks it against automation.' })
  async attributePayment(
    @Arg('input', () => AttributePaymentInput, { description: 'To whom.' }) input: AttributePaymentInput,
    @Ctx() context: GraphContext,
  ) {
    const { paymentId } = await context.write('attributePayment', input, (tx) => attributePayment({ actor: context.actor, input, tx }))
    return { payment: await paymentById.load(context, paymentId) }
  }

  @Mutation(() => UnlockAttributionPayload, {
    description: 'Takes the lock off a payment that was credited by hand; the rules decide again.',
  })
  async unlockAttribution(
    @Arg('input', () => UnlockAttributionInput, { description: 'Which payment.' }) input: UnlockAttributionInput,
    @Ctx() context: GraphContext,
  ) {
    const { paymentId } = await context.write('unlockAttribution', input, (tx) => unlockAttribution({ actor: context.actor, input, tx }))
    return { payment: await paymentById.load(context, paymentId) }
  }
}

export const attributionResolvers = [PaymentAttributionResolver]
