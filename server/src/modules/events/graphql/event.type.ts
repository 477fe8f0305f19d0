import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const CallStatus = {
  SCHEDULED: 'scheduled',
  COMPLETED: 'completed',
  NO_SHOW: 'no_show',
  CANCELED: 'canceled',
  RESCHEDULED: 'rescheduled',
} as const
registerEnumType(CallStatus, {
  name: 'CallStatus',
  description: 'Where a call stands.',
  valuesConfig: {
    SCHEDULED: { description: 'Booked; nothing is known yet of how it went.' },
    COMPLETED: { description: 'The lead showed.' },
    NO_SHOW: { description: 'The lead did not show.' },
    CANCELED: { description: 'Called off.' },
    RESCHEDULED: { description: 'Moved to another time; another event stands for it.' },
  },
})

export const EventOutcome = {
  NO_SHOW: 'no_show',
  NO_OFFER: 'no_offer',
  OFFER_MADE: 'offer_made',
  CLOSED: 'closed',
  CANCELED: 'canceled',
  RESCHEDULED: 'rescheduled',
} as const
registerEnumType(EventOutcome, {
  name: 'EventOutcome',
  description: 'How a call went.',
  valuesConfig: {
    NO_SHOW: { description: 'The lead did not show.' },
    NO_OFFER: { description: 'The lead showed and no offer was made.' },
    OFFER_MADE: { description: 'An offer was made and not taken, yet.' },
    CLOSED: { description: 'The deal was closed.' },
    CANCELED: { description: 'The form says that the call was called off.' },
    RESCHEDULED: { description: 'The form says that the call was moved.' },
  },
})

export const EventChange = {
  BOOKED: 'booked',
  MOVED: 'moved',
  CANCELED: 'canceled',
  NO_SHOW_MARKED: 'no_show_marked',
  NO_SHOW_TAKEN_BACK: 'no_show_taken_back',
  ASSIGNED: 'assigned',
  MERGED: 'merged',
  UNMERGED: 'unmerged',
  FORM_SUBMITTED: 'form_submitted',
  FORM_AMENDED: 'form_amended',
  FIELDS_SET: 'fields_set',
} as const
registerEnumType(EventChange, {
  name: 'EventChange',
  description: 'What happened to an event.',
  valuesConfig: {
    BOOKED: { description: 'It was booked.' },
    MOVED: { description: 'It was moved to another time.' },
    CANCELED: { description: 'It was called off.' },
    NO_SHOW_MARKED: { description: 'The booking tool marked the lead as not shown.' },
    NO_SHOW_TAKEN_BACK: { description: 'The booking tool took that mark back.' },
    ASSIGNED: { description: 'Somebody gave it to another closer or setter, or took that back.' },
    MERGED: { description: 'It was found to be a copy of another call, or another to be a copy of it.' },
    UNMERGED: { description: 'That was taken back.' },
    FORM_SUBMITTED: { description: 'Its post-call form was filed.' },
    FORM_AMENDED: { description: 'Its post-call form was amended.' },
    FIELDS_SET: { description: 'Somebody wrote to the organization’s own fields of it.' },
  },
})

@ObjectType({ description: 'A question of the booking page, with the lead’s answer.', simpleResolvers: true })
export class BookingAnswer {
  @Field(() => String, { description: 'The question.' })
  declare question: string
  @Field(() => String, { description: 'What the lead answered.' })
  declare answer: string
}

@ObjectType({ description: 'Somebody who hosts a call, as the booking tool names them.', simpleResolvers: true })
export class CallHost {
  @Field(() => String, { nullable: true, description: 'Their e-mail address.' })
  declare email: string | null
  @Field(() => String, { nullable: true, description: 'Their name.' })
  declare name: string | null
}

export const CreditRole = { CLOSER: 'closer', SETTER: 'setter' } as const
registerEnumType(CreditRole, {
  name: 'CallRole',
  description: 'What somebody is of a call.',
  valuesConfig: { CLOSER: { description: 'Who takes it.' }, SETTER: { description: 'Who booked it.' } },
})

