import { signTimestampedHmac, type SignedRequest, type Verdict, verifyTimestampedHmac } from '../webhook-signature.ts'

/** Calendly signs `t.body` with the subscription's key, in `Calendly-Webhook-Signature`. */
export const verifyWebhook = (request: SignedRequest): Verdict =>
  verifyTimestampedHmac(request.headers['calendly-webhook-signature'], request)

export const signWebhook = (rawBody: Buffer | string, secret: string, at: Date): Record<string, string> => ({
  'calendly-webhook-signature': signTimestampedHmac(rawBody, secret, at),
})
