import { Field, ID, InputType } from 'type-graphql'
import { retryDescription } from './retry.ts'

/** Two records of one kind, in either order. */
@InputType()
export abstract class PairInput {
  @Field(() => ID, { description: 'The one.' })
  declare oneId: string
  @Field(() => ID, { description: 'The other.' })
  declare otherId: string
  @Field(() => String, { nullable: true, description: retryDescription })
  clientMutationId?: string
}
