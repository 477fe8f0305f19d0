import type { CreditMethod } from './truth.ts'

/** What a span of days should show. Money in whole minor units (cents); a day is one of the organization's time zone. */
export interface ExpectedFigures {
  /** By the day of booking; a chain of moves once, as its last booking. */
  bookedCalls: number
  /** This and the following by the day of the call. */
  shows: number
  noShows: number
  completedOrNoShow: number
  offers: number
  closes: number
  /** Over at `now`, without a form, neither canceled nor moved. */
  pendingForms: number
  /** By the day of payment, this and the following; reported cash that the processor tells of too is not counted again. */
  payments: number
  cashMinor: number
  /** Of these payments, whenever it was given back. */
  refundedMinor: number
  /** Taken by lost disputes. */
  lostMinor: number
  netMinor: number
}

/** Figures by a key; `none` for nobody. */
export type ExpectedGroups = Record<string, ExpectedFigures>

export interface ExpectedPeriod {
  /** YYYY-MM-DD, both included. */
  period: { from: string; to: string }
  total: ExpectedFigures
  byCloser: ExpectedGroups
  bySetter: ExpectedGroups
  bySource: ExpectedGroups
  byTrafficType: ExpectedGroups
  byDay: ExpectedGroups
  /** Payments credited to no call. */
  unattributed: { payments: number; cashMinor: number }
}

/** How one booking stands at `now`. */
export interface ExpectedCall {
  bookingRef: string
  rescheduledFromRef: string | null
  status: 'scheduled' | 'completed' | 'no_show' | 'canceled' | 'rescheduled'
  outcome: 'no_show' | 'no_offer' | 'offer_made' | 'closed' | null
  closerKey: string
  setterKey: string | null
  sourceKey: string | null
  trafficTypeKey: string | null
  isPending: boolean
}

/** A purchase at the processor, and to whom it is credited. */
export interface ExpectedPurchase {
  purchaseRef: string
  amountMinor: number
  refundedMinor: number
  lostMinor: number
  /** Held by an open dispute. */
  disputedMinor: number
  paidAt: Date
  eventBookingRef: string | null
  closerKey: string | null
  setterKey: string | null
  method: CreditMethod
}

/** Cash that a form reports, dated to the end of its call. */
export interface ExpectedReport {
  bookingRef: string
  amountMinor: number
  paidAt: Date
  /** The purchase that it turned out to be; null where it counts by itself. */
  purchaseRef: string | null
}

/** A payment that an admin entered, credited to the lead's only call. */
export interface ExpectedWire {
  amountMinor: number
  paidOn: string
  bookingRef: string
  closerKey: string
  customerEmail: string
}

/** What the story itself knows to be true, for comparing with what the product makes of it. */
export interface ExpectedTotals {
  /** From the first booking to the last scheduled call. */
  whole: ExpectedPeriod
  /** The thirty days that end today. */
  last30Days: ExpectedPeriod
  previous30Days: ExpectedPeriod
  pendingBookingRefs: string[]
  calls: ExpectedCall[]
  purchases: ExpectedPurchase[]
  reports: ExpectedReport[]
  wires: ExpectedWire[]
  /** Names that bookings give for a setter and nobody on the roster has. */
  unresolvedSetterNames: string[]
}
