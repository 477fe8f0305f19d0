import type { Diary } from './diary.ts'
import type { Closer } from './people.ts'
import type { Random } from './random.ts'
import type { StoryAnswers, StoryCallType, StoryPackage, StoryPaymentType } from './story.ts'

/** Somebody who might buy, as the story knows them. */
export interface Lead {
  name: string
  firstName: string
  lastName: string
  email: string
  /** "+1 202-555-0143"; nobody else has it. */
  phone: string | null
  timeZone: string
  revenue: string
  trade: string
}

/** What a booking link and its questions told of where a lead came from, and what that truly means. */
export interface Marketing {
  tracking: { source: string | null; medium: string | null; campaign: string | null; content: string | null }
  setterAnswer: string | null
  setterKey: string | null
  /** A name that the roster does not know. */
  unknownSetterName: string | null
  sourceKey: string | null
  trafficTypeKey: string | null
}

export type Outcome = 'no_show' | 'no_offer' | 'offer_made' | 'closed'

export interface FiledForm {
  at: Date
  answers: StoryAnswers
}

/** One invitee of one call. A moved call is two bookings, tied to each other. */
export interface Booking {
  ref: string
  eventRef: string
  lead: Lead
  /** The address that they booked with. */
  email: string
  host: Closer
  /** A colleague who listens in. */
  guestHost: Closer | null
  callType: StoryCallType
  bookedAt: Date
  scheduledAt: Date
  endsAt: Date
  /** What this booking itself says. */
  marketing: Marketing
  /** The first booking of the chain of moves: setter, source and traffic type are its own. */
  first: Booking
  previous: Booking | null
  next: Booking | null
  moveReason: string | null
  cancellation: { at: Date; by: 'host' | 'invitee'; reason: string } | null
  /** What truly happened; null for a call that did not take place or is still to come. */
  outcome: Outcome | null
  /** The booking tool's no-show mark, set and perhaps taken back. */
  marks: { at: Date; marked: boolean }[]
  /** What its closer says was paid. */
  reported: { amountMinor: number; paymentType: StoryPaymentType; byWire: boolean } | null
  paymentType: StoryPaymentType | null
  /** The key of what was sold, or what a deposit holds. */
  sold: string | null
  /** Filed forms, the later amending the earlier. */
  forms: FiledForm[]
  /** The first message of it was held up until then. */
  heldUpUntil: Date | null
  /** When the first message of it arrived; set when the messages are written. */
  knownAt: Date | null
}

export type CreditMethod = 'reference' | 'inherited' | 'matched_past' | 'matched_coming' | 'none'

export interface Refund {
  ref: string
  amountMinor: number
  at: Date
  failedAt: Date | null
  /** Which of its two messages arrive. */
  told: 'both' | 'refund' | 'total'
}

/** A customer's bank asks for the money back. */
export interface Dispute {
  ref: string
  amountMinor: number
  openedAt: Date
  dueBy: Date
  /** How it ended; null while it is open. */
  end: { at: Date; result: 'won' | 'lost' } | null
}

/** Money that an admin enters, since no processor tells of it. */
export interface Wire {
  amountMinor: number
  /** The organization's day. */
  paidOn: string
  lead: Lead
  /** The lead's only call. */
  booking: Booking
  note: string
  /** When the admin enters it. */
  enteredAt: Date
}

export interface Payer {
  ref: string
  name: string
  email: string
  phone: string | null
}

export interface Subscription {
  ref: string
  itemRef: string
  package: StoryPackage
  startedAt: Date
  /** Set where the customer stopped paying. */
  endedAt: Date | null
}

/** One purchase at the processor, however many messages tell of it. */
export interface Purchase {
  ref: string
  chargeRef: string
  methodRef: string
  amountMinor: number
  /** A whole second. */
  paidAt: Date
  payer: Payer
  description: string
  metadata: Record<string, string>
  /** Which messages tell of it: a checkout's, an invoice's or just the payment itself. */
  told: 'checkout' | 'first_instalment' | 'renewal' | 'terminal'
  subscription: Subscription | null
  invoice: { ref: string; paymentRef: string; number: string } | null
  lead: Lead | null
  credit: { booking: Booking | null; method: CreditMethod }
  refunds: Refund[]
  dispute: Dispute | null
  /** Its own messages were held up until then. */
  heldUpUntil: Date | null
  declinedFirst: boolean
}

/** Stories that shall happen some times, and how many are still to be told. */
export type Wishes = Record<
  | 'alternate_email'
  | 'phone'
  | 'reference_by_other'
  | 'reference_to_earlier'
  | 'booking_late'
  | 'prepaid'
  | 'wire'
  | 'paid_though_canceled'
  | 'paid_too_late',
  number
>

/** All that has happened so far while the story is being made. */
export interface World {
  random: Random
  now: Date
  diary: Diary
  newLead: () => Lead
  bookings: Booking[]
  purchases: Purchase[]
  wires: Wire[]
  wishes: Wishes
}

/** Takes one wish, with a probability, if any is left. */
export function grant(world: World, wish: keyof Wishes, probability: number): boolean {
  if (world.wishes[wish] <= 0 || !world.random.chance(probability)) return false
  world.wishes[wish] -= 1
  return true
}
