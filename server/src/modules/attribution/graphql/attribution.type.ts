import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { AttributionMethod } from '../../payments/graphql/attribution-method.type.ts'

export const AttributionRule = {
  REFERENCE: 'reference',
  INHERITED: 'inherited',
  MATCHED_PAST: 'matched_past',
  MATCHED_COMING: 'matched_coming',
} as const
registerEnumType(AttributionRule, {
  name: 'AttributionRule',
  description: 'A rule of attribution; the first that finds an event wins.',
  valuesConfig: {
    REFERENCE: { description: 'Is a call named in the payment?' },
    INHERITED: { description: 'Does it follow an earlier payment?' },
    MATCHED_PAST: {
      description:
        'Who paid it, by e-mail address, phone number or what other payments of the same customer of the processor say, and which call came before it?',
    },
    MATCHED_COMING: { description: 'Is there a coming call that was booked before it?' },
  },
})

export const AttributionConfidence = { CERTAIN: 'certain', HIGH: 'high', MEDIUM: 'medium', LOW: 'low' } as const
registerEnumType(AttributionConfidence, {
  name: 'AttributionConfidence',
  description: 'How sure a credit is.',
  valuesConfig: {
    CERTAIN: { description: 'A person decided it, or the payment itself names the call.' },
    HIGH: {
      description:
        'The customer’s e-mail address is on file and they came to the call, or the closer reported this very amount on its form.',
    },
    MEDIUM: { description: 'The customer is known, and what became of the call is not; or the other way round.' },
    LOW: { description: 'Little ties the payment to the call: look at it.' },
  },
})

export const StepResult = { FOUND: 'found', NOTHING: 'nothing', NOT_NEEDED: 'not_needed' } as const
registerEnumType(StepResult, {
  name: 'AttributionStepResult',
  description: 'What a rule came to.',
  valuesConfig: {
    FOUND: { description: 'It found the event.' },
    NOTHING: { description: 'It found none.' },
    NOT_NEEDED: { description: 'An earlier rule had found it.' },
  },
})

export const CandidateVerdict = {
  CHOSEN: 'chosen',
  OLDER: 'older',
  MOVED: 'moved',
  CANCELED: 'canceled',
  OUTSIDE_WINDOW: 'outside_window',
  BOOKED_AFTER_PAYMENT: 'booked_after_payment',
  LATER: 'later',
} as const
registerEnumType(CandidateVerdict, {
  name: 'AttributionVerdict',
  description: 'Why an event was taken or passed over.',
  valuesConfig: {
    CHOSEN: { description: 'It is the one.' },
    OLDER: { description: 'Another is closer to the payment.' },
    MOVED: { description: 'It was moved: its successor stands for it.' },
    CANCELED: { description: 'It was called off.' },
    OUTSIDE_WINDOW: { description: 'It lies too long before the payment.' },
    BOOKED_AFTER_PAYMENT: { description: 'It was booked only after the payment.' },
    LATER: { description: 'It lies after the payment, or after a nearer one.' },
  },
})

@ObjectType({ description: 'An event that a rule looked at.', simpleResolvers: true })
export class AttributionCandidate {
  @Field(() => ID, { description: 'The event.' })
  declare eventId: string
  @Field(() => DateTimeScalar, { description: 'When it was to begin.' })
  declare scheduledAt: string
  @Field(() => CandidateVerdict, { description: 'Whether it was taken.' })
  declare verdict: string
  @Field(() => String, { description: 'Why, in words.' })
  declare note: string
}

@ObjectType({ description: 'One rule, and what it came to.', simpleResolvers: true })
export class AttributionStep {
  @Field(() => AttributionRule, { description: 'The rule.' })
  declare rule: string
  @Field(() => StepResult, { description: 'What it came to.' })
  declare result: string
  @Field(() => String, { description: 'The rule as a question.' })
  declare question: string
  @Field(() => String, { description: 'The answer, in words.' })
  declare explanation: string
  @Field(() => [AttributionCandidate], { description: 'The events that it looked at.' })
  declare candidates: AttributionCandidate[]
}

@ObjectType({ description: 'One decision of to whom a payment is credited.', simpleResolvers: true })
export class AttributionDecision {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => AttributionMethod, { description: 'How it was decided.' })
  declare method: string
  @Field(() => Boolean, { description: 'Whether it was locked against automation.' })
  declare locked: boolean
  @Field(() => AttributionConfidence, { nullable: true, description: 'How sure it was; none where it credited no call.' })
  declare confidence: string | null
  @Field(() => String, { description: 'The decision in one sentence.' })
  declare summary: string
  @Field(() => String, { nullable: true, description: 'Why a person decided so.' })
  declare reason: string | null
  @Field(() => DateTimeScalar, { description: 'When it was decided.' })
  declare decidedAt: string
  @Field(() => String, { description: 'Who decided; Clinch for the rules.' })
  declare decidedByName: string
}

@ObjectType({ description: 'To whom a payment is credited, and why.', simpleResolvers: true })
export class Attribution {
  @Field(() => AttributionMethod, { description: 'How it came about.' })
  declare method: string
  @Field(() => Boolean, { description: 'Credited by hand: automation leaves it alone until it is unlocked.' })
  declare locked: boolean
  @Field(() => AttributionConfidence, { nullable: true, description: 'How sure it is; none where it credits no call.' })
  declare confidence: string | null
  @Field(() => String, { nullable: true, description: 'Why it is as sure as it is, in a sentence.' })
  declare confidenceReason: string | null
  @Field(() => String, { description: 'The decision in one sentence.' })
  declare summary: string
  @Field(() => String, { nullable: true, description: 'Why a person decided so.' })
  declare reason: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided.' })
  declare decidedAt: string | null
  @Field(() => String, { nullable: true, description: 'Who decided; Clinch for the rules.' })
  declare decidedBy: string | null
  @Field(() => [AttributionStep], { description: 'The rules in order, what each looked at and found. Empty where a person decided.' })
  declare trail: AttributionStep[]
  @Field(() => [AttributionDecision], { description: 'Every decision ever made of it, the newest first.' })
  declare history: AttributionDecision[]
}
