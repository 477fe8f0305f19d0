import { syncBookings as syncCalendly } from './calendly/sync-bookings.ts'
import { syncPayments as syncStripe } from './stripe/sync-payments.ts'
import type { SyncSource } from './sync-source.ts'
import { syncPayments as syncWhop } from './whop/sync-payments.ts'

const sources: ReadonlyMap<string, SyncSource> = new Map([
  ['calendly', syncCalendly],
  ['stripe', syncStripe],
  ['whop', syncWhop],
])

/** Whoever asks a provider for what it has. */
export function syncSourceOf(provider: string): SyncSource {
  const source = sources.get(provider)
  if (!source) throw new Error(`Nobody knows how to sync ${provider}`)
  return source
}
