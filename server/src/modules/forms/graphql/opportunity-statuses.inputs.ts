import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { OpportunityStatus } from './opportunity-status.type.ts'
import { OptionColor } from '../../../graphql-kit/option-color.type.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'

type ValueOf<Enum> = Enum[keyof Enum]

@InputType({ description: 'A new status.' })
export class CreateOpportunityStatusInput extends RetryableInput {
  @Field(() => String, { description: 'What it is called; no other that is offered is called so, letter case aside.' })
  declare label: string
  @Field(() => OptionColor, { description: 'What marks it.' })
  declare color: ValueOf<typeof OptionColor>
}

@InputType({ description: 'What to change of a status; what is left out stays.' })
export class UpdateOpportunityStatusInput extends RetryableInput {
  @Field(() => ID, { description: 'The status.' })
  declare id: string
  @Field(() => String, { nullable: true, description: 'What it is called. Forms that name it are shown with the new name.' })
  label?: string | null
  @Field(() => OptionColor, { nullable: true, description: 'What marks it.' })
  color?: ValueOf<typeof OptionColor> | null
}

@InputType({ description: 'A new order.' })
export class ReorderOpportunityStatusesInput extends RetryableInput {
  @Field(() => [ID], { description: 'All that are offered, each once. CONFLICT if others are offered by now.' })
  declare ids: string[]
}

@InputType({ description: 'A status to offer no more.' })
export class RetireOpportunityStatusInput extends RetryableInput {
  @Field(() => ID, { description: 'The status.' })
  declare id: string
}

@InputType({ description: 'A retired status to offer again.' })
export class RestoreOpportunityStatusInput extends RetryableInput {
  @Field(() => ID, { description: 'The status.' })
  declare id: string
}

@ObjectType({ description: 'The new status.' })
export class CreateOpportunityStatusPayload {
  @Field(() => OpportunityStatus, { description: 'The status.' })
  declare opportunityStatus: OpportunityStatus
}

@ObjectType({ description: 'The changed status.' })
export class UpdateOpportunityStatusPayload {
  @Field(() => OpportunityStatus, { description: 'The status.' })
  declare opportunityStatus: OpportunityStatus
}

@ObjectType({ description: 'What is offered, in its new order.' })
export class ReorderOpportunityStatusesPayload {
  @Field(() => [OpportunityStatus], { description: 'Those that are not retired.' })
  declare opportunityStatuses: OpportunityStatus[]
}

@ObjectType({ description: 'The retired status.' })
export class RetireOpportunityStatusPayload {
  @Field(() => OpportunityStatus, { description: 'The status.' })
  declare opportunityStatus: OpportunityStatus
}

@ObjectType({ description: 'The status that is offered again.' })
export class RestoreOpportunityStatusPayload {
  @Field(() => OpportunityStatus, { description: 'The status.' })
  declare opportunityStatus: OpportunityStatus
}
