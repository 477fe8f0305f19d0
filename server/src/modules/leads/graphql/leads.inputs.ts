import { Field, InputType, registerEnumType } from 'type-graphql'
import { OrderDirection } from '../../../graphql-kit/order-direction.ts'

@InputType({ description: 'Which leads. Every field given must hold.' })
export class LeadFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name, e-mail address, phone number or id.' })
  search?: string
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
