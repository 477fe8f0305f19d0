/** Somebody or something with a name. */
interface Named {
  id: string
  name: string
}

/** What is known of the call that a payment is credited to. */
export interface CreditedCall {
  closer: Named | null
  hostName: string | null
  setter: Named | null
  setterName: string | null
  source: Named | null
  sourceName: string | null
}

export interface Credited {
  closer: Named | null
  setter: Named | null
  source: Named | null
}

const unmatched = (name: string | null, roster: string, nothing: string): string =>
  name === null || name.trim() === '' ? nothing : `“${name}” is not on ${roster}`

/** Where a credited person or source comes from, or why there is none. */
function note(
  credited: Named | null,
  ofCall: Named | null,
  words: { same: string; none: string; role: string },
): string {
  if (credited && ofCall?.id === credited.id) return words.same
  if (credited) return ofCall ? `named by hand; the call’s ${words.role} is ${ofCall.name}` : 'named by hand'
  return ofCall ? `left out by hand; the call’s ${words.role} is ${ofCall.name}` : words.none
}

/** Beside each name of a credit, in a few words, where it comes from. Without a call there is only what a person named. */
export function creditedNotes(
  credited: Credited,
  call: CreditedCall | null,
): Readonly<Record<'closer' | 'setter' | 'source', string>> {
  if (!call) {
    const by = (one: Named | null) => (one ? 'named by hand' : 'no call is credited')
    return { closer: by(credited.closer), setter: by(credited.setter), source: by(credited.source) }
  }
  return {
    closer: note(credited.closer, call.closer, {
      same: 'host of the call',
      none: unmatched(call.hostName, 'the roster', 'the call has no host'),
      role: 'host',
    }),
    setter: note(credited.setter, call.setter, {
      same: 'booked the call',
      none: unmatched(call.setterName, 'the roster', 'the booking names no setter'),
      role: 'setter',
    }),
    source: note(credited.source, call.source, {
      same: 'from the first booking',
      none: unmatched(call.sourceName, 'the list of sources', 'the booking names no source'),
      role: 'source',
    }),
  }
}
