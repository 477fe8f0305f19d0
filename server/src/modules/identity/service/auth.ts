import { accounts, rateLimits, sessions, users, verifications } from '@clinch/drizzle/tables'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { drizzle } from 'drizzle-orm/postgres-js'
import type { IncomingHttpHeaders } from 'node:http'
import postgres from 'postgres'
import type { Account } from '../../../kernel/caller.ts'
import { v7 as uuidv7 } from 'uuid'

export interface AuthOptions {
  /** Logs in as `auth_user`, who may touch the sign-in tables and nothing else. */
  databaseUrl: string
  secret: string
  publicUrl: string
  /** Attempts to sign in or up, by address, a minute; null for no limit. */
  attemptsAMinute: number | null
}

/** Who signed in, as far as the sign-in tables know. */
export type Person = Omit<Account, 'isOperator'>

/** Signing up, in and out, by e-mail and password. E-mail addresses are not verified: no e-mail provider is connected yet. */
export interface Auth {
  handler: (request: Request) => Promise<Response>
  /** The person behind a request's session cookie, if it is good. */
  personOf(headers: IncomingHttpHeaders): Promise<Person | null>
  close(): Promise<void>
}

export function createAuth({ databaseUrl, secret, publicUrl, attemptsAMinute }: AuthOptions): Auth {
  const client = postgres(databaseUrl, { max: 4, onnotice: () => undefined, idle_timeout: 60 })
  const limit = { window: 60, max: attemptsAMinute ?? 1_000_000 }
  const auth = betterAuth({
    appName: 'Clinch',
    basePath: '/api/auth',
    baseURL: publicUrl,
    secret,
    telemetry: { enabled: false },
    database: drizzleAdapter(drizzle({ client }), {
      provider: 'pg',
      schema: { user: users, session: sessions, account: accounts, verification: verifications, rateLimit: rateLimits },
    }),
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 200 },
    rateLimit: {
      enabled: attemptsAMinute !== null,
      storage: 'database',
      customRules: { '/sign-in/email': limit, '/sign-up/email': limit },
    },
    advanced: {
      cookiePrefix: 'clinch',
      useSecureCookies: publicUrl.startsWith('https:'),
      database: { generateId: () => uuidv7() },
    },
    logger: { level: 'error' },
  })
  return {
    handler: (request) => auth.handler(request),
    async personOf(headers) {
      const session = await auth.api.getSession({ headers: new Headers({ cookie: headers.cookie ?? '' }) })
      return session ? { userId: session.user.id, name: session.user.name, email: session.user.email } : null
    },
    close: () => client.end({ timeout: 5 }),
  }
}
