import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Money } from '../../../graphql-kit/money.type.ts'
import { PeriodInput } from '../../../graphql-kit/period.type.ts'
import { AttributionMethod } from '../../payments/graphql/attribution-method.type.ts'
import { AttributionConfidence } from './attribution.type.ts'
import { ShareRole } from './share.type.ts'

type ValueOf<Enum> = Enum[keyof Enum]

@InputType({ description: 'Which payments of a period. Every field given must hold; a list means any of its values.' })
export class RerunFilter {
  @Field(() => [ID], { nullable: true, description: 'Credited to one of these closers now, or split among them.' })
  closerIds?: string[] | null
  @Field(() => [ID], { nullable: true, description: 'Credited to one of these setters now, or split among them.' })
  setterIds?: string[] | null
  @Field(() => [AttributionMethod], { nullable: true, description: 'Credited in one of these ways now; NONE for those that are not.' })
  methods?: ValueOf<typeof AttributionMethod>[] | null
}

@InputType({ description: 'Which payments to credit again.' })
export class PreviewAttributionInput {
  @Field(() => PeriodInput, { description: 'Paid on one of these days; at most 100 payments at once, and any number in a run.' })
  declare period: PeriodInput
  @Field(() => RerunFilter, { nullable: true, description: 'Not all of them.' })
  filter?: RerunFilter | null
}

@InputType({ description: 'Which preview to apply.' })
export class RerunAttributionInput extends PreviewAttributionInput {
  @Field(() => String, { description: 'Of the preview that was looked at: what is applied is that, or nothing.' })
  declare fingerprint: string
  @Field(() => String, {
    nullable: true,
    description: 'Makes a retry safe: the same id with the same input is answered once and the same, for 24 hours.',
  })
  clientMutationId?: string
}

@ObjectType({ description: 'To whom a payment is credited, before or after.', simpleResolvers: true })
export class CreditInBrief {
  @Field(() => AttributionMethod, { description: 'How.' })
  declare method: string
  @Field(() => AttributionConfidence, { nullable: true, description: 'How surely.' })
  declare confidence: string | null
}

@ObjectType({ description: 'A payment whose credit would change.', simpleResolvers: true })
export class PreviewedCredit {
  @Field(() => CreditInBrief, { description: 'As it stands.' })
  declare before: object
  @Field(() => CreditInBrief, { description: 'As it would be.' })
  declare after: object
  @Field(() => String, { description: 'What would be decided, in one sentence.' })
  declare summary: string
}

@ObjectType({
  description: 'What one person would gain and lose in one currency, net of refunds and lost disputes.',
  simpleResolvers: true,
})
export class MovedCredit {
  @Field(() => ShareRole, { description: 'As what.' })
  declare role: string
  @Field(() => Money, { description: 'Of payments that would be theirs, or more of theirs.' })
  declare gained: Money
  @Field(() => Money, { description: 'Of payments that would be theirs no more, or less of theirs.' })
  declare lost: Money
  @Field(() => Int, { description: 'How many payments would become theirs.' })
  declare gainedPayments: number
  @Field(() => Int, { description: 'How many payments would be theirs no more.' })
  declare lostPayments: number
}

@ObjectType({ description: 'What crediting the payments of a period again would change. Nothing of it is stored.', simpleResolvers: true })
export class AttributionPreview {
  @Field(() => Int, { description: 'How many payments were looked at.' })
  declare payments: number
  @Field(() => Int, { description: 'How many of them are credited by hand and locked: they stay as they are.' })
  declare locked: number
  @Field(() => Int, { description: 'How many credits would change, with those that inherit from a payment of the period.' })
  declare changed: number
  @Field(() => [MovedCredit], { description: 'Person by person, whose money would move, the most first.' })
  declare people: object[]
  @Field(() => [PreviewedCredit], { description: 'The credits that would change, the earliest payment first; the first 200 of them.' })
  declare changes: object[]
  @Field(() => String, { description: 'Of this preview: hand it to rerunAttribution to apply exactly this.' })
  declare fingerprint: string
}

@ObjectType({ description: 'What was credited again.', simpleResolvers: true })
export class RerunAttributionPayload {
  @Field(() => Int, { description: 'How many credits changed.' })
  declare changed: number
  @Field(() => Int, { description: 'How many payments are locked and were left alone.' })
  declare locked: number
}
