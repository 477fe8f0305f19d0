import { createHmac, timingSafeEqual } from 'node:crypto'

export type Refusal = 'missing' | 'malformed' | 'mismatch' | 'too_old' | 'in_the_future' | 'no_secret'

export type Verdict = { verdict: 'valid' } | { verdict: 'refused'; reason: Refusal }

/** What a verifier looks at. Several secrets are good at once while one is being replaced. */
export interface SignedRequest {
  headers: Readonly<Record<string, string | string[] | undefined>>
  rawBody: Buffer
  secrets: readonly string[]
  now: Date
}

/** How far the sender's clock may be from ours, either way. */
const toleranceSeconds = 300

/** Checks a header of the form `t=<seconds>,v1=<hex>[,v1=…]`: HMAC-SHA256 of `t.body`, over the raw bytes. */
export function verifyTimestampedHmac(header: string | string[] | undefined, { rawBody, secrets, now }: SignedRequest): Verdict {
  // Anybody can sign with an empty secret, so it is none.
  const usable = secrets.filter((secret) => secret !== '')
  if (usable.length === 0) return refuse('no_secret')
  if (typeof header !== 'string' || header === '') return refuse('missing')
  const parts = header.split(',').map((part) => part.trim().split('=', 2))
  const times = parts.filter(([key]) => key === 't').map(([, value]) => value ?? '')
  const signatures = parts.filter(([key]) => key === 'v1').map(([, value]) => value ?? '')
  const [time] = times
  if (times.length !== 1 || !time || !/^\d{1,12}$/.test(time) || signatures.length === 0) return refuse('malformed')
  const signed = usable.some((secret) => {
    const expected = createHmac('sha256', secret).update(`${time}.`).update(rawBody).digest()
    return signatures.some((signature) => isSame(expected, signature))
  })
  if (!signed) return refuse('mismatch')
  const ageSeconds = now.getTime() / 1000 - Number(time)
  if (ageSeconds > toleranceSeconds) return refuse('too_old')
  if (ageSeconds < -toleranceSeconds) return refuse('in_the_future')
  return { verdict: 'valid' }
}

const refuse = (reason: Refusal): Verdict => ({ verdict: 'refused', reason })

function isSame(expected: Buffer, hex: string): boolean {
  if (!/^[0-9a-f]{64}$/i.test(hex)) return false
  return timingSafeEqual(expected, Buffer.from(hex, 'hex'))
}

/** The same header, made: for whoever acts as the sender. */
export function signTimestampedHmac(rawBody: Buffer | string, secret: string, at: Date): string {
  const time = Math.floor(at.getTime() / 1000)
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.`).update(rawBody).digest('hex')}`
}
