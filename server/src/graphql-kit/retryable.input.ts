import { Field, InputType } from 'type-graphql'
import { retryDescription } from './retry.ts'

/** What every mutation takes that may be sent twice. */
@InputType()
export abstract class RetryableInput {
  @Field(() => String, { nullable: true, description: retryDescription })
  clientMutationId?: string
}
