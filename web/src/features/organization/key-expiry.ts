import { addDays } from '../../lib/period.ts'

/** How long a key may live, in days; 0 for ever. */
export const keyLives = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: '0', label: 'Never' },
] as const

/** When a key made now ends, as an ISO 8601 instant; null for one that does not. */
export function keyExpiry(lifeDays: number, now: Date): string | null {
  if (lifeDays === 0) return null
  return `${addDays(now.toISOString().slice(0, 10), lifeDays)}${now.toISOString().slice(10)}`
}
