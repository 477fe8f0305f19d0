import { signBodyHmac, type SignedRequest, type Verdict, verifyBodyHmac } from '../webhook-signature.ts'

/** Acuity signs the body alone with the account's API key, in `X-Acuity-Signature`. */
export const verifyWebhook = (request: SignedRequest): Verdict => verifyBodyHmac(request.headers['x-acuity-signature'], request)

export const signWebhook = (rawBody: Buffer | string, apiKey: string): Record<string, string> => ({
  'x-acuity-signature': signBodyHmac(rawBody, apiKey),
})
