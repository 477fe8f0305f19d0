import type { DeliveryFilter, DeliveryState } from '../../apollo/generated/graphql.ts'
import type { Period } from '../../lib/period.ts'

/** States in the order in which they are offered: what needs a person first. */
export const deliveryStates = [
  'PARKED',
  'FAILED',
  'HELD',
  'REFUSED',
  'RECEIVED',
  'PROCESSED',
  'IGNORED',
] as const satisfies readonly DeliveryState[]

export interface DeliveriesWanted {
  /** Null for every connection. */
  connectionId: string | null
  /** None for any. */
  states: readonly DeliveryState[]
  /** In the provider's words; none for any. */
  kinds: readonly string[]
  /** Null for any day. */
  received: Period | null
  search: string
}

/** The API's filter; what is not narrowed is left out, so that equal filters share one list in the cache. */
export function deliveryFilter({ connectionId, states, kinds, received, search }: DeliveriesWanted): DeliveryFilter {
  const text = search.trim()
  return {
    ...(connectionId === null ? {} : { connectionIds: [connectionId] }),
    ...(states.length === 0 ? {} : { states: [...states] }),
    ...(kinds.length === 0 ? {} : { kinds: [...kinds] }),
    ...(received === null ? {} : { received: { from: received.from, to: received.to } }),
    ...(text === '' ? {} : { search: text }),
  }
}
