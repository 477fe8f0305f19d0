import {
  signStandardWebhook,
  signTimestampedHmac,
  type SignedRequest,
  type Verdict,
  verifyStandardWebhook,
  verifyTimestampedHmac,
} from '../webhook-signature.ts'

const legacyHeader = 'x-whop-signature'

/** Whop signs as Standard Webhooks do; an endpoint of an older version signs `t.body` in a header of its own. Both may reach one address. */
export const verifyWebhook = (request: SignedRequest): Verdict =>
  request.headers['webhook-signature'] === undefined && request.headers[legacyHeader] !== undefined
    ? verifyTimestampedHmac(request.headers[legacyHeader], request)
    : verifyStandardWebhook(request)

export const signWebhook = (rawBody: Buffer | string, secret: string, at: Date, id: string): Record<string, string> =>
  signStandardWebhook(rawBody, secret, at, id)

export const signLegacyWebhook = (rawBody: Buffer | string, secret: string, at: Date): Record<string, string> => ({
  [legacyHeader]: signTimestampedHmac(rawBody, secret, at),
})
