/**
 * What a booking tool tells about one invitee of one call, in our own words. Every message is a snapshot of that invitee, so
 * messages may arrive in any order, twice, or with one missing: merging their facts gives the same event.
 */
export interface BookingMessage {
  kind: 'booking'
  /** The provider's invitee id: what makes a booking one event of its organization. */
  bookingRef: string
  /** Of tools where a booking keeps its id when it is moved: the booking, and when it was seen as it is told here. `bookingRef` then says nothing. */
  series?: { ref: string; seenAt: Date }
  /** When the provider sent it, by the provider's clock: decides between no-show messages that overtake each other. */
  sentAt: Date
  lead: { name: string; email: string | null; phone: string | null; timeZone: string | null }
  scheduledAt: Date
  endsAt: Date | null
  bookedAt: Date
  /** Hosts in the provider's order; the first is the primary host of a round-robin. */
  hosts: readonly { email: string | null; name: string | null }[]
  callType: { ref: string | null; name: string } | null
  /** UTM parameters of the booking page, empty ones as null. */
  tracking: Tracking
  answers: readonly { question: string; answer: string }[]
  joinUrl: string | null
  /** The invitee that this one replaces (this is the new half of a reschedule). */
  replacesRef: string | null
  /** The invitee that replaces this one (this is the old half of a reschedule). */
  replacedByRef: string | null
  /** This invitee was moved to another time: true also where the new invitee is not named. */
  replaced: boolean
  cancellation: Cancellation | null
  /** Only in a no-show message: whether the mark was set or taken back. */
  noShow: { marked: boolean } | null
}

export interface Tracking {
  source: string | null
  medium: string | null
  campaign: string | null
  content: string | null
  term: string | null
}

export interface Cancellation {
  at: Date
  by: string | null
  byKind: 'host' | 'invitee' | null
  reason: string | null
}
