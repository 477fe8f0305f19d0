import fc from 'fast-check'
import { createHmac } from 'node:crypto'
import Stripe from 'stripe'
import { describe, expect, it } from 'vitest'
import { type SignedRequest, signTimestampedHmac, type Verdict, verifyTimestampedHmac } from './webhook-signature.ts'

const secret = 'whsec_of_this_test'
const now = new Date('2026-11-20T15:00:00Z')
const nowSeconds = now.getTime() / 1000
const body = Buffer.from('{"id":"evt_1","type":"charge.succeeded","name":"Zoë"}')

const valid: Verdict = { verdict: 'valid' }
const refused = (reason: string) => ({ verdict: 'refused', reason })

const verify = (header: string | string[] | undefined, change: Partial<SignedRequest> = {}): Verdict =>
  verifyTimestampedHmac(header, { headers: {}, rawBody: body, secrets: [secret], now, ...change })

const signature = (time: number | string, with_ = secret, of: Buffer | string = body): string =>
  createHmac('sha256', with_).update(`${time}.`).update(of).digest('hex')
const signedAt = (time: number | string, with_ = secret): string => `t=${time},v1=${signature(time, with_)}`

describe('a signed webhook', () => {
  it('is valid when it was signed with the secret, over these very bytes, a moment ago', () => {
    expect(verify(signedAt(nowSeconds))).toEqual(valid)
    expect(verify(signTimestampedHmac(body, secret, now))).toEqual(valid)
  })

  it('is refused where any of its bytes was changed, also where they read the same', () => {
    const parsed: unknown = JSON.parse(body.toString())
    const reencoded = [
      JSON.stringify(parsed, null, 1),
      body.toString().replace('ë', '\\u00eb'),
      `${body.toString()}\n`,
      body.toString('latin1'),
    ]
    for (const text of reencoded) expect(verify(signedAt(nowSeconds), { rawBody: Buffer.from(text) })).toEqual(refused('mismatch'))
    fc.assert(
      fc.property(fc.nat({ max: body.length - 1 }), fc.integer({ min: 1, max: 255 }), (index, change) => {
        const other = Buffer.from(body)
        other[index] = (other[index] ?? 0) ^ change
        expect(verify(signedAt(nowSeconds), { rawBody: other })).toEqual(refused('mismatch'))
      }),
    )
  })

  it('with an empty body is valid only where that was signed', () => {
    const empty = Buffer.alloc(0)
    expect(verify(`t=${nowSeconds},v1=${signature(nowSeconds, secret, empty)}`, { rawBody: empty })).toEqual(valid)
    expect(verify(signedAt(nowSeconds), { rawBody: empty })).toEqual(refused('mismatch'))
  })

  it('is refused where it was signed with another secret, or its time was changed', () => {
    expect(verify(signedAt(nowSeconds, 'whsec_another'))).toEqual(refused('mismatch'))
    expect(verify(`t=${nowSeconds + 1},v1=${signature(nowSeconds)}`)).toEqual(refused('mismatch'))
    expect(verify(`t=0${nowSeconds},v1=${signature(nowSeconds)}`)).toEqual(refused('mismatch'))
  })

  it('is good for five minutes either way, by the sender’s clock, and not a second longer', () => {
    expect(verify(signedAt(nowSeconds - 300))).toEqual(valid)
    expect(verify(signedAt(nowSeconds + 300))).toEqual(valid)
    expect(verify(signedAt(nowSeconds - 301))).toEqual(refused('too_old'))
    expect(verify(signedAt(nowSeconds + 301))).toEqual(refused('in_the_future'))
    expect(verify(signedAt(1))).toEqual(refused('too_old'))
    expect(verify(signedAt(999_999_999_999))).toEqual(refused('in_the_future'))
  })

  it('that was forged is told so rather than that it is old: its time is nobody’s word', () => {
    expect(verify(signedAt(1, 'whsec_another'))).toEqual(refused('mismatch'))
  })

  it('may be signed several times, and one good signature is enough', () => {
    const other = 'ab'.repeat(32)
    expect(verify(`t=${nowSeconds},v1=${other},v1=${signature(nowSeconds)}`)).toEqual(valid)
    expect(verify(`t=${nowSeconds},v1=${signature(nowSeconds)},v1=${other},v0=${other}`)).toEqual(valid)
    expect(verify(`t=${nowSeconds},v1=${other},v1=${other}`)).toEqual(refused('mismatch'))
    expect(verify(`v1=${signature(nowSeconds)}, t=${nowSeconds}`)).toEqual(valid)
  })

  it('is valid with the old and with the new secret while one is replaced', () => {
    const secrets = ['whsec_new', secret]
    expect(verify(signedAt(nowSeconds), { secrets })).toEqual(valid)
    expect(verify(signedAt(nowSeconds, 'whsec_new'), { secrets })).toEqual(valid)
    expect(verify(signedAt(nowSeconds), { secrets: ['whsec_new'] })).toEqual(refused('mismatch'))
  })

  it('is not taken for signed by a signature of another scheme, or of another length', () => {
    expect(verify(`t=${nowSeconds},v0=${signature(nowSeconds)}`)).toEqual(refused('malformed'))
    expect(verify(`t=${nowSeconds},v1=`)).toEqual(refused('mismatch'))
    expect(verify(`t=${nowSeconds},v1=${signature(nowSeconds).slice(0, -2)}`)).toEqual(refused('mismatch'))
    expect(verify(`t=${nowSeconds},v1=${signature(nowSeconds)}00`)).toEqual(refused('mismatch'))
  })

  it('without a header, or with two, is refused', () => {
    expect(verify(undefined)).toEqual(refused('missing'))
    expect(verify('')).toEqual(refused('missing'))
    expect(verify([signedAt(nowSeconds), signedAt(nowSeconds)])).toEqual(refused('missing'))
  })

  it('is refused where no secret is on file, also where an empty one is', () => {
    expect(verify(signedAt(nowSeconds), { secrets: [] })).toEqual(refused('no_secret'))
    expect(verify(signedAt(nowSeconds, ''), { secrets: [''] })).toEqual(refused('no_secret'))
    expect(verify(signedAt(nowSeconds, ''), { secrets: ['', secret] })).toEqual(refused('mismatch'))
  })

  it('with a time that is none, or with two, is refused', () => {
    for (const time of ['', 'now', '-1', '1e9', '0x10', '1.5', ' ', '1'.repeat(13), '١٢'])
      expect(verify(`t=${time},v1=${signature(time)}`), time).toEqual(refused('malformed'))
    expect(verify(`t=${nowSeconds},t=${nowSeconds},v1=${signature(nowSeconds)}`)).toEqual(refused('malformed'))
    expect(verify(`v1=${signature(nowSeconds)}`)).toEqual(refused('malformed'))
  })

  it('is decided and never throws, whatever the header', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('t', 'v1', '=', ',', `t=${nowSeconds}`, `v1=${signature(nowSeconds - 1)}`))
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(verify(parts.join(',')).verdict).toBe('refused')
      }),
    )
  })
})

