import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { readFieldValues } from '../../../graphql-kit/field-value.type.ts'
import { recordPayment } from '../service/record-payment.ts'
import { recordRefundByHand, takeBackRefund } from '../service/record-refund-by-hand.ts'
import { updateRecordedPayment } from '../service/update-recorded-payment.ts'
import {
  RecordPaymentInput,
  RecordPaymentPayload,
  RecordRefundInput,
  RecordRefundPayload,
  TakeBackRefundInput,
  TakeBackRefundPayload,
  UpdateRecordedPaymentInput,
  UpdateRecordedPaymentPayload,
} from './payment-entry.inputs.ts'
import { paymentById } from './payments.loaders.ts'

/** Money that is entered by hand. */
@Resolver()
export class PaymentEntryResolver {
  @Mutation(() => RecordPaymentPayload, {
    description: 'Records money that no processor tells of: a wire, cash, a check. It is credited as any other.',
  })
  async recordPayment(
    @Arg('input', () => RecordPaymentInput, { description: 'What came in, and from whom.' }) input: RecordPaymentInput,
    @Ctx() context: GraphContext,
  ) {
    const { customFields, ...payment } = input
    const values = { ...payment, customFields: readFieldValues(customFields ?? [], 'customFields') }
    const { paymentId } = await context.write('recordPayment', input, (tx) => recordPayment({ actor: context.actor, input: values, tx }))
    return { payment: await paymentById.load(context, paymentId) }
  }

  @Mutation(() => UpdateRecordedPaymentPayload, { description: 'Changes a payment that was entered by hand. It is credited anew.' })
  async updateRecordedPayment(
    @Arg('input', () => UpdateRecordedPaymentInput, { description: 'What to change.' }) input: UpdateRecordedPaymentInput,
    @Ctx() context: GraphContext,
  ) {
    const { customFields, ...payment } = input
    const values = { ...payment, customFields: readFieldValues(customFields ?? [], 'customFields') }
    const { paymentId } = await context.write('updateRecordedPayment', input, (tx) =>
      updateRecordedPayment({ actor: context.actor, input: values, tx }),
    )
    return { payment: await paymentById.load(context, paymentId) }
  }

  @Mutation(() => RecordRefundPayload, { description: 'Records what was given back of a payment that was entered by hand.' })
  async recordRefund(
    @Arg('input', () => RecordRefundInput, { description: 'How much, and when.' }) input: RecordRefundInput,
    @Ctx() context: GraphContext,
  ) {
    const { paymentId } = await context.write('recordRefund', input, (tx) => recordRefundByHand({ actor: context.actor, input, tx }))
    return { payment: await paymentById.load(context, paymentId) }
  }

  @Mutation(() => TakeBackRefundPayload, {
    description: 'Takes back a refund that was entered by hand and never happened. Both entries are kept.',
  })
  async takeBackRefund(
    @Arg('input', () => TakeBackRefundInput, { description: 'Which refund.' }) input: TakeBackRefundInput,
    @Ctx() context: GraphContext,
  ) {
    const { paymentId } = await context.write('takeBackRefund', input, (tx) => takeBackRefund({ actor: context.actor, input, tx }))
    return { payment: await paymentById.load(context, paymentId) }
  }
}
