import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { EventOutcome } from '../../events/graphql/event.type.ts'
import { CallOutcome } from './call-outcome.type.ts'
import { OptionColor } from '../../../graphql-kit/option-color.type.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'

type ValueOf<Enum> = Enum[keyof Enum]

@InputType({ description: 'A new outcome.' })
export class CreateCallOutcomeInput extends RetryableInput {
  @Field(() => String, { description: 'What it is called; no other that is offered is called so, letter case aside.' })
  declare label: string
  @Field(() => OptionColor, { description: 'What marks it.' })
  declare color: ValueOf<typeof OptionColor>
  @Field(() => EventOutcome, { description: 'Which of the outcomes that figures know it is.' })
  declare outcome: ValueOf<typeof EventOutcome>
}

@InputType({ description: 'What to change of an outcome; what is left out stays.' })
export class UpdateCallOutcomeInput extends RetryableInput {
  @Field(() => ID, { description: 'The outcome.' })
  declare id: string
  @Field(() => String, { nullable: true, description: 'What it is called. Forms that name it are shown with the new name.' })
  label?: string | null
  @Field(() => OptionColor, { nullable: true, description: 'What marks it.' })
  color?: ValueOf<typeof OptionColor> | null
  @Field(() => EventOutcome, {
    nullable: true,
    description:
      'Which of the outcomes that figures know it is. CONFLICT once a form names it or did before it was amended: retire it and add another.',
  })
  outcome?: ValueOf<typeof EventOutcome> | null
}

@InputType({ description: 'A new order.' })
export class ReorderCallOutcomesInput extends RetryableInput {
  @Field(() => [ID], { description: 'All that are offered, each once. CONFLICT if others are offered by now.' })
  declare ids: string[]
}

@InputType({ description: 'An outcome to offer no more.' })
export class RetireCallOutcomeInput extends RetryableInput {
  @Field(() => ID, { description: 'The outcome.' })
  declare id: string
}

@InputType({ description: 'A retired outcome to offer again.' })
export class RestoreCallOutcomeInput extends RetryableInput {
  @Field(() => ID, { description: 'The outcome.' })
  declare id: string
}

@ObjectType({ description: 'The new outcome.' })
export class CreateCallOutcomePayload {
  @Field(() => CallOutcome, { description: 'The outcome.' })
  declare callOutcome: CallOutcome
}

@ObjectType({ description: 'The changed outcome.' })
export class UpdateCallOutcomePayload {
  @Field(() => CallOutcome, { description: 'The outcome.' })
  declare callOutcome: CallOutcome
}

@ObjectType({ description: 'What is offered, in its new order.' })
export class ReorderCallOutcomesPayload {
  @Field(() => [CallOutcome], { description: 'Those that are not retired.' })
  declare callOutcomes: CallOutcome[]
}

@ObjectType({ description: 'The retired outcome.' })
export class RetireCallOutcomePayload {
  @Field(() => CallOutcome, { description: 'The outcome.' })
  declare callOutcome: CallOutcome
}

@ObjectType({ description: 'The outcome that is offered again.' })
export class RestoreCallOutcomePayload {
  @Field(() => CallOutcome, { description: 'The outcome.' })
  declare callOutcome: CallOutcome
}
