import { describe, expect, it } from 'vitest'
import { signWebhook, verifyWebhook } from './verify-webhook.ts'

const now = new Date('2026-11-20T15:00:00Z')
const body = Buffer.from('{"event":"invitee.created"}')
const request = (headers: Record<string, string>) => ({ headers, rawBody: body, secrets: ['calendly-signing-key'], now })

describe('a webhook of Calendly’s', () => {
  it('is signed in its own header', () => {
    expect(verifyWebhook(request(signWebhook(body, 'calendly-signing-key', now)))).toEqual({ verdict: 'valid' })
    expect(Object.keys(signWebhook(body, 'calendly-signing-key', now))).toEqual(['calendly-webhook-signature'])
  })

  it('is not signed by the header of another provider', () => {
    const [header = ''] = Object.values(signWebhook(body, 'calendly-signing-key', now))
    expect(verifyWebhook(request({ 'stripe-signature': header }))).toEqual({ verdict: 'refused', reason: 'missing' })
  })
})
