import { Field, ID, InputType } from 'type-graphql'
import { RetryableInput } from './retryable.input.ts'

/** Two records of one kind, in either order. */
@InputType()
export abstract class PairInput extends RetryableInput {
  @Field(() => ID, { description: 'The one.' })
  declare oneId: string
  @Field(() => ID, { description: 'The other.' })
  declare otherId: string
}
