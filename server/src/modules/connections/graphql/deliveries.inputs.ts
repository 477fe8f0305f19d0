import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { OrderDirection } from '../../../graphql-kit/order-direction.ts'
import { PeriodInput } from '../../../graphql-kit/period.type.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { Delivery, DeliveryState } from './delivery.type.ts'

type ValueOf<Enum> = Enum[keyof Enum]
@InputType({ description: 'Which delivery to act on again.' })
export class ReplayDeliveryInput extends RetryableInput {
  @Field(() => ID, { description: 'The delivery.' })
  declare id: string
}

@InputType({ description: 'Which deliveries. Every field given must hold; a list means any of its values.' })
export class DeliveryFilter {
  @Field(() => [ID], { nullable: true, description: 'Of one of these connections.' })
  connectionIds?: string[]
  @Field(() => [DeliveryState], { nullable: true, description: 'In one of these states.' })
  states?: ValueOf<typeof DeliveryState>[]
  @Field(() => [String], { nullable: true, description: 'Of one of these kinds, in the provider’s words.' })
  kinds?: string[]
  @Field(() => String, {
    nullable: true,
    description:
      'Part of its result, error, kind, request id, id, or of the provider’s own id; or a part of its body, written as there. The newest 5,000 that the rest of the filter leaves are searched.',
  })
  search?: string
  @Field(() => PeriodInput, { nullable: true, description: 'Received on one of these days of the organization’s time zone.' })
  received?: PeriodInput
}

@InputType({ description: 'Which deliveries to act on again: `ids`, a `filter`, or of these ids the ones that the filter leaves.' })
export class ReplayDeliveriesInput extends RetryableInput {
  @Field(() => [ID], { nullable: true, description: 'These deliveries, at most 1,000.' })
  ids?: string[] | null
  @Field(() => DeliveryFilter, { nullable: true, description: 'Those that a list with this filter holds.' })
  filter?: DeliveryFilter | null
}

export const DeliveryOrderField = { RECEIVED_AT: 'received_at' } as const
registerEnumType(DeliveryOrderField, {
  name: 'DeliveryOrderField',
  description: 'What deliveries can be ordered by.',
  valuesConfig: { RECEIVED_AT: { description: 'When they arrived.' } },
})

@InputType({ description: 'The order of deliveries; ties are broken by id.' })
export class DeliveryOrder {
  @Field(() => DeliveryOrderField, { description: 'What to order by.' })
  declare field: ValueOf<typeof DeliveryOrderField>
  @Field(() => OrderDirection, { description: 'Which way.' })
  declare direction: ValueOf<typeof OrderDirection>
}

@ObjectType({ description: 'The delivery, waiting for its job again.' })
export class ReplayDeliveryPayload {
  @Field(() => Delivery, { description: 'The delivery.' })
  declare delivery: Delivery
}

@ObjectType({ description: 'What became of replaying many.', simpleResolvers: true })
export class ReplayDeliveriesPayload {
  @Field(() => Int, { description: 'How many wait for their jobs again.' })
  declare replayed: number
  @Field(() => Int, { description: 'How many were meant and cannot be replayed, since their bodies are not kept.' })
  declare withoutBody: number
  @Field(() => Boolean, { description: 'Whether more of the filter are left than one act replays: ask again.' })
  declare moreLeft: boolean
}
