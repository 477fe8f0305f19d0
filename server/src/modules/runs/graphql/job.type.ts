import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Period, PeriodInput } from '../../../graphql-kit/period.type.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const JobKind = {
  BOOKING_SYNC: 'booking_sync',
  PAYMENT_SYNC: 'payment_sync',
  ATTRIBUTION_PREVIEW: 'attribution_preview',
  ATTRIBUTION_RERUN: 'attribution_rerun',
} as const
registerEnumType(JobKind, {
  name: 'JobKind',
  description: 'What a job does.',
  valuesConfig: {
    BOOKING_SYNC: { description: 'Asks a booking tool for the calls of a period, and takes in what is not known.' },
    PAYMENT_SYNC: { description: 'Asks a payment processor for the money of a period, and takes in what is not known.' },
    ATTRIBUTION_PREVIEW: { description: 'Looks at what crediting the payments of a period again would change. Nothing of it is stored.' },
    ATTRIBUTION_RERUN: { description: 'Credits the payments of a period again, once it was looked at what that would change.' },
  },
})

export const JobState = { QUEUED: 'queued', RUNNING: 'running', DONE: 'done', FAILED: 'failed', CANCELED: 'canceled' } as const
registerEnumType(JobState, {
  name: 'JobState',
  description: 'How a job stands.',
  valuesConfig: {
    QUEUED: { description: 'It begins in a moment.' },
    RUNNING: { description: 'It is under way, or waits for something and goes on by itself.' },
    DONE: { description: 'It came to its end.' },
    FAILED: { description: 'It cannot go on until somebody does something; then it can be taken up again.' },
    CANCELED: { description: 'Somebody stopped it; it can be taken up again.' },
  },
})

@ObjectType({ description: 'Work that takes long, how far it has come, and what came of it.', simpleResolvers: true })
export class Job {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => JobKind, { description: 'What it does.' })
  declare kind: string
  @Field(() => JobState, { description: 'How it stands.' })
  declare state: string
  @Field(() => Period, { description: 'The days that it goes through; calls by when they take place, money by when it moved.' })
  declare period: Period
  @Field(() => Float, { description: 'How much of that is behind it, 0 to 1.' })
  declare progress: number
  @Field(() => Int, {
    nullable: true,
    description: 'In about how many seconds it is done, by how fast it came so far; none while that says nothing.',
  })
  declare secondsLeft: number | null
  @Field(() => Int, { description: 'How many records were seen.' })
  declare seenCount: number
  @Field(() => Int, { description: 'How many of them were new.' })
  declare createdCount: number
  @Field(() => Int, { description: 'How many were known, and changed.' })
  declare changedCount: number
  @Field(() => Int, { description: 'How many could not be taken in.' })
  declare failedCount: number
  @Field(() => [String], { description: 'Why the first of those could not, each in words.' })
  declare problems: string[]
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it waits, where that is known.' })
  declare waitsUntil: string | null
  @Field(() => String, { nullable: true, description: 'What it waits for, in words; none where it does not wait.' })
  declare waitsFor: string | null
  @Field(() => String, { nullable: true, description: 'Why it failed, and what to do about it.' })
  declare error: string | null
  @Field(() => String, { description: 'Who asked for it.' })
  declare requestedBy: string
  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  declare createdAt: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it began, or was taken up again.' })
  declare startedAt: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  declare finishedAt: string | null
}

@InputType({ description: 'What to ask a provider for.' })
export class StartSyncInput extends RetryableInput {
  @Field(() => ID, { description: 'The connection.' })
  declare connectionId: string
  @Field(() => PeriodInput, { description: 'Of which days; at most three years.' })
  declare period: PeriodInput
}

@InputType({ description: 'Which sync to take up again.' })
export class ResumeSyncInput extends RetryableInput {
  @Field(() => ID, { description: 'The job.' })
  declare id: string
}

@InputType({ description: 'Which sync to stop.' })
export class CancelSyncInput extends RetryableInput {
  @Field(() => ID, { description: 'The job.' })
  declare id: string
}

@ObjectType({ description: 'The sync that was asked for.' })
export class StartSyncPayload {
  @Field(() => Job, { description: 'The job.' })
  declare job: Job
}

@ObjectType({ description: 'The sync that goes on.' })
export class ResumeSyncPayload {
  @Field(() => Job, { description: 'The job.' })
  declare job: Job
}

@ObjectType({ description: 'The sync that was stopped.' })
export class CancelSyncPayload {
  @Field(() => Job, { description: 'The job.' })
  declare job: Job
}
