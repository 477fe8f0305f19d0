import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Money } from '../../../graphql-kit/money.type.ts'

@ObjectType({ description: 'What of a payment falls to whom a statement is of, in one currency.', simpleResolvers: true })
export class StatementAmounts {
  @Field(() => Money, { description: 'Collected, before refunds.' })
  declare collected: Money
  @Field(() => Money, { description: 'Given back of it.' })
  declare refunded: Money
  @Field(() => Money, { description: 'What lost disputes of the customer took of it, beyond what was given back.' })
  declare lost: Money
  @Field(() => Money, { description: 'Credited: what was collected, less what was given back, less what was lost.' })
  declare net: Money
}

@ObjectType({ description: 'A payment as it stands on a statement.', simpleResolvers: true })
export class StatementLine {
  @Field(() => ID, { description: 'The payment’s: a statement has one line of each.' })
  declare id: string
  @Field(() => Int, { nullable: true, description: 'How much of it is theirs, in whole percents; none where all of it is.' })
  declare percent: number | null
  @Field(() => StatementAmounts, { description: 'Their part, in the currency that it was paid in.' })
  declare paid: StatementAmounts
  @Field(() => Money, { description: 'What open disputes of the customer hold of their part; it is still in the net.' })
  declare held: Money
  @Field(() => StatementAmounts, {
    nullable: true,
    description:
      'Their part, in the organization’s currency at the rate of its day: what the figures of the same days sum. None where no rate is known; then it is in no figure.',
  })
  declare reporting: StatementAmounts | null
}