@ObjectType({ description: 'From whom a call went to whom.', simpleResolvers: true })
export class CallAssignment {
  @Field(() => CreditRole, { description: 'Whether it is its closer or its setter.' })
  declare role: string
  @Field(() => String, { nullable: true, description: 'The name of who had it; none where nobody had.' })
  declare from: string | null
  @Field(() => String, { nullable: true, description: 'The name of who has it since; none where nobody has.' })
  declare to: string | null
  @Field(() => Boolean, { description: 'What the booking says holds again.' })
  declare released: boolean
}

@ObjectType({ description: 'One thing that happened to an event.', simpleResolvers: true })
export class EventHistoryEntry {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => DateTimeScalar, { description: 'When it happened, by the clock of whoever told it.' })
  declare at: string
  @Field(() => EventChange, { description: 'What happened.' })
  declare change: string
  @Field(() => String, { nullable: true, description: 'The name of who did it.' })
  declare by: string | null
}

@ObjectType('Event', { description: 'One scheduled sales call.', simpleResolvers: true })
export class EventType {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => String, { description: 'The booking tool’s id of the invitee: what makes a booking one event.' })
  declare bookingRef: string
  @Field(() => String, { description: 'The lead’s name as on this booking.' })
  declare leadName: string
  @Field(() => String, { nullable: true, description: 'The lead’s e-mail address as on this booking, in lower case.' })
  declare leadEmail: string | null
  @Field(() => String, {
    nullable: true,
    description: 'The setter as the booking names them, also where that matches nobody on the roster.',
  })
  declare setterName: string | null
  @Field(() => String, { nullable: true, description: 'The source as the booking names it.' })
  declare sourceName: string | null
  @Field(() => String, {
    nullable: true,
    description: 'The host as the booking tool names them, also where that is no closer on the roster.',
  })
  declare hostName: string | null
  @Field(() => [CallHost], {
    description: 'Everybody who hosts it, in the booking tool’s order. The first closer among them takes the call.',
  })
  declare hosts: CallHost[]
  @Field(() => Boolean, { description: 'Who takes it was said by a person: what the booking tool tells later leaves that alone.' })
  declare closerAssigned: boolean
  @Field(() => Boolean, { description: 'Who booked it was said by a person: what the booking tool tells later leaves that alone.' })
  declare setterAssigned: boolean
  @Field(() => DateTimeScalar, { description: 'When the call is to begin.' })
  declare scheduledAt: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it is to end, where the booking tool says.' })
  declare endsAt: string | null
  @Field(() => DateTimeScalar, { description: 'When it was booked.' })
  declare bookedAt: string
  @Field(() => CallStatus, { description: 'Where the call stands.' })
  declare status: string
  @Field(() => EventOutcome, { nullable: true, description: 'How it went; none until that is known.' })
  declare outcome: string | null
  @Field(() => String, { nullable: true, description: 'Where to join it.' })
  declare joinUrl: string | null
  @Field(() => [BookingAnswer], { description: 'The booking page’s questions, with the lead’s answers.' })
  declare answers: BookingAnswer[]
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was called off.' })
  declare canceledAt: string | null
  @Field(() => String, { nullable: true, description: 'Who called it off.' })
  declare canceledBy: string | null
  @Field(() => String, { nullable: true, description: 'Why it was called off, in their words.' })
  declare cancelReason: string | null
  declare leadId: string
  declare closerId: string | null
  declare setterId: string | null
  declare sourceId: string | null
  declare trafficTypeId: string | null
  declare callTypeId: string | null
  declare rescheduledFromId: string | null
  declare duplicateOfId: string | null
}

@ObjectType({ description: 'A setter’s name on bookings that matches nobody on the roster.', simpleResolvers: true })
export class UnresolvedSetterName {
  @Field(() => ID, { description: 'The name with letter case, spacing and punctuation folded away.' })
  declare id: string
  @Field(() => String, { description: 'As on the latest booking that used it.' })
  declare name: string
  @Field(() => Int, { description: 'How many events name it.' })
  declare events: number
  @Field(() => DateTimeScalar, { description: 'When the latest of them was booked.' })
  declare lastBookedAt: string
}
