import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Money } from '../../../graphql-kit/money.type.ts'

export const ShareRole = { CLOSER: 'closer', SETTER: 'setter' } as const
registerEnumType(ShareRole, {
  name: 'ShareRole',
  description: 'As what somebody has a share of a payment.',
  valuesConfig: { CLOSER: { description: 'As a closer.' }, SETTER: { description: 'As a setter.' } },
})

@ObjectType({ description: 'One person’s share of a payment that is split.', simpleResolvers: true })
export class PaymentShare {
  @Field(() => ShareRole, { description: 'As what they have it; the shares of each role add to the whole.' })
  declare role: string
  @Field(() => Int, { description: 'Whole percents.' })
  declare percent: number
  @Field(() => Money, { description: 'Their part of what was collected, before refunds.' })
  declare amount: Money
  @Field(() => Money, { description: 'Their part of what is left of it.' })
  declare net: Money
}
