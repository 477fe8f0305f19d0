import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { FieldValueInput } from '../../../graphql-kit/field-value.type.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { Lead } from './lead.type.ts'

@InputType({ description: 'A lead to make by hand. It has an e-mail address or a phone number.' })
export class CreateLeadInput extends RetryableInput {
  @Field(() => String, { description: 'Their name.' })
  declare name: string
  @Field(() => String, { nullable: true, description: 'Their e-mail address.' })
  email?: string | null
  @Field(() => String, {
    nullable: true,
    description: 'Their phone number; without a country code it is read in the country of their time zone, else of the organization’s.',
  })
  phone?: string | null
  @Field(() => String, { nullable: true, description: 'IANA name of their time zone.' })
  timeZone?: string | null
  @Field(() => [FieldValueInput], {
    nullable: true,
    description: 'Values of the organization’s own fields; those that have to be answered are among them.',
  })
  customFields?: FieldValueInput[] | null
}

@InputType({ description: 'What to change of a lead; what is left out stays.' })
export class UpdateLeadInput extends RetryableInput {
  @Field(() => ID, { description: 'The lead.' })
  declare id: string
  @Field(() => String, { nullable: true, description: 'Their name.' })
  name?: string | null
  @Field(() => String, { nullable: true, description: 'IANA name of their time zone; null where it is not known.' })
  timeZone?: string | null
  @Field(() => String, { nullable: true, description: 'Which of their e-mail addresses they go by.' })
  email?: string | null
  @Field(() => String, { nullable: true, description: 'Which of their phone numbers they go by.' })
  phone?: string | null
  @Field(() => [FieldValueInput], {
    nullable: true,
    description:
      'Values of the organization’s own fields; what is not named stays. None may be left without a value that has to be answered.',
  })
  customFields?: FieldValueInput[] | null
}

@InputType()
abstract class LeadEmail extends RetryableInput {
  @Field(() => ID, { description: 'The lead.' })
  declare leadId: string
  @Field(() => String, { description: 'The address.' })
  declare email: string
}

@InputType({ description: 'An e-mail address to add to a lead.' })
export class AddLeadEmailInput extends LeadEmail {}

@InputType({ description: 'An e-mail address to take off a lead.' })
export class RemoveLeadEmailInput extends LeadEmail {}

@InputType()
abstract class LeadPhone extends RetryableInput {
  @Field(() => ID, { description: 'The lead.' })
  declare leadId: string
  @Field(() => String, { description: 'The number.' })
  declare phone: string
}

@InputType({ description: 'A phone number to add to a lead.' })
export class AddLeadPhoneInput extends LeadPhone {}

@InputType({ description: 'A phone number to take off a lead.' })
export class RemoveLeadPhoneInput extends LeadPhone {}

@ObjectType({ description: 'The lead as it stands now.' })
export class LeadPayload {
  @Field(() => Lead, { description: 'The lead.' })
  declare lead: Lead
}
