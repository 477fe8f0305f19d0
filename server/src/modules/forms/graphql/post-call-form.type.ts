import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const PaymentType = { PIF: 'pif', PAYMENT_PLAN: 'payment_plan', DEPOSIT: 'deposit' } as const
registerEnumType(PaymentType, {
  name: 'PaymentType',
  description: 'How a deal is paid.',
  valuesConfig: {
    PIF: { description: 'Paid in full.' },
    PAYMENT_PLAN: { description: 'In instalments.' },
    DEPOSIT: { description: 'A deposit: not a close yet.' },
  },
})

export const CallResolution = { CANCELED: 'canceled', RESCHEDULED: 'rescheduled' } as const
registerEnumType(CallResolution, {
  name: 'CallResolution',
  description: 'Why a call did not take place.',
  valuesConfig: { CANCELED: { description: 'It was called off.' }, RESCHEDULED: { description: 'It was moved.' } },
})

/** What forms and their versions both say; what has to be looked up is added by `form-answers.resolver.ts`. */
@ObjectType({ simpleResolvers: true })
abstract class Answers {
  @Field(() => Boolean, { description: 'Whether the call took place.' })
  declare callOccurred: boolean
  @Field(() => Boolean, { description: 'Whether the lead showed.' })
  declare leadShowed: boolean
  @Field(() => Boolean, { description: 'Whether an offer was made.' })
  declare offerMade: boolean
  @Field(() => Boolean, { description: 'Whether the deal was closed.' })
  declare dealClosed: boolean
  @Field(() => CallResolution, { nullable: true, description: 'Why the call did not take place, if it did not.' })
  declare resolution: string | null
  @Field(() => PaymentType, { nullable: true, description: 'How the deal is paid.' })
  declare paymentType: string | null
  @Field(() => String, { nullable: true, description: 'Notes of the call.' })
  declare notes: string | null
}

@ObjectType({ description: 'What a version of a form said.', simpleResolvers: true })
export class PostCallFormAnswers extends Answers {}

@ObjectType({ description: 'One version of a form, as it was filed.', simpleResolvers: true })
export class PostCallFormVersion {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => Int, { description: '1 for the first.' })
  declare version: number
  @Field(() => DateTimeScalar, { description: 'When it was filed.' })
  declare submittedAt: string
  @Field(() => String, { description: 'Who filed it.' })
  declare submittedByName: string
  @Field(() => PostCallFormAnswers, { description: 'What it said.' })
  declare answers: PostCallFormAnswers
}

@ObjectType({ description: 'What the closer says happened on an event.', simpleResolvers: true })
export class PostCallForm extends Answers {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => Int, { description: '1 for the first submission, one more for each amendment.' })
  declare version: number
  @Field(() => DateTimeScalar, { description: 'When it was first filed.' })
  declare submittedAt: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last amended.' })
  declare amendedAt: string | null
  @Field(() => String, { description: 'Who filed it first.' })
  declare submittedByName: string
  @Field(() => [PostCallFormVersion], { description: 'Every version of it, the newest first.' })
  declare versions: PostCallFormVersion[]
}