describe('Stripe’s own library', () => {
  const stripe = new Stripe('sk_test_not_used')
  const theirs = (header: string, payload: Buffer, at: Date): boolean => {
    try {
      stripe.webhooks.constructEvent(payload, header, secret, 300, undefined, at.getTime())
      return true
    } catch (error) {
      if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false
      throw error
    }
  }
  const ours = (header: string, payload: Buffer, at: Date): boolean => verify(header, { rawBody: payload, now: at }).verdict === 'valid'

  it('makes headers that are valid here', () => {
    const header = stripe.webhooks.generateTestHeaderString({ payload: body.toString(), secret, timestamp: nowSeconds })
    expect(verify(header)).toEqual(valid)
  })

  it('takes the headers that are made here', () => {
    expect(theirs(signTimestampedHmac(body, secret, now), body, now)).toBe(true)
  })

  it('decides alike on secrets, bodies, several signatures and age', () => {
    const good = stripe.webhooks.generateTestHeaderString({ payload: body.toString(), secret, timestamp: nowSeconds })
    const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000)
    const wrong = stripe.webhooks.generateTestHeaderString({ payload: body.toString(), secret: 'whsec_another', timestamp: nowSeconds })
    const cases: [string, Buffer, Date][] = [
      [good, body, now],
      [good, body, later(300)],
      [good, body, later(301)],
      [good, Buffer.from(`${body.toString()} `), now],
      [wrong, body, now],
      [`${good},v1=${'ab'.repeat(32)}`, body, now],
      [`t=${nowSeconds},v1=${'ab'.repeat(32)},v1=${signature(nowSeconds)}`, body, now],
      [`t=${nowSeconds}`, body, now],
      ['', body, now],
      ['nonsense', body, now],
    ]
    for (const [header, payload, at] of cases) expect(ours(header, payload, at), header).toBe(theirs(header, payload, at))
    expect(cases.map(([header, payload, at]) => ours(header, payload, at))).toEqual([
      true,
      true,
      false,
      false,
      false,
      true,
      true,
      false,
      false,
      false,
    ])
  })

  it('takes what is dated in the future, which is why the check is ours', () => {
    const header = signedAt(nowSeconds + 3_600)
    expect(theirs(header, body, now)).toBe(true)
    expect(verify(header)).toEqual(refused('in_the_future'))
  })
})
