import { createHash, randomBytes } from 'node:crypto'
import type { createAuthMiddleware } from 'better-auth/api'
import { expireCookie } from 'better-auth/cookies'
import { linkSeconds } from './auth-terms.ts'

type Middleware = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

const hashOf = (nonce: string): string => createHash('sha256').update(nonce).digest('hex')
const keptAs = (userId: string): string => `sign-up-${userId}`
const cookieOf = ({ context }: Middleware) => context.createAuthCookie('sign_up', { maxAge: linkSeconds })

/**
 * Has the browser remembered that signs somebody up, for as long as the link is good: by a random cookie, of which a hash is kept beside
 * the account. It signs nobody in. Of an address that is known it is kept of nobody, so that the answer is the same.
 */
export async function rememberSignUp(context: Middleware, userId: string): Promise<void> {
  const nonce = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.now() + linkSeconds * 1_000)
  await context.context.internalAdapter.createVerificationValue({ identifier: keptAs(userId), value: hashOf(nonce), expiresAt })
  const { name, attributes } = cookieOf(context)
  context.setCookie(name, nonce, attributes)
}

/** Whether this browser is the one that signed the account up. */
export async function signedUpHere(context: Middleware, userId: string): Promise<boolean> {
  const nonce = context.getCookie(cookieOf(context).name)
  if (!nonce) return false
  const kept = await context.context.internalAdapter.findVerificationValue(keptAs(userId))
  return kept !== null && kept.expiresAt > new Date() && kept.value === hashOf(nonce)
}

/** An account that is confirmed needs it no more. */
export async function forgetSignUp(context: Middleware, userId: string): Promise<void> {
  await context.context.internalAdapter.deleteVerificationByIdentifier(keptAs(userId))
  expireCookie(context, cookieOf(context))
}
