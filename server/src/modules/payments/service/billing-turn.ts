/** Where a payment stands in what it pays for: bought once, the first of a subscription or plan, or a later one of it. */
export type BillingTurn = 'once' | 'first' | 'later'

/** The turns that processors name, by their words for why they billed. */
const turnOfReason: ReadonlyMap<string, BillingTurn> = new Map([
  ['subscription_create', 'first'],
  ['subscription_cycle', 'later'],
  ['subscription_update', 'later'],
  ['subscription_threshold', 'later'],
  ['one_time', 'once'],
  ['manual', 'once'],
])

/** The turn behind a processor's billing reason; null where it is another one, or none is told. */
export const billingTurnOf = (reason: string | null): BillingTurn | null => turnOfReason.get(reason ?? '') ?? null
