import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql'
import { retryDescription } from '../../../graphql-kit/retry.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { JobState } from '../../runs/graphql/job.type.ts'
import { MovedCredit, PreviewAttributionInput, PreviewedCredit } from './rerun.type.ts'

@ObjectType({
  description:
    'Payments of a period that are credited again step by step, however many they are: first what that would change is looked at, then it is done, each by a run of its own.',
  simpleResolvers: true,
})
export class AttributionRun {
  @Field(() => ID, { description: 'That of its job.' })
  declare id: string
  @Field(() => JobState, { description: 'How it stands.' })
  declare state: string
  @Field(() => Float, { description: 'How much of it is behind it, 0 to 1.' })
  declare progress: number
  @Field(() => Int, { description: 'How many payments were looked at so far.' })
  declare payments: number
  @Field(() => Int, { description: 'How many of them are credited by hand and locked: they stay as they are.' })
  declare locked: number
  @Field(() => Int, {
    description: 'How many credits changed so far, or would, with those that inherit from a payment of the period.',
  })
  declare changed: number
  @Field(() => Boolean, { description: 'Whether it is of some people, or ways of crediting, alone.' })
  declare filtered: boolean
  @Field(() => [MovedCredit], { description: 'Person by person, whose money moves, or would, the most first.' })
  declare people: object[]
  @Field(() => [PreviewedCredit], { description: 'The first 50 of the credits that changed, or would, the earliest payment first.' })
  declare changes: object[]
}

@InputType({ description: 'Which payments to look at, however many they are.' })
export class StartAttributionPreviewInput extends PreviewAttributionInput {
  @Field(() => String, { nullable: true, description: retryDescription })
  clientMutationId?: string
}

@InputType({ description: 'What to credit again.' })
export class StartAttributionRerunInput extends RetryableInput {
  @Field(() => ID, { description: 'The run that looked at what that would change; it has come to its end.' })
  declare previewId: string
}

@InputType({ description: 'Which run of credits to stop.' })
export class CancelAttributionRunInput extends RetryableInput {
  @Field(() => ID, { description: 'The run.' })
  declare id: string
}

@InputType({ description: 'Which run of credits to take up again.' })
export class ResumeAttributionRunInput extends RetryableInput {
  @Field(() => ID, { description: 'The run.' })
  declare id: string
}

@ObjectType({ description: 'The run that looks at what would change.' })
export class StartAttributionPreviewPayload {
  @Field(() => AttributionRun, { description: 'The run.' })
  declare run: AttributionRun
}

@ObjectType({ description: 'The run that credits again.' })
export class StartAttributionRerunPayload {
  @Field(() => AttributionRun, { description: 'The run.' })
  declare run: AttributionRun
}

@ObjectType({ description: 'The run of credits that was stopped.' })
export class CancelAttributionRunPayload {
  @Field(() => AttributionRun, { description: 'The run.' })
  declare run: AttributionRun
}

@ObjectType({ description: 'The run of credits that goes on.' })
export class ResumeAttributionRunPayload {
  @Field(() => AttributionRun, { description: 'The run.' })
  declare run: AttributionRun
}
