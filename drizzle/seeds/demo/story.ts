import type { ExpectedTotals } from './expected.type.ts'

export interface StoryCloser {
  key: string
  name: string
  email: string
  timeZone: string
  /** What they are to bring in a month, in words: `80000.00`. */
  netCashGoal: string
  /** From when to when they take calls, Monday to Friday, in minutes of the organization's day. */
  open: { fromMinute: number; toMinute: number }
}

export interface StorySetter {
  key: string
  name: string
  email: string
  /** Other names under which bookings know them. */
  aliases: string[]
}

export interface StorySource {
  key: string
  name: string
  aliases: string[]
  /** The key of the traffic type that its leads are, unless a booking says otherwise. */
  trafficType: string | null
}

export interface StoryTrafficType {
  key: string
  name: string
}

export interface StoryCallType {
  key: string
  name: string
  /** The booking tool's address of the event type. */
  ref: string
  durationMinutes: number
}

export interface StoryPackage {
  key: string
  name: string
  priceMinor: number
  instalmentMinor: number
  instalments: number
  depositMinor: number
}

/** A way in which calls end, as the organization calls it, and what it means to figures. */
export interface StoryOutcome extends StoryStatus {
  outcome: 'CLOSED' | 'OFFER_MADE' | 'NO_OFFER' | 'NO_SHOW' | 'CANCELED' | 'RESCHEDULED'
}

/** Where a deal can stand. */
export interface StoryStatus {
  label: string
  color: 'SLATE' | 'BLUE' | 'GREEN' | 'TEAL' | 'GOLD' | 'RUST' | 'WINE' | 'LILAC'
}

export type StoryPaymentType = 'PIF' | 'PAYMENT_PLAN' | 'DEPOSIT'

/** A post-call form as its closer fills it in. */
export interface StoryAnswers {
  callOccurred: boolean
  leadShowed: boolean
  offerMade: boolean
  dealClosed: boolean
  /** In words, "3000.00". */
  cashCollected: { amount: string; currency: string } | null
  paymentType: StoryPaymentType | null
  notes: string | null
  /** The key of what was sold. */
  package: string | null
  /** The labels of the entries chosen. */
  callOutcome: string | null
  opportunityStatus: string | null
  fields: StoryFieldValue[]
}

/** An own field as it is filled in: a text, the key of an option or a day, or money in words. */
export interface StoryFieldValue {
  key: string
  text?: string
  money?: { amount: string; currency: string }
}

/** What the organization's form asks, as an admin would save it. */
export interface StoryForm {
  questions: { name: 'OPPORTUNITY_STATUS' | 'NOTES'; label: string | null; help: string | null }[]
  fields: {
    key: string
    kind: 'MONEY' | 'SELECT' | 'DATE' | 'URL'
    label: string
    help: string | null
    options: { key: string; label: string; color: StoryStatus['color'] }[]
    shownIf: { fieldKey: string; anyOf: string[] } | null
  }[]
}

/** A request of a provider, as it arrives. */
export interface WebhookAct {
  kind: 'webhook'
  provider: 'calendly' | 'stripe'
  at: Date
  /** The exact JSON to send. A redelivery has the body of the first delivery. */
  body: object
}

/** A closer files a form; filing for the same booking again amends it. */
export interface FormAct {
  kind: 'form'
  at: Date
  /** The invitee's address. */
  bookingRef: string
  closerKey: string
  answers: StoryAnswers
}

/** An admin enters a payment that no processor tells of. */
export interface PaymentAct {
  kind: 'payment'
  at: Date
  /** In words, "875.00". */
  amount: { amount: string; currency: string }
  paidOn: string
  customerName: string
  customerEmail: string
  note: string
}

export type Act = WebhookAct | FormAct | PaymentAct

/** A field of the organization's own for its leads; its options are known by their labels. */
export interface StoryLeadField {
  key: string
  kind: 'SELECT' | 'MULTI_SELECT' | 'MONEY' | 'BOOLEAN'
  label: string
  help: string | null
  options: { label: string; color: string | null }[]
}

/** A row of the file of leads that the owner imports. */
export interface StoryLeadRow {
  name: string
  email: string
  /** In the member of their kind; options by their labels. */
  values: { key: string; labels?: readonly string[]; money?: { amount: string; currency: string }; boolean?: boolean }[]
}

/** The demo organization, and all that happened to it, as data. */
export interface Story {
  organization: { name: string; timeZone: string; currency: string; ownerName: string; ownerEmail: string }
  closers: StoryCloser[]
  setters: StorySetter[]
  sources: StorySource[]
  trafficTypes: StoryTrafficType[]
  callTypes: StoryCallType[]
  packages: StoryPackage[]
  callOutcomes: StoryOutcome[]
  opportunityStatuses: StoryStatus[]
  form: StoryForm
  leadFields: StoryLeadField[]
  leadFile: StoryLeadRow[]
  /** In the order in which they happened. */
  acts: Act[]
  expected: ExpectedTotals
}
