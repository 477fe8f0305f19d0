import {
  fieldLimits,
  fromTypedValue,
  membersOf,
  toTypedValue,
  type FieldDefinition,
  type FieldKind as Kind,
  type FieldValues,
} from '@clinch/schema/fields'
import { Field, Float, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { badInput, type FieldProblem } from '../kernel/errors.ts'
import { Money, MoneyInput } from './money.type.ts'

export const FieldKind = {
  TEXT: 'text',
  LONG_TEXT: 'long_text',
  NUMBER: 'number',
  MONEY: 'money',
  SELECT: 'select',
  MULTI_SELECT: 'multi_select',
  BOOLEAN: 'boolean',
  DATE: 'date',
  EMAIL: 'email',
  PHONE: 'phone',
  URL: 'url',
} as const satisfies Record<string, Kind>
registerEnumType(FieldKind, {
  name: 'FieldKind',
  description: 'What a field that an organization made can hold.',
  valuesConfig: {
    TEXT: { description: 'One line; at most 500 characters.' },
    LONG_TEXT: { description: 'Several lines; at most 10,000 characters.' },
    NUMBER: { description: 'A number.' },
    MONEY: { description: 'An amount of money in any currency.' },
    SELECT: { description: 'One of its options.' },
    MULTI_SELECT: { description: 'Any of its options.' },
    BOOLEAN: { description: 'Yes or no.' },
    DATE: { description: 'A day, as YYYY-MM-DD.' },
    EMAIL: { description: 'An e-mail address.' },
    PHONE: { description: 'A phone number.' },
    URL: { description: 'A web address.' },
  },
})

@ObjectType({
  description: "What an organization's own field holds: in the member that is of its kind, the others are null.",
  simpleResolvers: true,
})
export class FieldValue {
  @Field(() => String, { description: "The field's key." })
  declare key: string
  @Field(() => FieldKind, { description: 'The kind of the field.' })
  declare kind: string
  @Field(() => String, {
    nullable: true,
    description: "Of a text, long text, date, e-mail address, phone number or web address; of a select its option's key.",
  })
  declare text: string | null
  @Field(() => Float, { nullable: true, description: 'Of a number.' })
  declare number: number | null
  @Field(() => Boolean, { nullable: true, description: 'Of a yes-or-no.' })
  declare boolean: boolean | null
  @Field(() => Money, { nullable: true, description: 'Of an amount of money.' })
  declare money: Money | null
  @Field(() => [String], { nullable: true, description: 'Of a multi-select: the keys of its options.' })
  declare options: readonly string[] | null
}

@InputType({ description: "A value for an organization's own field: one member, that of its kind. None of them is no value." })
export class FieldValueInput {
  @Field(() => String, { description: "The field's key." })
  declare key: string
  @Field(() => String, {
    nullable: true,
    description: "For a text, long text, date (YYYY-MM-DD), e-mail address, phone number or web address; for a select its option's key.",
  })
  text?: string | null
  @Field(() => Float, { nullable: true, description: 'For a number.' })
  number?: number | null
  @Field(() => Boolean, { nullable: true, description: 'For a yes-or-no.' })
  boolean?: boolean | null
  @Field(() => MoneyInput, { nullable: true, description: 'For an amount of money.' })
  money?: MoneyInput | null
  @Field(() => [String], { nullable: true, description: 'For a multi-select: the keys of its options.' })
  options?: string[] | null
}

/** Values as the API answers them, in the order of their fields. */
export const fieldValuesOf = (definitions: readonly Pick<FieldDefinition, 'key' | 'kind'>[], values: FieldValues): FieldValue[] =>
  definitions.flatMap(({ key, kind }) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined
    const blank = { text: null, number: null, boolean: null, money: null, options: null }
    return value === undefined ? [] : [{ key, kind, ...blank, ...toTypedValue(kind, value) }]
  })

/**
 * The values of an input by the key of their field, to be judged by their definitions. Refuses a field that is given twice, and a value in
 * several members, as BAD_USER_INPUT at `<path>.<key>`.
 */
export function readFieldValues(given: readonly FieldValueInput[], path = 'fields'): Record<string, unknown> {
  if (given.length > fieldLimits.fields) throw badInput([{ path, message: `At most ${fieldLimits.fields} fields are taken.` }])
  const problems: FieldProblem[] = []
  const values = new Map<string, unknown>()
  for (const value of given) {
    if (values.has(value.key)) problems.push({ path: `${path}.${value.key}`, message: 'This field is given twice.' })
    if (membersOf(value) > 1) problems.push({ path: `${path}.${value.key}`, message: 'A value stands in one member, that of its kind.' })
    values.set(value.key, fromTypedValue(value))
  }
  if (problems.length > 0) throw badInput(problems)
  return Object.fromEntries(values)
}
