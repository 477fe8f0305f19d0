import { describe, expect, it } from 'vitest'
import { signLegacyWebhook, signWebhook, verifyWebhook } from './verify-webhook.ts'

const now = new Date('2026-11-20T15:00:00Z')
const body = Buffer.from('{"type":"payment.succeeded","name":"Zoë"}')
const secret = 'ws_a_secret_as_whop_writes_them'
const verify = (headers: Record<string, string>, change: { secrets?: string[]; now?: Date; rawBody?: Buffer } = {}) =>
  verifyWebhook({ headers, rawBody: body, secrets: [secret], now, ...change })
const refused = (reason: string) => ({ verdict: 'refused', reason })
const signed = signWebhook(body, secret, now, 'msg_1')

describe('a webhook of Whop’s', () => {
  it('is good in either of its two forms, each with the same secret', () => {
    expect(verify(signed)).toEqual({ verdict: 'valid' })
    expect(verify(signLegacyWebhook(body, secret, now))).toEqual({ verdict: 'valid' })
  })

  it('is good with the old secret or the new one while both are valid', () => {
    const other = signWebhook(body, 'ws_the_new_one', now, 'msg_1')
    expect(verify(other, { secrets: [secret, 'ws_the_new_one'] })).toEqual({ verdict: 'valid' })
    expect(verify(other)).toEqual(refused('mismatch'))
  })

  it('has a secret in base64 where it begins as the specification’s own do', () => {
    const standard = `whsec_${Buffer.from('thirty-two bytes of a secret, no').toString('base64')}`
    expect(verify(signWebhook(body, standard, now, 'msg_1'), { secrets: [standard] })).toEqual({ verdict: 'valid' })
    expect(verify(signWebhook(body, standard, now, 'msg_1'), { secrets: [standard.slice('whsec_'.length)] })).toEqual(refused('mismatch'))
  })

  it('is refused where its body, its id or its time is another than was signed', () => {
    expect(verify(signed, { rawBody: Buffer.from(body.toString().replace('Zoë', 'Zoe')) })).toEqual(refused('mismatch'))
    expect(verify({ ...signed, 'webhook-id': 'msg_2' })).toEqual(refused('mismatch'))
    expect(verify({ ...signed, 'webhook-timestamp': String(now.getTime() / 1000 + 1) })).toEqual(refused('mismatch'))
  })

  it('is refused five minutes early or late, in both forms', () => {
    for (const headers of [signed, signLegacyWebhook(body, secret, now)]) {
      expect(verify(headers, { now: new Date(now.getTime() + 301_000) })).toEqual(refused('too_old'))
      expect(verify(headers, { now: new Date(now.getTime() - 301_000) })).toEqual(refused('in_the_future'))
    }
  })

  it('is refused without headers, with half of them, or with ones of another shape', () => {
    expect(verify({})).toEqual(refused('missing'))
    for (const name of Object.keys(signed)) expect(verify({ ...signed, [name]: '' }), name).toEqual(refused('missing'))
    expect(verify({ ...signed, 'webhook-signature': signed['webhook-signature']?.slice(3) ?? '' })).toEqual(refused('malformed'))
    expect(verify({ ...signed, 'webhook-timestamp': 'yesterday' })).toEqual(refused('malformed'))
    expect(verify({ ...signed, 'webhook-signature': `${signed['webhook-signature'] ?? ''}A` })).toEqual(refused('mismatch'))
    const twice = `${signed['webhook-signature'] ?? ''}, ${signed['webhook-signature'] ?? ''}`
    expect(verify({ ...signed, 'webhook-signature': twice })).toEqual(refused('malformed'))
    const several = `v1a,AAAA ${signed['webhook-signature'] ?? ''}`
    expect(verify({ ...signed, 'webhook-signature': several })).toEqual({ verdict: 'valid' })
    expect(verify({ ...signed, 'webhook-signature': 'v1,AAAA' })).toEqual(refused('mismatch'))
  })

  it('is not let in by the older header where the current one is there and wrong', () => {
    const both = { ...signLegacyWebhook(body, secret, now), ...signed, 'webhook-signature': 'v1,AAAA' }
    expect(verify(both)).toEqual(refused('mismatch'))
  })

  it('is refused where there is no secret, or an empty one', () => {
    expect(verify(signed, { secrets: [] })).toEqual(refused('no_secret'))
    for (const empty of ['', 'whsec_'])
      expect(verify(signWebhook(body, empty, now, 'msg_1'), { secrets: [empty] })).toEqual(refused('no_secret'))
  })
})
