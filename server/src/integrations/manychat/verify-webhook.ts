import { type SignedRequest, type Verdict, verifyToken } from '../webhook-signature.ts'

/** ManyChat cannot sign: the author of a flow puts the connection's token into a header. */
export const verifyWebhook = (request: SignedRequest): Verdict => verifyToken(request.headers['x-clinch-token'], request)

export const signWebhook = (token: string): Record<string, string> => ({ 'x-clinch-token': token })
