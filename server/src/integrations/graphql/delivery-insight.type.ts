import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'

export const TouchedKind = { EVENT: 'event', LEAD: 'lead', PAYMENT: 'payment' } as const
registerEnumType(TouchedKind, {
  name: 'TouchedKind',
  description: 'What kind of record a delivery made or changed.',
  valuesConfig: { EVENT: { description: 'A call.' }, LEAD: { description: 'A lead.' }, PAYMENT: { description: 'A payment.' } },
})

@ObjectType({ description: 'A record that a delivery made or changed.', simpleResolvers: true })
export class TouchedRecord {
  @Field(() => TouchedKind, { description: 'What it is.' })
  declare kind: string
  @Field(() => ID, { description: 'The record’s own id.' })
  declare id: string
  @Field(() => String, { description: 'What people know it by.' })
  declare name: string
}

@ObjectType({ description: 'What Clinch makes of a delivery’s body, whatever became of it.', simpleResolvers: true })
export class DeliveryInterpretation {
  @Field(() => String, { description: 'In a sentence; what the matter is, where it cannot be read.' })
  declare summary: string
  @Field(() => String, {
    nullable: true,
    description:
      'The message in Clinch’s own terms, as JSON; none where there is nothing to act on, and for a key that may not read what it tells of.',
  })
  declare message: string | null
}
