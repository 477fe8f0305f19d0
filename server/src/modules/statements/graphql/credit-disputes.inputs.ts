import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { MoneyInput } from '../../../graphql-kit/money.type.ts'
import { OrderDirection } from '../../../graphql-kit/order-direction.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { DateScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { CreditDispute, CreditDisputeState, CreditVerdict } from './credit-dispute.type.ts'

type ValueOf<Enum> = Enum[keyof Enum]

@InputType({ description: 'Which disputed credits. Every field given must hold; a list means any of its values.' })
export class CreditDisputeFilter {
  @Field(() => [CreditDisputeState], { nullable: true, description: 'In one of these states.' })
  states?: ValueOf<typeof CreditDisputeState>[]
  @Field(() => [ID], { nullable: true, description: 'Made by one of these closers.' })
  closerIds?: string[]
  @Field(() => [ID], { nullable: true, description: 'Made by one of these setters.' })
  setterIds?: string[]
  @Field(() => [ID], { nullable: true, description: 'About one of these payments.' })
  paymentIds?: string[]
}

export const CreditDisputeOrderField = { MADE_AT: 'made_at' } as const
registerEnumType(CreditDisputeOrderField, {
  name: 'CreditDisputeOrderField',
  description: 'What disputed credits can be ordered by.',
  valuesConfig: { MADE_AT: { description: 'When they were made; those of the same age are due on the same day.' } },
})

@InputType({ description: 'The order of disputed credits; ties are broken by id.' })
export class CreditDisputeOrder {
  @Field(() => CreditDisputeOrderField, { description: 'What to order by.' })
  declare field: ValueOf<typeof CreditDisputeOrderField>
  @Field(() => OrderDirection, { description: 'Which way.' })
  declare direction: ValueOf<typeof OrderDirection>
}

@InputType({ description: 'A payment that is missing from a statement, as far as its closer or setter knows it.' })
export class MissingPaymentInput {
  @Field(() => String, { description: 'Who paid. At most 200 characters.' })
  declare leadName: string
  @Field(() => MoneyInput, { nullable: true, description: 'How much.' })
  amount?: MoneyInput | null
  @Field(() => DateScalar, { nullable: true, description: 'On which day.' })
  paidOn?: string | null
}

@InputType({ description: 'That a credit is wrong: of a payment on the caller’s own statement, or of one that is missing from it.' })
export class DisputeCreditInput extends RetryableInput {
  @Field(() => ID, { nullable: true, description: 'The payment, if it stands on their statement.' })
  paymentId?: string | null
  @Field(() => MissingPaymentInput, { nullable: true, description: 'What is missing, if it does not.' })
  missing?: MissingPaymentInput | null
  @Field(() => String, { description: 'What is wrong. At most 1,000 characters.' })
  declare comment: string
}

@InputType({ description: 'Which dispute to take back.' })
export class WithdrawCreditDisputeInput extends RetryableInput {
  @Field(() => ID, { description: 'The dispute.' })
  declare id: string
}

@InputType({ description: 'What an owner or admin says to a disputed credit.' })
export class AnswerCreditDisputeInput extends RetryableInput {
  @Field(() => ID, { description: 'The dispute.' })
  declare id: string
  @Field(() => CreditVerdict, { description: 'Whether it is as they say.' })
  declare verdict: ValueOf<typeof CreditVerdict>
  @Field(() => String, { description: 'Why, in words that the closer or setter reads. At most 1,000 characters.' })
  declare answer: string
}

@ObjectType({ description: 'The dispute as it stands.' })
export class DisputeCreditPayload {
  @Field(() => CreditDispute, { description: 'The dispute.' })
  declare dispute: CreditDispute
}

@ObjectType({ description: 'The dispute as it stands.' })
export class WithdrawCreditDisputePayload {
  @Field(() => CreditDispute, { description: 'The dispute.' })
  declare dispute: CreditDispute
}

@ObjectType({ description: 'The dispute as it stands.' })
export class AnswerCreditDisputePayload {
  @Field(() => CreditDispute, { description: 'The dispute.' })
  declare dispute: CreditDispute
}
