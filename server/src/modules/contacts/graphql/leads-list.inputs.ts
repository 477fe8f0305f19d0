import { Field, ID, InputType, registerEnumType } from 'type-graphql'
import { OrderDirection } from '../../../graphql-kit/order-direction.ts'
import { PeriodInput } from '../../../graphql-kit/period.type.ts'
import { FieldFilterInput, fieldFilterDescription } from '../../fields/graphql/field-filter.inputs.ts'

@InputType({ description: 'Which leads. Every field given must hold.' })
export class LeadFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name, an id, or any of their e-mail addresses or phone numbers, however the number is written.',
  })
  search?: string
  @Field(() => [ID], { nullable: true, description: 'Who came from one of these sources.' })
  sourceIds?: string[]
  @Field(() => [ID], { nullable: true, description: 'Whose latest call one of these setters booked.' })
  setterIds?: string[]
  @Field(() => Boolean, { nullable: true, description: 'Whether any payment of theirs counts. A key needs payments:read to ask.' })
  hasPayments?: boolean
  @Field(() => PeriodInput, { nullable: true, description: 'Who became known on one of these days of the organization’s time zone.' })
  created?: PeriodInput
  @Field(() => Boolean, {
    nullable: true,
    description: 'With true, only those who were merged into others. They are in no other list.',
  })
  merged?: boolean
  @Field(() => [FieldFilterInput], { nullable: true, description: fieldFilterDescription })
  fields?: FieldFilterInput[]
}

export const LeadOrderField = { CREATED_AT: 'created_at', NAME: 'name' } as const
registerEnumType(LeadOrderField, {
  name: 'LeadOrderField',
  description: 'What leads can be ordered by.',
  valuesConfig: { CREATED_AT: { description: 'When they first became known.' }, NAME: { description: 'Their name.' } },
})

@InputType({ description: 'The order of leads; ties are broken by id.' })
export class LeadOrder {
  @Field(() => LeadOrderField, { description: 'What to order by.' })
  declare field: (typeof LeadOrderField)[keyof typeof LeadOrderField]
  @Field(() => OrderDirection, { description: 'Which way.' })
  declare direction: (typeof OrderDirection)[keyof typeof OrderDirection]
}
