import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { FieldKind } from '../../../graphql-kit/field-value.type.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { OptionColor } from '../../../graphql-kit/option-color.type.ts'

export const FormQuestionName = {
  CALL_OCCURRED: 'callOccurred',
  RESOLUTION: 'resolution',
  LEAD_SHOWED: 'leadShowed',
  OFFER_MADE: 'offerMade',
  DEAL_CLOSED: 'dealClosed',
  PAYMENT_TYPE: 'paymentType',
  CASH_COLLECTED: 'cashCollected',
  PACKAGE: 'packageId',
  CALL_OUTCOME: 'callOutcomeId',
  OPPORTUNITY_STATUS: 'opportunityStatusId',
  NOTES: 'notes',
} as const
registerEnumType(FormQuestionName, {
  name: 'FormQuestionName',
  description: 'A question that every post-call form has.',
  valuesConfig: {
    CALL_OCCURRED: { description: 'Whether the call took place.' },
    RESOLUTION: { description: 'Why it did not take place.' },
    LEAD_SHOWED: { description: 'Whether the lead showed.' },
    OFFER_MADE: { description: 'Whether an offer was made.' },
    DEAL_CLOSED: { description: 'Whether the deal was closed.' },
    PAYMENT_TYPE: { description: 'How the deal is paid.' },
    CASH_COLLECTED: { description: 'The cash collected.' },
    PACKAGE: { description: 'What was sold.' },
    CALL_OUTCOME: { description: 'What the organization calls the way in which the call ended.' },
    OPPORTUNITY_STATUS: { description: 'Where the deal stands.' },
    NOTES: { description: 'Notes of the call.' },
  },
})

@ObjectType({ description: 'How an organization asks a standard question.', simpleResolvers: true })
export class FormQuestion {
  @Field(() => FormQuestionName, { description: 'Which question.' })
  declare name: string
  @Field(() => String, { nullable: true, description: "The organization's words for it; none for those of Clinch." })
  declare label: string | null
  @Field(() => String, { nullable: true, description: 'What helps to answer it.' })
  declare help: string | null
  @Field(() => Boolean, { description: 'Whether it is not asked.' })
  declare hidden: boolean
  @Field(() => Boolean, { description: 'Whether it has to be answered wherever it is asked.' })
  declare required: boolean
}

@ObjectType({ description: 'A choice of a field of the form.', simpleResolvers: true })
export class FormFieldOption {
  @Field(() => String, { description: 'What is stored; stays when the label changes.' })
  declare key: string
  @Field(() => String, { description: 'What it is called.' })
  declare label: string
  @Field(() => OptionColor, { nullable: true, description: 'What marks it.' })
  declare color: string | null
}

@ObjectType({ description: 'For which answers to something asked earlier a field is shown.', simpleResolvers: true })
export class FormShownIf {
  @Field(() => String, {
    description: "An earlier field's key, or callOccurred, resolution, leadShowed, offerMade, dealClosed or paymentType.",
  })
  declare fieldKey: string
  @Field(() => [String], {
    description: "The keys of options, true and false for a yes-or-no, or the question's answers in lower case (payment_plan).",
  })
  declare anyOf: string[]
}

@ObjectType({ description: "A field of the organization's own on its post-call form.", simpleResolvers: true })
export class FormField {
  @Field(() => String, { description: 'What its values are stored under.' })
  declare key: string
  @Field(() => FieldKind, { description: 'What it holds.' })
  declare kind: string
  @Field(() => String, { description: 'The question.' })
  declare label: string
  @Field(() => String, { nullable: true, description: 'What helps to answer it.' })
  declare help: string | null
  @Field(() => Boolean, { description: 'Whether it has to be answered where it is shown.' })
  declare required: boolean
  @Field(() => [FormFieldOption], { description: 'What can be chosen; none for other kinds.' })
  declare options: FormFieldOption[]
  @Field(() => FormShownIf, { nullable: true, description: 'When it is shown; always if there is none.' })
  declare shownIf: FormShownIf | null
}

@ObjectType({ description: 'How many forms have an option.', simpleResolvers: true })
export class FormOptionUsage {
  @Field(() => String, { description: 'The key of the option.' })
  declare key: string
  @Field(() => Int, { description: 'So many.' })
  declare forms: number
}

@ObjectType({
  description: 'How many forms, of those that the caller may see, have a value of a field as they stand now.',
  simpleResolvers: true,
})
export class FormFieldUsage {
  @Field(() => String, { description: 'The key of the field, which may be of an earlier version.' })
  declare key: string
  @Field(() => Int, { description: 'So many.' })
  declare forms: number
  @Field(() => [FormOptionUsage], { description: 'The same for each of its options that any form has.' })
  declare options: FormOptionUsage[]
}

@ObjectType({
  description: "A version of what the organization's post-call form asks. It never changes: a change is another version.",
  simpleResolvers: true,
})
export class FormDefinition {
  @Field(() => Int, { description: 'From 1; 0 for the standard form, which is in force until another is saved.' })
  declare version: number
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was saved; none for the standard form.' })
  declare madeAt: string | null
  @Field(() => String, { nullable: true, description: 'Who saved it.' })
  declare madeByName: string | null
  @Field(() => [FormQuestion], { description: 'The standard questions, in the order in which they are asked.' })
  declare questions: FormQuestion[]
  @Field(() => [FormField], { description: "The organization's own fields, in their order." })
  declare fields: FormField[]
}
