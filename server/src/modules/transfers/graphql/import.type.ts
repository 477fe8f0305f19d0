import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { FieldValueInput } from '../../../graphql-kit/field-value.type.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const ImportKind = { LEADS: 'leads' } as const
registerEnumType(ImportKind, {
  name: 'ImportKind',
  description: 'What can be imported.',
  valuesConfig: { LEADS: { description: 'Leads, by name, e-mail address and phone number, with the organization’s own fields.' } },
})

@ObjectType({ description: 'One import of a file.', simpleResolvers: true })
export class Import {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => ImportKind, { description: 'What was imported.' })
  declare kind: string
  @Field(() => String, { description: 'The file’s name.' })
  declare fileName: string
  @Field(() => Int, { description: 'How many rows it had.' })
  declare rowCount: number
  @Field(() => Int, { description: 'How many of them were new.' })
  declare createdCount: number
  @Field(() => Int, { description: 'How many of them were known already.' })
  declare knownCount: number
  @Field(() => String, { description: 'Who imported it.' })
  declare importedBy: string
  @Field(() => DateTimeScalar, { description: 'When; it counts for that month in UTC.' })
  declare createdAt: string
}

@InputType({ description: 'A lead as a row of a file names them. It has an e-mail address or a phone number.' })
export class ImportLeadRowInput {
  @Field(() => String, { description: 'Their name.' })
  declare name: string
  @Field(() => String, { nullable: true, description: 'Their e-mail address.' })
  email?: string | null
  @Field(() => String, { nullable: true, description: 'Their phone number.' })
  phone?: string | null
  @Field(() => [FieldValueInput], {
    nullable: true,
    description: 'Values of the organization’s own fields. A lead who is known takes those of fields that they have none of.',
  })
  customFields?: FieldValueInput[] | null
}

@InputType({ description: 'Leads to import.' })
export class ImportLeadsInput extends RetryableInput {
  @Field(() => String, { description: 'The file’s name.' })
  declare fileName: string
  @Field(() => [ImportLeadRowInput], { description: 'Its rows; at most 1,000. All of them are imported or none.' })
  declare rows: ImportLeadRowInput[]
}

@ObjectType({ description: 'The import that was made.' })
export class ImportLeadsPayload {
  @Field(() => Import, { description: 'The import.' })
  declare import: Import
}
