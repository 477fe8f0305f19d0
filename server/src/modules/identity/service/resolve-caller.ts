import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Database } from '../../../database/tx.ts'
import { anonymous, type Caller, unrecognised } from '../../../kernel/caller.ts'
import type { Auth } from './auth.ts'
import { BriefMemory } from './brief-memory.ts'
import { callerOfAccount } from './caller-of-account.ts'
import { callerOfKey } from './caller-of-key.ts'
import { callerOfPortal, portalCookieOf } from './caller-of-portal.ts'
import { sessionCookieSuffix, unattendedHeader } from './session-cookie.ts'

const rememberedMsByDefault = 5_000
const rememberedCallers = 10_000

export interface CallerResolver {
  resolve(headers: IncomingHttpHeaders): Promise<Caller>
  /** Forgets everybody at once, after credentials or memberships changed. */
  forget(): void
  /** Whether changes that other processes make are heard of. While they are not, nobody is remembered. */
  trust(hearing: boolean): void
}

export interface CallerResolverOptions {
  database: Database
  auth: Pick<Auth, 'personOf' | 'whyEnded'>
  /** The address as browsers know it: over https cookies have other names. */
  publicUrl: string
  /** Who was recognised is remembered for so long, and no longer than nothing changed: every process is told of that. */
  rememberedMs?: number | undefined
}

/**
 * Tells who calls: by an API key, by a session and the organization that it names, or by the cookie of a portal link. A browser that
 * holds both cookies is asked which it means: the portal says so with the header `x-portal`.
 */
export function createCallerResolver({
  database,
  auth,
  publicUrl,
  rememberedMs = rememberedMsByDefault,
}: CallerResolverOptions): CallerResolver {
  const portalCookie = portalCookieOf(publicUrl)
  const memory = new BriefMemory<Caller>(rememberedMs, rememberedCallers)
  return {
    resolve(headers) {
      const bearer = /^Bearer\s+(.+)$/i.exec(headers.authorization ?? '')?.[1]?.trim()
      if (bearer !== undefined) return memory.recall(hashOf('key', bearer), () => callerOfKey(database, bearer))
      const { cookie = '' } = headers
      const signedIn = cookie.includes(sessionCookieSuffix)
      const portal = cookieNamed(portalCookie, cookie)
      if (portal !== null && (headers['x-portal'] !== undefined || !signedIn))
        return memory.recall(hashOf('portal', portal), () => callerOfPortal(database, portal))
      if (!signedIn) return Promise.resolve(anonymous)
      const wanted = headers['x-organization-id']
      const organizationId = typeof wanted === 'string' && wanted !== '' ? wanted.toLowerCase() : null
      // Remembered apart, so that who comes back to an unattended page is seen at once.
      const attended = headers[unattendedHeader] === undefined ? '' : 'unattended'
      return memory.recall(hashOf('session', `${organizationId ?? ''}:${attended}:${cookie}`), async () => {
        const person = await auth.personOf(headers)
        return person ? callerOfAccount(database, person, organizationId) : unrecognised(await auth.whyEnded(headers))
      })
    },
    forget: () => memory.forget(),
    trust: (hearing) => memory.trust(hearing),
  }
}

/** What the memory knows credentials by: of one length, however much somebody sends, and nothing that could be used. */
const hashOf = (kind: string, text: string): string => createHash('sha256').update(`${kind}:${text}`).digest('base64url')

function cookieNamed(name: string, cookies: string): string | null {
  for (const each of cookies.split(';')) {
    const [key, value] = each.trim().split('=', 2)
    if (key === name && value) return value
  }
  return null
}
