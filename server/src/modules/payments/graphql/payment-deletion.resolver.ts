import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { deletePayments } from '../service/delete-payments.ts'
import { restoreDeletion, restorePayments } from '../service/restore-payments.ts'
import { PaymentDeletion } from './payment-ledger.type.ts'
import { Payment } from './payment.type.ts'
import { deletionById, paymentById } from './payments.loaders.ts'

@InputType({ description: 'Which payments to take away, and why.' })
class DeletePaymentsInput extends RetryableInput {
  @Field(() => [ID], { description: 'The payments; at most 500.' })
  declare ids: string[]
  @Field(() => String, { description: 'Why; kept with them.' })
  declare reason: string
}

@InputType({ description: 'Which payments to bring back.' })
class RestorePaymentsInput extends RetryableInput {
  @Field(() => [ID], { description: 'The payments; at most 500. Those that are not deleted are left as they are.' })
  declare ids: string[]
}

@InputType({ description: 'Which act of deleting to undo.' })
class RestoreDeletionInput extends RetryableInput {
  @Field(() => ID, { description: 'The deletion.' })
  declare deletionId: string
}

@ObjectType({ description: 'What was deleted.' })
class DeletePaymentsPayload {
  @Field(() => PaymentDeletion, { description: 'The act, by which it can be undone.' })
  declare deletion: PaymentDeletion
  @Field(() => [Payment], { description: 'The payments.' })
  declare payments: Payment[]
}

@ObjectType({ description: 'What was brought back.' })
class RestorePaymentsPayload {
  @Field(() => [Payment], { description: 'The payments, credited anew.' })
  declare payments: Payment[]
}

/** Payments are never lost: what is deleted can be restored, singly or all at once. */
@Resolver()
export class PaymentDeletionResolver {
  @Mutation(() => DeletePaymentsPayload, {
    description:
      'Deletes payments, in one act that can be undone. They count nowhere; what a processor tells of them later is kept, and brings none back.',
  })
  async deletePayments(
    @Arg('input', () => DeletePaymentsInput, { description: 'Which, and why.' }) input: DeletePaymentsInput,
    @Ctx() context: GraphContext,
  ) {
    const { deletionId, paymentIds } = await context.write('deletePayments', input, (tx) =>
      deletePayments({ actor: context.actor, input, tx }),
    )
    return { deletion: await deletionById.load(context, deletionId), payments: await load(context, paymentIds) }
  }

  @Mutation(() => RestorePaymentsPayload, { description: 'Brings deleted payments back: they count again, and are credited anew.' })
  async restorePayments(
    @Arg('input', () => RestorePaymentsInput, { description: 'Which.' }) input: RestorePaymentsInput,
    @Ctx() context: GraphContext,
  ) {
    const { paymentIds } = await context.write('restorePayments', input, (tx) => restorePayments({ actor: context.actor, input, tx }))
    return { payments: await load(context, paymentIds) }
  }

  @Mutation(() => RestorePaymentsPayload, { description: 'Brings back all that one act of deleting took and that is still deleted.' })
  async restoreDeletion(
    @Arg('input', () => RestoreDeletionInput, { description: 'Which.' }) input: RestoreDeletionInput,
    @Ctx() context: GraphContext,
  ) {
    const { paymentIds } = await context.write('restoreDeletion', input, (tx) => restoreDeletion({ actor: context.actor, input, tx }))
    return { payments: await load(context, paymentIds) }
  }
}

const load = (context: GraphContext, ids: readonly string[]) => Promise.all(ids.map(async (id) => paymentById.load(context, id)))
