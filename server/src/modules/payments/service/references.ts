/** Something in a payment that may name its event. */
export interface Reference {
  /** Where it stood, in words: `metadata.event_id`, `client reference`. */
  where: string
  value: string
}

/** The keys under which checkouts name the event or invitee, the surest first; letter case, `-` and `_` do not matter. */
const referenceKeys = [
  'clincheventid',
  'eventid',
  'clinchinviteeid',
  'inviteeid',
  'invitee',
  'inviteeuri',
  'calendlyinvitee',
  'calendlyinviteeuri',
  'calendlyevent',
  'bookingref',
  'bookingid',
]

const rankOf = (key: string): number => referenceKeys.indexOf(key.toLowerCase().replace(/[-_]/g, ''))

/** What a payment says of its event: in its metadata, in whatever order that is told, then as the checkout's own reference. */
export function extractReferences(metadata: Readonly<Record<string, string>>, clientReference: string | null): Reference[] {
  const named = Object.entries(metadata)
    .filter(([key, value]) => rankOf(key) >= 0 && value.trim() !== '')
    .sort(([a], [b]) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
    .map(([key, value]) => ({ where: `metadata.${key}`, value: value.trim() }))
  const all = clientReference?.trim() ? [...named, { where: 'client reference', value: clientReference.trim() }] : named
  return all.filter((reference, index) => all.findIndex((other) => other.value === reference.value) === index)
}

/** What stands before the booking tool's own id: an address up to its last part, or the connection of somebody's own system. The column `own_ref` is without it. */
const beforeOwnId = /^(.*\/|custom:[^:]+:)/

/** All that a reference may call an event by: our own id, or the booking tool's, with or without what stands before it. */
export const namesOfEvent = ({ eventId, bookingRef }: { eventId: string; bookingRef: string }): string[] =>
  [eventId, bookingRef, bookingRef.replace(beforeOwnId, '')].filter((name) => name !== '')
