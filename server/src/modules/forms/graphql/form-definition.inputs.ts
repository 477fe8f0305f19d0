import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { FieldKind } from '../../../graphql-kit/field-value.type.ts'
import { FormDefinition, FormQuestionName } from './form-definition.type.ts'
import { OptionColor } from '../../../graphql-kit/option-color.type.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'

type ValueOf<Enum> = Enum[keyof Enum]

@InputType({ description: 'How a standard question is asked. Those that the rest of Clinch rests on cannot be hidden.' })
export class FormQuestionInput {
  @Field(() => FormQuestionName, { description: 'Which question.' })
  declare name: ValueOf<typeof FormQuestionName>
  @Field(() => String, { nullable: true, description: 'Words for it, at most 120 characters; none for those of Clinch.' })
  label?: string | null
  @Field(() => String, { nullable: true, description: 'What helps to answer it; at most 500 characters.' })
  help?: string | null
  @Field(() => Boolean, { nullable: true, description: 'Whether it is not asked.' })
  hidden?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Whether it has to be answered wherever it is asked.' })
  required?: boolean | null
}

@InputType({ description: 'A choice of a field of the form.' })
export class FormFieldOptionInput {
  @Field(() => String, { description: 'What is stored: lower case letters, digits and _, a letter first; at most 40.' })
  declare key: string
  @Field(() => String, { description: 'What it is called; at most 120 characters.' })
  declare label: string
  @Field(() => OptionColor, { nullable: true, description: 'What marks it.' })
  color?: ValueOf<typeof OptionColor> | null
}

@InputType({ description: 'For which answers to something asked earlier a field is shown.' })
export class FormShownIfInput {
  @Field(() => String, {
    description:
      "An earlier field's key (a choice or a yes-or-no), or callOccurred, resolution, leadShowed, offerMade, dealClosed or paymentType.",
  })
  declare fieldKey: string
  @Field(() => [String], {
    description: "The keys of options, true and false for a yes-or-no, or the question's answers in lower case (payment_plan).",
  })
  declare anyOf: string[]
}

@InputType({ description: "A field of the organization's own on its post-call form." })
export class FormFieldInput {
  @Field(() => String, {
    description:
      'What its values are stored under: lower case letters, digits and _, a letter first; at most 40. The kind of a key never changes.',
  })
  declare key: string
  @Field(() => FieldKind, { description: 'What it holds.' })
  declare kind: ValueOf<typeof FieldKind>
  @Field(() => String, { description: 'The question; at most 120 characters.' })
  declare label: string
  @Field(() => String, { nullable: true, description: 'What helps to answer it; at most 500 characters.' })
  help?: string | null
  @Field(() => Boolean, { nullable: true, description: 'Whether it has to be answered where it is shown.' })
  required?: boolean | null
  @Field(() => [FormFieldOptionInput], { nullable: true, description: 'What can be chosen: 1 to 100, for a choice alone.' })
  options?: FormFieldOptionInput[] | null
  @Field(() => FormShownIfInput, { nullable: true, description: 'When it is shown; always if there is none.' })
  shownIf?: FormShownIfInput | null
}

@InputType({
  description:
    'The whole form as it is to be from now on. Saving what is in force already makes no version. A refusal names fields by their place (fields.2.options.0.label) and questions by their answer (questions.cashCollected.hidden).',
})
export class SaveFormDefinitionInput extends RetryableInput {
  @Field(() => [FormQuestionInput], { nullable: true, description: 'The standard questions that are not asked as Clinch would.' })
  questions?: FormQuestionInput[] | null
  @Field(() => [FormFieldInput], { description: "The organization's own fields, in their order; at most 100." })
  declare fields: FormFieldInput[]
  @Field(() => Int, {
    nullable: true,
    description: 'The version that this changes: CONFLICT if another is in force. Not checked if left out.',
  })
  expectedVersion?: number | null
}

@ObjectType({ description: 'The form that is in force.', simpleResolvers: true })
export class SaveFormDefinitionPayload {
  @Field(() => FormDefinition, { description: 'The version that was made, or the one that says the same.' })
  declare formDefinition: FormDefinition
}
