import type { IncomingHttpHeaders } from 'node:http'
import type { Database } from '../../../database/tx.ts'
import { anonymous, type Caller, unrecognised } from '../../../kernel/caller.ts'
import type { Auth } from './auth.ts'
import { BriefMemory } from './brief-memory.ts'
import { callerOfAccount } from './caller-of-account.ts'
import { callerOfKey } from './caller-of-key.ts'
import { callerOfPortal, portalCookie } from './caller-of-portal.ts'

/** Who was recognised is remembered for so long; a revoked key or ended session may go on for that time in other processes. */
const rememberedMs = 5_000
const rememberedCallers = 10_000

export interface CallerResolver {
  resolve(headers: IncomingHttpHeaders): Promise<Caller>
  /** Forgets everybody at once, after credentials or memberships changed. */
  forget(): void
}

/**
 * Tells who calls: by an API key, by a session and the organization that it names, or by the cookie of a portal link. A browser that
 * holds both cookies is asked which it means: the portal says so with the header `x-portal`.
 */
export function createCallerResolver(database: Database, auth: Pick<Auth, 'personOf'>): CallerResolver {
  const memory = new BriefMemory<Caller>(rememberedMs, rememberedCallers)
  return {
    resolve(headers) {
      const bearer = /^Bearer\s+(.+)$/i.exec(headers.authorization ?? '')?.[1]?.trim()
      if (bearer !== undefined) return memory.recall(`key:${bearer}`, () => callerOfKey(database, bearer))
      const { cookie = '' } = headers
      const signedIn = cookie.includes('session_token')
      const portal = cookieNamed(portalCookie, cookie)
      if (portal !== null && (headers['x-portal'] !== undefined || !signedIn))
        return memory.recall(`portal:${portal}`, () => callerOfPortal(database, portal))
      if (!signedIn) return Promise.resolve(anonymous)
      const wanted = headers['x-organization-id']
      const organizationId = typeof wanted === 'string' && wanted !== '' ? wanted.toLowerCase() : null
      return memory.recall(`session:${organizationId ?? ''}:${cookie}`, async () => {
        const person = await auth.personOf(headers)
        return person ? callerOfAccount(database, person, organizationId) : unrecognised('Your session has ended. Sign in again.')
      })
    },
    forget: () => memory.forget(),
  }
}

function cookieNamed(name: string, cookies: string): string | null {
  for (const each of cookies.split(';')) {
    const [key, value] = each.trim().split('=', 2)
    if (key === name && value) return value
  }
  return null
}
