import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql'
import { FieldKind, FieldValueInput } from '../../../graphql-kit/field-value.type.ts'
import { OptionColor } from '../../../graphql-kit/option-color.type.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { CustomField, CustomFieldSubject } from './custom-field.type.ts'

type ValueOf<Enum> = Enum[keyof Enum]

@ArgsType()
export class CustomFieldsArgs {
  @Field(() => CustomFieldSubject, { description: 'Of what they are fields.' })
  declare subject: ValueOf<typeof CustomFieldSubject>
  @Field(() => Boolean, { defaultValue: false, description: 'With true, those that are retired too, after all others.' })
  declare includeRetired: boolean
}

@InputType({ description: 'What can be chosen: an option that there is, by its key, or a new one.' })
export class CustomFieldOptionInput {
  @Field(() => String, { nullable: true, description: 'Of an option that there is; left out, it is a new one.' })
  key?: string | null
  @Field(() => String, { description: 'What people read.' })
  declare label: string
  @Field(() => OptionColor, { nullable: true, description: 'What it is marked with.' })
  color?: ValueOf<typeof OptionColor> | null
}

@InputType({ description: 'A field to make.' })
export class CreateCustomFieldInput extends RetryableInput {
  @Field(() => CustomFieldSubject, { description: 'Of what it is a field.' })
  declare subject: ValueOf<typeof CustomFieldSubject>
  @Field(() => FieldKind, { description: 'What it holds; never changes.' })
  declare kind: ValueOf<typeof FieldKind>
  @Field(() => String, { description: 'What people read.' })
  declare label: string
  @Field(() => String, {
    nullable: true,
    description: 'What values are written and filtered by: lower case letters, digits and _. Left out, it is made of the label.',
  })
  key?: string | null
  @Field(() => String, { nullable: true, description: 'What helps whoever fills it in.' })
  help?: string | null
  @Field(() => Boolean, { nullable: true, description: 'Whether it has to be answered where a record is entered or changed by hand.' })
  required?: boolean | null
  @Field(() => [CustomFieldOptionInput], { nullable: true, description: 'Of a select or multi-select, in their order.' })
  options?: CustomFieldOptionInput[] | null
}

@InputType({ description: 'What to change of a field; what is left out stays.' })
export class UpdateCustomFieldInput extends RetryableInput {
  @Field(() => ID, { description: 'The field.' })
  declare id: string
  @Field(() => String, { nullable: true, description: 'What people read.' })
  label?: string | null
  @Field(() => String, { nullable: true, description: 'What helps whoever fills it in; null for nothing.' })
  help?: string | null
  @Field(() => Boolean, { nullable: true, description: 'Whether it has to be answered where a record is entered or changed by hand.' })
  required?: boolean | null
  @Field(() => [CustomFieldOptionInput], {
    nullable: true,
    description:
      'All options in their order. One that is left out is retired where anything has it, and else goes; a retired one that is named is back.',
  })
  options?: CustomFieldOptionInput[] | null
}

@InputType({ description: 'A field to retire.' })
export class RetireCustomFieldInput extends RetryableInput {
  @Field(() => ID, { description: 'The field.' })
  declare id: string
}

@InputType({ description: 'A retired field to bring back.' })
export class RestoreCustomFieldInput extends RetryableInput {
  @Field(() => ID, { description: 'The field.' })
  declare id: string
}

@InputType({ description: 'The order of the fields of leads, events or payments.' })
export class ReorderCustomFieldsInput extends RetryableInput {
  @Field(() => CustomFieldSubject, { description: 'Of what they are fields.' })
  declare subject: ValueOf<typeof CustomFieldSubject>
  @Field(() => [ID], { description: 'Every field that is not retired, once.' })
  declare ids: string[]
}

@ObjectType({ description: 'The field as it stands now.' })
export class CustomFieldPayload {
  @Field(() => CustomField, { description: 'The field.' })
  declare customField: CustomField
}

@ObjectType({ description: 'The fields in their order.' })
export class ReorderCustomFieldsPayload {
  @Field(() => [CustomField], { description: 'Every field that is not retired.' })
  declare customFields: CustomField[]
}

/** What to write to the organization's own fields of a record; each mutation has an input of this shape. */
@InputType()
export abstract class SetCustomFieldsInput extends RetryableInput {
  @Field(() => ID, { description: 'The lead, event or payment.' })
  declare id: string
  @Field(() => [FieldValueInput], {
    description:
      'The fields to write; one without a value is cleared, and what is not named stays. None may be left without a value that has to be answered.',
  })
  declare values: FieldValueInput[]
}
