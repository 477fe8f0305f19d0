import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { Money } from '../../../graphql-kit/money.type.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const LeadHappening = {
  CREATED: 'created',
  IMPORTED: 'imported',
  EMAIL_LEARNED: 'email_learned',
  PHONE_LEARNED: 'phone_learned',
  BOOKED: 'booked',
  MOVED: 'moved',
  CANCELED: 'canceled',
  NO_SHOW_MARKED: 'no_show_marked',
  NO_SHOW_TAKEN_BACK: 'no_show_taken_back',
  ASSIGNED: 'assigned',
  CALL_MERGED: 'call_merged',
  CALL_UNMERGED: 'call_unmerged',
  FORM_SUBMITTED: 'form_submitted',
  FORM_AMENDED: 'form_amended',
  FIELDS_SET: 'fields_set',
  PAID: 'paid',
  CASH_REPORTED: 'cash_reported',
  REFUNDED: 'refunded',
  DISPUTE_INQUIRY: 'dispute_inquiry',
  DISPUTE_OPENED: 'dispute_open',
  DISPUTE_WON: 'dispute_won',
  DISPUTE_LOST: 'dispute_lost',
  DISPUTE_CLOSED: 'dispute_closed',
  CREDITED: 'credited',
  MERGED: 'merged',
  UNMERGED: 'unmerged',
} as const
registerEnumType(LeadHappening, {
  name: 'LeadHappening',
  description: 'What happened with a lead.',
  valuesConfig: {
    CREATED: { description: 'Made by a person.' },
    IMPORTED: { description: 'Came with an import, or learned an address by one.' },
    EMAIL_LEARNED: { description: 'Became known by another e-mail address.' },
    PHONE_LEARNED: { description: 'Became known by another phone number.' },
    BOOKED: { description: 'A call was booked.' },
    MOVED: { description: 'A call was moved.' },
    CANCELED: { description: 'A call was called off.' },
    NO_SHOW_MARKED: { description: 'The booking tool marked them as not shown.' },
    NO_SHOW_TAKEN_BACK: { description: 'The booking tool took that mark back.' },
    ASSIGNED: { description: 'A call was given to another closer or setter.' },
    CALL_MERGED: { description: 'A call was found to be a copy of another.' },
    CALL_UNMERGED: { description: 'That was taken back.' },
    FORM_SUBMITTED: { description: 'The post-call form was filed.' },
    FORM_AMENDED: { description: 'The post-call form was amended.' },
    FIELDS_SET: { description: 'Somebody wrote to the organization’s own fields of a call.' },
    PAID: { description: 'They paid.' },
    CASH_REPORTED: { description: 'A closer reported cash that no processor has told of.' },
    REFUNDED: { description: 'Money was given back.' },
    DISPUTE_INQUIRY: { description: 'Their bank asked about a payment.' },
    DISPUTE_OPENED: { description: 'They dispute a payment; its amount is held.' },
    DISPUTE_WON: { description: 'A dispute was won.' },
    DISPUTE_LOST: { description: 'A dispute was lost.' },
    DISPUTE_CLOSED: { description: 'An inquiry came to nothing.' },
    CREDITED: { description: 'A payment was credited by hand, or otherwise than before.' },
    MERGED: { description: 'Two leads were merged.' },
    UNMERGED: { description: 'That merge was undone.' },
  },
})

@ObjectType({ description: 'Something that happened with a lead.', simpleResolvers: true })
export class LeadTimelineEntry {
  @Field(() => ID, { description: 'Unique in the timeline.' })
  declare id: string
  @Field(() => DateTimeScalar, { description: 'When it happened, by the clock of whoever told it.' })
  declare at: string
  @Field(() => LeadHappening, { description: 'What happened.' })
  declare kind: string
  @Field(() => String, { nullable: true, description: 'The name of who did it.' })
  declare by: string | null
  @Field(() => String, { nullable: true, description: 'What else there is to say: a reason, an address, the decision in a sentence.' })
  declare detail: string | null
  @Field(() => Money, { nullable: true, description: 'How much money it is about.' })
  declare amount: Money | null
}
