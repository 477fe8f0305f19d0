import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Money } from '../../../graphql-kit/money.type.ts'
import { PairInput } from '../../../graphql-kit/pair.input.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { Lead } from '../../leads/graphql/lead.type.ts'

@ObjectType({ description: 'An e-mail address or phone number that a lead is known by.', simpleResolvers: true })
export class LeadAddress {
  @Field(() => String, { description: 'An e-mail address in lower case, or a phone number as E.164.' })
  declare address: string
  @Field(() => Boolean, { description: 'Whether they go by it.' })
  declare isPrimary: boolean
  @Field(() => String, { description: 'How it became known: `booking`, `import`, or the name of who said so.' })
  declare learnedFrom: string
  @Field(() => DateTimeScalar, { description: 'When it became known.' })
  declare createdAt: string
}

@ObjectType({ description: 'Two leads who were made one.', simpleResolvers: true })
export class LeadMerge {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => DateTimeScalar, { description: 'When.' })
  declare mergedAt: string
  @Field(() => String, { description: 'The name of who merged them.' })
  declare mergedByName: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was undone, if it was.' })
  declare undoneAt: string | null
  @Field(() => String, { nullable: true, description: 'The name of who undid it.' })
  declare undoneByName: string | null
}

export const Likeness = {
  PHONE: 'phone',
  MAILBOX: 'mailbox',
  NAME_AND_DOMAIN: 'name_and_domain',
  NAME_AND_CALLS: 'name_and_calls',
} as const
registerEnumType(Likeness, {
  name: 'LeadLikeness',
  description: 'In what two leads are alike.',
  valuesConfig: {
    PHONE: { description: 'The same phone number.' },
    MAILBOX: { description: 'E-mail addresses that some providers take for one: other dots at Gmail, or something after a +.' },
    NAME_AND_DOMAIN: { description: 'The same name, and addresses of the same company.' },
    NAME_AND_CALLS: { description: 'The same name, and calls within thirty days.' },
  },
})

@ObjectType({ description: 'Why two leads may be one person.', simpleResolvers: true })
export class LeadLikenessReason {
  @Field(() => Likeness, { description: 'In what they are alike.' })
  declare likeness: string
  @Field(() => String, { description: 'The same in words.' })
  declare words: string
}

@ObjectType({ description: 'Two leads who may be one person.', simpleResolvers: true })
export class LikelyDuplicateLeads {
  @Field(() => ID, { description: 'Stands for this pair.' })
  declare id: string
  @Field(() => [LeadLikenessReason], { description: 'Why.' })
  declare reasons: LeadLikenessReason[]
}

@ObjectType({ description: 'What a merge would move to the survivor.', simpleResolvers: true })
export class LeadMergePreview {
  @Field(() => Int, { description: 'How many calls.' })
  declare calls: number
  @Field(() => Int, { description: 'How many payments that count.' })
  declare payments: number
  @Field(() => [Money], { description: 'What these payments come to, a currency at a time.' })
  declare money: Money[]
  @Field(() => [String], { description: 'Which e-mail addresses.' })
  declare emails: string[]
  @Field(() => [String], { description: 'Which phone numbers that the survivor does not have.' })
  declare phones: string[]
}

export const MergeSide = { SURVIVOR: 'survivor', MERGED: 'merged' } as const
registerEnumType(MergeSide, {
  name: 'LeadMergeSide',
  description: 'Of which of two leads a field is kept.',
  valuesConfig: {
    SURVIVOR: { description: 'Of the one that stays.' },
    MERGED: { description: 'Of the one that becomes part of it.' },
  },
})
type Side = (typeof MergeSide)[keyof typeof MergeSide]

@InputType({ description: 'Whose fields are kept. What is left out is the survivor’s, or the other’s where the survivor has none.' })
export class LeadMergeFieldsInput {
  @Field(() => MergeSide, { nullable: true, description: 'Whose name.' })
  name?: Side | null
  @Field(() => MergeSide, { nullable: true, description: 'Whose e-mail address they go by. All of both are kept.' })
  email?: Side | null
  @Field(() => MergeSide, { nullable: true, description: 'Whose phone number they go by. All of both are kept.' })
  phone?: Side | null
  @Field(() => MergeSide, { nullable: true, description: 'Whose time zone.' })
  timeZone?: Side | null
  @Field(() => MergeSide, {
    nullable: true,
    description: 'Where they came from before any booking said so. The source of the first booking outranks it.',
  })
  source?: Side | null
}

@InputType({ description: 'Two leads who are one person.' })
export class MergeLeadsInput extends RetryableInput {
  @Field(() => ID, { description: 'The lead that stays.' })
  declare survivorId: string
  @Field(() => ID, { description: 'The lead that becomes part of it.' })
  declare mergedId: string
  @Field(() => LeadMergeFieldsInput, { nullable: true, description: 'Whose fields are kept.' })
  fields?: LeadMergeFieldsInput | null
}

@ObjectType({ description: 'The merge, and the lead that two became.' })
export class MergeLeadsPayload {
  @Field(() => LeadMerge, { description: 'The merge; by its id it can be undone.' })
  declare merge: LeadMerge
  @Field(() => Lead, { description: 'The lead that stays.' })
  declare lead: Lead
}

@InputType({ description: 'A merge to undo.' })
export class UndoLeadMergeInput extends RetryableInput {
  @Field(() => ID, { description: 'The merge.' })
  declare mergeId: string
}

@ObjectType({ description: 'The two leads that one became again.' })
export class UndoLeadMergePayload {
  @Field(() => Lead, { description: 'The lead that had stayed.' })
  declare lead: Lead
  @Field(() => Lead, { description: 'The lead that had become part of it.' })
  declare restored: Lead
}

@InputType({ description: 'The two leads who are two, in either order.' })
export class KeepLeadsApartInput extends PairInput {}

@InputType({ description: 'The two leads of whom nothing is said any more, in either order.' })
export class UndoKeepLeadsApartInput extends PairInput {}

@ObjectType({ description: 'Two leads.' })
export class PairOfLeadsPayload {
  @Field(() => Lead, { description: 'The one.' })
  declare one: Lead
  @Field(() => Lead, { description: 'The other.' })
  declare other: Lead
}
