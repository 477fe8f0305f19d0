import { signTimestampedHmac, type SignedRequest, type Verdict, verifyTimestampedHmac } from '../webhook-signature.ts'

/**
 * Stripe signs `t.body` with the endpoint's secret, in `Stripe-Signature`, once for each secret that is valid. Its own library takes
 * signatures that are dated in the future, so the check is ours; a test holds it against theirs.
 */
export const verifyWebhook = (request: SignedRequest): Verdict => verifyTimestampedHmac(request.headers['stripe-signature'], request)

export const signWebhook = (rawBody: Buffer | string, secret: string, at: Date): Record<string, string> => ({
  'stripe-signature': signTimestampedHmac(rawBody, secret, at),
})
