import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const DeliveryState = {
  RECEIVED: 'received',
  PROCESSED: 'processed',
  IGNORED: 'ignored',
  FAILED: 'failed',
  PARKED: 'parked',
  REFUSED: 'refused',
  HELD: 'held',
} as const
registerEnumType(DeliveryState, {
  name: 'DeliveryState',
  description: 'What became of a delivery.',
  valuesConfig: {
    RECEIVED: { description: 'Stored; waits for its job.' },
    PROCESSED: { description: 'Acted on.' },
    IGNORED: { description: 'Nothing was to be done.' },
    FAILED: { description: 'Failed; will be tried again.' },
    PARKED: { description: 'Failed too often, or cannot be read: waits for a person.' },
    REFUSED: { description: 'Not let in; its body was not kept.' },
    HELD: { description: 'Arrived while the organization was shut or read-only; is processed when it is open again.' },
  },
})

@ObjectType({ description: 'One webhook request as it arrived, and what became of it.', simpleResolvers: true })
export class Delivery {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => String, { description: 'What kind of message, in the provider’s words.' })
  declare kind: string
  @Field(() => DeliveryState, { description: 'What became of it.' })
  declare state: string
  @Field(() => Int, { description: 'The HTTP status that the sender was answered.' })
  declare answer: number
  @Field(() => DateTimeScalar, { description: 'When it arrived.' })
  declare receivedAt: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was done with.' })
  declare finishedAt: string | null
  @Field(() => Int, { description: 'How often it was tried.' })
  declare attempts: number
  @Field(() => Int, { description: 'How often the same was sent again.' })
  declare repeats: number
  @Field(() => String, {
    nullable: true,
    description: 'What it did, in words; none for a key that may not read each kind of record that it made or changed.',
  })
  declare result: string | null
  @Field(() => String, { nullable: true, description: 'What the matter is, in words.' })
  declare error: string | null
  @Field(() => String, { nullable: true, description: 'The sender’s network address.' })
  declare remoteAddress: string | null
  @Field(() => String, { description: 'Follows it through every log.' })
  declare requestId: string
  @Field(() => Boolean, { description: 'Whether its body is kept, so that it can be replayed.' })
  declare hasBody: boolean
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its body was removed, because it was older than the organization keeps bodies.',
  })
  declare bodyRemovedAt: string | null
  @Field(() => String, {
    nullable: true,
    description: 'The provider’s own id of it, or its fingerprint: the same again is the same delivery.',
  })
  declare dedupeKey: string | null
}
