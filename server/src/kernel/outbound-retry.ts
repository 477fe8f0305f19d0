const firstBackoffMs = 500
const longestBackoffMs = 8_000
const longestRetryAfterMs = 3_600_000

/** How long to wait after the given try: between half and all of a delay that doubles. `chance` is from 0 up to 1. */
export function backoffMs(attempt: number, chance: number): number {
  const whole = Math.min(longestBackoffMs, firstBackoffMs * 2 ** (attempt - 1))
  return Math.round(whole / 2 + (whole / 2) * chance)
}

/** What a `Retry-After` asks for, in seconds or as a date: at most an hour, and null where it says nothing that can be read. */
export function retryAfterMs(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Math.min(longestRetryAfterMs, Number(text) * 1000)
  // Only the form that HTTP writes: whatever else Date reads would be guessed at.
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : Math.min(longestRetryAfterMs, Math.max(0, at - now.getTime()))
}
