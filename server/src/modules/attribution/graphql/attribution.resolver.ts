import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { Payment } from '../../payments/graphql/payment.type.ts'
import { paymentById } from '../../payments/graphql/payments.loaders.ts'
import type { PaymentRow } from '../../payments/service/index.ts'
import { attributePayment } from '../service/attribute-payment.ts'
import { confidenceReason, type DecisionRow, loadDecisions, stepsOf } from '../service/load-decisions.ts'
import { undoAttribution } from '../service/undo-attribution.ts'
import { unlockAttribution } from '../service/unlock-attribution.ts'
import {
  AttributePaymentInput,
  AttributePaymentPayload,
  UndoAttributionInput,
  UndoAttributionPayload,
  UnlockAttributionInput,
  UnlockAttributionPayload,
} from './attribution.inputs.ts'
import { Attribution, AttributionConfidence } from './attribution.type.ts'
import { attributionRunResolvers } from './attribution-runs.resolver.ts'
import { rerunResolvers } from './rerun.resolver.ts'
import { shareResolvers } from './shares.resolver.ts'
import { suggestionResolvers } from './suggestions.resolver.ts'

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
      confidence: payment.confidence,
      confidenceReason: newest ? confidenceReason(newest) : null,
      summary: newest?.summary ?? 'Not credited yet.',
      reason: newest?.reason ?? null,
      decidedAt: newest?.decidedAt ?? null,
      decidedBy: newest?.decidedByName ?? null,
      trail: (newest ? stepsOf(newest) : []).map((step) => ({ ...step, candidates: [...step.candidates] })),
      history: [...history],
    }
  }

  @FieldResolver(() => AttributionConfidence, { nullable: true, description: 'How sure its credit is; none where it credits no call.' })
  confidence(@Root() payment: PaymentRow) {
    return payment.confidence
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

  @Mutation(() => UndoAttributionPayload, {
    description:
      'Takes back the credit by hand that stands: what stood before it stands again, an earlier credit by hand or what the rules come to. The history keeps all of it.',
  })
  async undoAttribution(
    @Arg('input', () => UndoAttributionInput, { description: 'Which payment.' }) input: UndoAttributionInput,
    @Ctx() context: GraphContext,
  ) {
    const { paymentId } = await context.write('undoAttribution', input, (tx) => undoAttribution({ actor: context.actor, input, tx }))
    return { payment: await paymentById.load(context, paymentId) }
  }
}

export const attributionResolvers = [
  PaymentAttributionResolver,
  ...shareResolvers,
  ...suggestionResolvers,
  ...rerunResolvers,
  ...attributionRunResolvers,
]
