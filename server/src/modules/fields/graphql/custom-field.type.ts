import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { FieldKind, FieldValue } from '../../../graphql-kit/field-value.type.ts'
import { OptionColor } from '../../../graphql-kit/option-color.type.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const CustomFieldSubject = { LEAD: 'lead', EVENT: 'event', PAYMENT: 'payment' } as const
registerEnumType(CustomFieldSubject, {
  name: 'CustomFieldSubject',
  description: 'What an organization can give fields of its own.',
  valuesConfig: {
    LEAD: { description: 'Leads.' },
    EVENT: { description: 'Events.' },
    PAYMENT: { description: 'Payments.' },
  },
})

@ObjectType({ description: 'What can be chosen of a select or multi-select.', simpleResolvers: true })
export class CustomFieldOption {
  @Field(() => String, { description: 'What values hold; it stays when the label changes.' })
  declare key: string
  @Field(() => String, { description: 'What people read.' })
  declare label: string
  @Field(() => OptionColor, { nullable: true, description: 'What it is marked with.' })
  declare color: string | null
  @Field(() => Boolean, { description: 'It is offered no more; what has it keeps it.' })
  declare retired: boolean
}

@ObjectType({ description: 'A field that the organization made for its leads, events or payments.', simpleResolvers: true })
export class CustomField {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => CustomFieldSubject, { description: 'Of what it is a field.' })
  declare subject: string
  @Field(() => String, { description: 'What values are written and filtered by; never changes.' })
  declare key: string
  @Field(() => FieldKind, { description: 'What it holds; never changes.' })
  declare kind: string
  @Field(() => String, { description: 'What people read.' })
  declare label: string
  @Field(() => String, { nullable: true, description: 'What helps whoever fills it in.' })
  declare help: string | null
  @Field(() => Boolean, {
    description:
      'It has to be answered where a record is entered or changed by hand, in the app or through the API. What webhooks, syncs and imports bring may lack it.',
  })
  declare required: boolean
  @Field(() => [CustomFieldOption], { description: 'Of a select or multi-select, in their order; retired ones are among them.' })
  declare options: CustomFieldOption[]
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when nothing is written to it any more; what has a value keeps it.' })
  declare retiredAt: string | null
  @Field(() => Int, { description: 'How many leads, events or payments that the caller may see have a value of it.' })
  declare usedBy: number
}

@ObjectType({
  description: 'What a lead, an event or a payment has of one of the organization’s own fields.',
  simpleResolvers: true,
})
export class CustomFieldValue extends FieldValue {
  @Field(() => String, { description: 'The field’s label.' })
  declare label: string
  @Field(() => Boolean, { description: 'The field is retired: the value stays as it is.' })
  declare retired: boolean
  @Field(() => [CustomFieldOption], { description: 'Of a select or multi-select: the chosen options themselves.' })
  declare chosen: CustomFieldOption[]
}
