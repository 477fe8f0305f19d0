import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

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
  const usable = usableOf(secrets)
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
  return signed ? judgeAge(time, now) : refuse('mismatch')
}

/**
 * Checks the headers of the Standard Webhooks specification: `webhook-id`, `webhook-timestamp` in seconds, and `webhook-signature`,
 * a list of `v1,<base64>` apart by spaces: HMAC-SHA256 of `id.timestamp.body`, over the raw bytes.
 */
export function verifyStandardWebhook({ headers, rawBody, secrets, now }: SignedRequest): Verdict {
  const usable = usableOf(secrets)
  if (usable.length === 0) return refuse('no_secret')
  const [id, time, header] = [headers['webhook-id'], headers['webhook-timestamp'], headers['webhook-signature']]
  if (typeof id !== 'string' || typeof time !== 'string' || typeof header !== 'string' || !id || !time || !header) return refuse('missing')
  const parts = header.split(' ')
  const signatures = parts.flatMap((part) => (part.startsWith('v1,') ? [part.slice(3)] : []))
  // A header that was sent twice arrives as one, its halves apart by a comma and a space.
  const wellFormed = parts.every((part) => /^v\d+\w*,[\w+/=-]+$/.test(part))
  if (!/^\d{1,12}$/.test(time) || !wellFormed || signatures.length === 0) return refuse('malformed')
  const signed = usable.some((secret) => {
    const expected = createHmac('sha256', keyOf(secret)).update(`${id}.${time}.`).update(rawBody).digest()
    return signatures.some((signature) => isSameBase64(expected, signature))
  })
  return signed ? judgeAge(time, now) : refuse('mismatch')
}

/** Checks a header that is the base64 of HMAC-SHA256 over the raw body alone. Nothing says when it was signed: a repeat is judged by what it does. */
export function verifyBodyHmac(header: string | string[] | undefined, { rawBody, secrets }: SignedRequest): Verdict {
  const usable = usableOf(secrets)
  if (usable.length === 0) return refuse('no_secret')
  if (typeof header !== 'string' || header === '') return refuse('missing')
  if (!/^[A-Za-z0-9+/]{43}=$/.test(header)) return refuse('malformed')
  const signed = usable.some((secret) => isSameBase64(createHmac('sha256', secret).update(rawBody).digest(), header))
  return signed ? { verdict: 'valid' } : refuse('mismatch')
}

/** Checks a header that is the secret itself, for senders that cannot sign. Compared by hash: how long it takes tells nothing. */
export function verifyToken(header: string | string[] | undefined, { secrets }: SignedRequest): Verdict {
  const usable = usableOf(secrets)
  if (usable.length === 0) return refuse('no_secret')
  if (typeof header !== 'string' || header === '') return refuse('missing')
  const given = createHash('sha256').update(header).digest()
  const matches = usable.filter((secret) => timingSafeEqual(given, createHash('sha256').update(secret).digest()))
  return matches.length > 0 ? { verdict: 'valid' } : refuse('mismatch')
}

/** The specification's own secrets are base64 behind `whsec_`; any other text is the key as it stands. */
const keyOf = (secret: string): Buffer =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret, 'utf8')

/** Anybody can sign with an empty secret, so it is none. */
const usableOf = (secrets: readonly string[]): string[] => secrets.filter((secret) => secret !== '' && keyOf(secret).length > 0)

function judgeAge(time: string, now: Date): Verdict {
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

function isSameBase64(expected: Buffer, base64: string): boolean {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(base64)) return false
  return timingSafeEqual(expected, Buffer.from(base64, 'base64'))
}

/** The headers of a Standard Webhook, made: for whoever acts as the sender. */
export function signStandardWebhook(rawBody: Buffer | string, secret: string, at: Date, id: string): Record<string, string> {
  const time = Math.floor(at.getTime() / 1000)
  const signature = createHmac('sha256', keyOf(secret)).update(`${id}.${time}.`).update(rawBody).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': String(time), 'webhook-signature': `v1,${signature}` }
}

/** The header of a body that is signed alone, made: for whoever acts as the sender. */
export const signBodyHmac = (rawBody: Buffer | string, secret: string): string =>
  createHmac('sha256', secret).update(rawBody).digest('base64')

/** The same header as Stripe's and Calendly's, made: for whoever acts as the sender. */
export function signTimestampedHmac(rawBody: Buffer | string, secret: string, at: Date): string {
  const time = Math.floor(at.getTime() / 1000)
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.`).update(rawBody).digest('hex')}`
}
