import { Arg, Ctx, Field, FieldResolver, InputType, Mutation, ObjectType, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { readFieldValues } from '../../../graphql-kit/field-value.type.ts'
import { CustomFieldValue } from '../../fields/graphql/custom-field.type.ts'
import { SetCustomFieldsInput } from '../../fields/graphql/custom-fields.inputs.ts'
import type { PaymentRow } from '../service/payment-rows.ts'
import { setPaymentCustomFields } from '../service/set-payment-custom-fields.ts'
import { Payment } from './payment.type.ts'
import { paymentById } from './payments.loaders.ts'
import { ofPayment } from './payments.relations.ts'

@InputType({ description: 'What to write to the organization’s own fields of a payment.' })
class SetPaymentCustomFieldsInput extends SetCustomFieldsInput {}

@ObjectType({ description: 'The payment as it stands now.' })
class SetPaymentCustomFieldsPayload {
  @Field(() => Payment, { description: 'The payment.' })
  declare payment: Payment
}

@Resolver(() => Payment)
export class PaymentFieldsResolver {
  @Mutation(() => SetPaymentCustomFieldsPayload, { description: 'Writes to the organization’s own fields of a payment.' })
  async setPaymentCustomFields(
    @Arg('input', () => SetPaymentCustomFieldsInput, { description: 'The payment and the values.' }) input: SetPaymentCustomFieldsInput,
    @Ctx() context: GraphContext,
  ) {
    const values = readFieldValues(input.values, 'values')
    const { id } = await context.write('setPaymentCustomFields', input, (tx) =>
      setPaymentCustomFields({ actor: context.actor, input: { id: input.id, values }, tx }),
    )
    return { payment: await paymentById.load(context, id) }
  }

  @FieldResolver(() => [CustomFieldValue], { description: 'What it has of the organization’s own fields, in their order.' })
  customFields(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    return ofPayment.customFields.of(context, payment)
  }
}
