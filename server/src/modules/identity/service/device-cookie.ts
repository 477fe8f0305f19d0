import { createHash, randomBytes } from 'node:crypto'
import type { createAuthMiddleware } from 'better-auth/api'

type Middleware = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** A browser is known to an account for a year after it last signed in. */
const knownForSeconds = 365 * 86_400

const hashOf = (email: string): string => createHash('sha256').update(email).digest('hex')

/** Of each account a cookie of its own: several people may share a browser, and none of them makes it forget another. */
const cookieOf = ({ context }: Middleware, hash: string) =>
  context.createAuthCookie(`device_${hash.slice(0, 16)}`, { maxAge: knownForSeconds })

/**
 * By what a browser is counted that has signed in to the account before; null for a stranger, and where the cookie is forged or another
 * account's. Whoever knows an address alone is a stranger, and strangers use up nobody's attempts but their own.
 */
export async function knownDevice(context: Middleware, email: string): Promise<string | null> {
  const hash = hashOf(email)
  const value = await context.getSignedCookie(cookieOf(context, hash).name, context.context.secret)
  const [of, device] = value ? value.split('.', 2) : []
  return of === `device-${hash}` && device ? device : null
}

/** Has the browser remembered as one that signed in to the account. It signs nobody in, and tells nothing but a name given at random. */
export async function rememberDevice(context: Middleware, email: string): Promise<void> {
  const hash = hashOf(email)
  const { name, attributes } = cookieOf(context, hash)
  await context.setSignedCookie(name, `device-${hash}.${randomBytes(16).toString('base64url')}`, context.context.secret, attributes)
}
