/** By so much a provider's clock and ours may differ. */
const clockToleranceMs = 5 * 60_000

/** As of when what a list said is known: it says how things stand by our clock, and what changed shortly before may have been told as newer. */
export const knownAsOf = (askedAt: Date): Date => new Date(askedAt.getTime() - clockToleranceMs)
