/**
 * What happened to a customer, as somebody who saw all of it would note it down: no provider's words, no order of messages. The messages
 * are made from it, and so, apart from them, is what must be known in the end.
 */
export interface Customer {
  name: string
  email: string
  phone: string
  /** Whether their bookings say the phone number too. */
  booksWithPhone: boolean
  chains: readonly Chain[]
  contact: Contact | null
  purchases: readonly Purchase[]
}

/** One booking and what it was moved to, the first booking first. */
export interface Chain {
  /** Calendly, Acuity, or a system of the team's own. */
  tool: 'calendly' | 'acuity' | 'custom'
  /** Of the first booking; what later ones say of it does not count. */
  setter: string
  source: string
  calls: readonly Call[]
}

export interface Call {
  ref: string
  closer: number
  bookedAt: Date
  scheduledAt: Date
  canceledAt: Date | null
  /** Every time that the no-show mark was set or taken back. */
  noShowMarks: readonly { marked: boolean; at: Date }[]
  /** What was said on its form, one time after another: the last holds. */
  filings: readonly Filing[]
}

/** What somebody said of a call on its form. */
export interface Filing {
  /** The closer themselves, or somebody with all of the team's calls. */
  by: 'rep' | 'admin'
  happened: 'closed' | 'deposit' | 'offer_made' | 'no_offer' | 'no_show' | 'canceled' | 'rescheduled'
  /** Collected on the call: always with a deposit, maybe with a close. */
  cash: { amountMinor: number; currency: Currency } | null
}

/** Somebody as an automation knows them, before or after they book. */
export interface Contact {
  ref: string
  /** What it told of them, one time after another. */
  told: readonly { at: Date; email: boolean; phone: boolean; source: string }[]
}

export type Currency = 'USD' | 'JPY' | 'KWD'
export const decimals: Readonly<Record<Currency, number>> = { USD: 2, JPY: 0, KWD: 3 }

/** Every call takes so long. */
export const callMinutes = 45

/** What tells whose a purchase is. */
export type Payer =
  /** The customer's own address. */
  | { by: 'email' }
  /** An address that nobody knows, and their own phone number. */
  | { by: 'phone' }
  /** An address that nobody knows, and the booking in the checkout's own words. */
  | { by: 'reference'; callRef: string }
  /** Nothing but the processor's id of the customer, who bought before under their own address. */
  | { by: 'customer' }
  /** An address that nobody knows. */
  | { by: 'nothing' }

export interface Purchase {
  processor: 'stripe' | 'whop' | 'custom'
  ref: string
  amountMinor: number
  currency: Currency
  paidAt: Date
  payer: Payer
  customerRef: string
  /** Of a subscription: its id, and how many payments came before. */
  subscription: { ref: string; turn: number } | null
  refunds: readonly { ref: string; amountMinor: number; at: Date; failedAt: Date | null }[]
  disputes: readonly { ref: string; amountMinor: number; openedAt: Date; end: { state: 'won' | 'lost'; at: Date } | null }[]
}

export const closers = [
  { name: 'Priya Nair', email: 'priya.nair@northlight.example' },
  { name: 'Owen Castell', email: 'owen.castell@northlight.example' },
  { name: 'Ines Duarte', email: 'ines.duarte@northlight.example' },
] as const
export const setters = ['Marcus Hale', 'Yuki Tan', 'Lena Roth'] as const
export const sources = ['YouTube', 'Referral', 'Instagram'] as const
