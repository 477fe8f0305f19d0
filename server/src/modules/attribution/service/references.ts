/** Something in a payment that may name its event. */
export interface Reference {
  /** Where it stood, in words: `metadata.event_id`, `client reference`. */
  where: string
  value: string
}

/** The keys under which checkouts name the event or invitee; letter case, `-` and `_` do not matter. */
const referenceKeys = new Set([
  'clincheventid',
  'eventid',
  'clinchinviteeid',
  'inviteeid',
  'invitee',
  'inviteeuri',
  'calendlyinvitee',
  'calendlyinviteeuri',
  'calendlyevent',
])

/** What a payment says of its event: in its metadata, then as the checkout's own reference. */
export function extractReferences(metadata: Readonly<Record<string, string>>, clientReference: string | null): Reference[] {
  const named = Object.entries(metadata)
    .filter(([key, value]) => referenceKeys.has(key.toLowerCase().replace(/[-_]/g, '')) && value.trim() !== '')
    .map(([key, value]) => ({ where: `metadata.${key}`, value: value.trim() }))
  const all = clientReference?.trim() ? [...named, { where: 'client reference', value: clientReference.trim() }] : named
  return all.filter((reference, index) => all.findIndex((other) => other.value === reference.value) === index)
}
