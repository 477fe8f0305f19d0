import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { FieldValueInput } from '../../../graphql-kit/field-value.type.ts'
import { MoneyInput } from '../../../graphql-kit/money.type.ts'
import { EventType } from '../../events/graphql/event.type.ts'
import { CallResolution, PaymentType, PostCallForm } from './post-call-form.type.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'

type ValueOf<Enum> = Enum[keyof Enum]

@InputType({
  description:
    'What happened on a call, whole. Filing again amends: what is left out then has no answer, but for what it said to questions that are hidden now. The earlier version is kept.',
})
export class SubmitPostCallFormInput extends RetryableInput {
  @Field(() => ID, { description: 'The event that it is about.' })
  declare eventId: string
  @Field(() => Boolean, { description: 'Whether the call took place.' })
  declare callOccurred: boolean
  @Field(() => Boolean, { nullable: true, description: 'Whether the lead showed. Follows from a made offer or a closed deal.' })
  leadShowed?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Whether an offer was made. Follows from a closed deal.' })
  offerMade?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Whether the deal was closed. A deposit is not a close.' })
  dealClosed?: boolean | null
  @Field(() => CallResolution, { nullable: true, description: 'Why the call did not take place.' })
  resolution?: ValueOf<typeof CallResolution> | null
  @Field(() => MoneyInput, { nullable: true, description: 'Cash collected on the call. Only with a closed deal or a deposit.' })
  cashCollected?: MoneyInput | null
  @Field(() => PaymentType, { nullable: true, description: 'How the deal is paid.' })
  paymentType?: ValueOf<typeof PaymentType> | null
  @Field(() => ID, { nullable: true, description: 'The package that was sold. Only with a closed deal or a deposit.' })
  packageId?: string | null
  @Field(() => ID, {
    nullable: true,
    description: "How the call ended in the organization's own words. Refused where it contradicts the other answers.",
  })
  callOutcomeId?: string | null
  @Field(() => ID, { nullable: true, description: 'Where the deal stands.' })
  opportunityStatusId?: string | null
  @Field(() => String, { nullable: true, description: 'Notes; at most 10,000 characters.' })
  notes?: string | null
  @Field(() => [FieldValueInput], {
    nullable: true,
    description:
      "The organization's own fields that have a value; one that is left out has none. A field that the form does not have, or does not show for these answers, is refused at fields.<key>.",
  })
  fields?: FieldValueInput[] | null
  @Field(() => Int, {
    nullable: true,
    description:
      "The version of the organization's form that was filled in: CONFLICT at definitionVersion if another is in force. The one in force if left out.",
  })
  definitionVersion?: number | null
  @Field(() => Int, {
    nullable: true,
    description:
      'The version that this amends, 0 for a first submission: CONFLICT if the form has moved on since. Not checked if left out.',
  })
  expectedVersion?: number | null
}

@ObjectType({ description: 'The form as it stands, and its event.' })
export class SubmitPostCallFormPayload {
  @Field(() => PostCallForm, { description: 'The form.' })
  declare postCallForm: PostCallForm
  @Field(() => EventType, { description: 'The event, with the status and outcome that follow.' })
  declare event: EventType
}
