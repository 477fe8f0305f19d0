import Stripe from 'stripe'
import { describe, expect, it } from 'vitest'
import { signWebhook, verifyWebhook } from './verify-webhook.ts'

const now = new Date('2026-11-20T15:00:00Z')
const secret = 'whsec_of_this_test'
const body = Buffer.from('{"id":"evt_1"}')
const request = (headers: Record<string, string>) => ({ headers, rawBody: body, secrets: [secret], now })

describe('a webhook of Stripe’s', () => {
  it('is signed in its own header, as Stripe’s library signs it', () => {
    const timestamp = now.getTime() / 1000
    const theirs = new Stripe('sk_test_not_used').webhooks.generateTestHeaderString({ payload: body.toString(), secret, timestamp })
    expect(verifyWebhook(request({ 'stripe-signature': theirs }))).toEqual({ verdict: 'valid' })
    expect(verifyWebhook(request(signWebhook(body, secret, now)))).toEqual({ verdict: 'valid' })
  })

  it('is not signed by the header of another provider', () => {
    const [header = ''] = Object.values(signWebhook(body, secret, now))
    expect(verifyWebhook(request({ 'calendly-webhook-signature': header }))).toEqual({ verdict: 'refused', reason: 'missing' })
  })
})
