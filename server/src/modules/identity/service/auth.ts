import { accounts, sessions, twoFactors, users, verifications } from '@clinch/drizzle/tables'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { drizzle } from 'drizzle-orm/postgres-js'
import type { IncomingHttpHeaders } from 'node:http'
import type { Logger } from 'pino'
import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../../../database/tx.ts'
import type { Account } from '../../../kernel/caller.ts'
import type { ConfirmIdentity } from '../../../kernel/confirm-identity.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { AttemptCounter } from './attempt-limits.ts'
import { createAuthMails } from './auth-mails.ts'
import { addressHeader, linkSeconds, passwordLength, sessionSeconds } from './auth-terms.ts'
import { createConfirmIdentity } from './confirm-identity.ts'
import { confirmationLink } from './confirmation-link.ts'
import { hashOfSessionToken, unattendedHeader } from './session-cookie.ts'
import { isIdle } from './session-idleness.ts'
import { endingsByPath, explainEnding } from './session-endings.ts'
import { signInPlugin } from './sign-in-plugin.ts'
import { SignInStore } from './sign-in-store.ts'

export interface AuthOptions {
  /** Logs in as `auth_user`, who may touch the sign-in tables and nothing else. */
  databaseUrl: string
  /** The application's own, through which mails are enqueued. */
  database: Database
  /** Seals the mails while they wait: their links open accounts. */
  vault: Vault
  secret: string
  publicUrl: string
  /** Whether attempts are limited, by address and account. */
  limited: boolean
  logger: Logger
}

/** Who signed in, as far as the sign-in tables know. */
export type Person = Omit<Account, 'isOperator'>

/** Signing up, in and out, by e-mail and password, and a code where its owner wants one. An account is somebody's once its address is confirmed. */
export interface Auth {
  handler: (request: Request) => Promise<Response>
  /** The person behind a request's session cookie, if it is good. */
  personOf(headers: IncomingHttpHeaders): Promise<Person | null>
  confirmIdentity: ConfirmIdentity
  /** Why the session of a request's cookie is not good any more, in words. */
  whyEnded(headers: IncomingHttpHeaders): Promise<string>
  /** The link that a mail to whoever signed up with the address would hold: for filling a demo, whose people have no mailboxes. */
  confirmationLink(email: string): Promise<string>
  close(): Promise<void>
}

/** That a session was used is noted, to the minute. */
const seenWithinMs = 60_000

export function createAuth({ databaseUrl, database, vault, secret, publicUrl, limited, logger }: AuthOptions): Auth {
  const client = postgres(databaseUrl, { max: 4, onnotice: () => undefined, idle_timeout: 60 })
  const store = new SignInStore(client)
  const counter = limited ? new AttemptCounter(client) : null
  const overHttps = publicUrl.startsWith('https:')
  const mails = createAuthMails(database, { publicUrl, vault })
  const auth = betterAuth({
    appName: 'Clinch',
    basePath: '/api/auth',
    baseURL: publicUrl,
    secret,
    telemetry: { enabled: false },
    database: drizzleAdapter(drizzle({ client }), {
      provider: 'pg',
      schema: { user: users, session: sessions, account: accounts, verification: verifications, twoFactor: twoFactors },
    }),
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: linkSeconds,
      onExistingUserSignUp: ({ user }) => mails.hasAccount(user),
      sendResetPassword: ({ user, token }) => mails.reset(user, token),
      async onPasswordReset({ user }) {
        await store.confirmAddress(user.id)
        await mails.passwordChanged(user)
      },
    },
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: linkSeconds,
      // The library's own link names an address, and signs in whoever opens it: ours names the account, and leads to a page.
      async sendVerificationEmail({ user, url }) {
        const next = new URL(url).searchParams.get('callbackURL') ?? '/'
        await mails.confirm(user.email, await confirmationLink({ publicUrl, secret, userId: user.id, next }))
      },
    },
    // A session is not prolonged by being used: what is stolen of it ends as well.
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    databaseHooks: {
      session: {
        delete: {
          async after(session, context) {
            const ending = endingsByPath[context?.path ?? '']
            if (ending) await store.noteEnding(session, ending)
          },
        },
      },
    },
    plugins: [twoFactor({ issuer: 'Clinch' }), signInPlugin({ counter, store, mails })],
    rateLimit: { enabled: false },
    advanced: {
      // The prefix has browsers take cookies from this very host alone; the library knows the lesser one only, and is not to put it before.
      cookiePrefix: overHttps ? '__Host-clinch' : 'clinch',
      useSecureCookies: false,
      defaultCookieAttributes: { secure: overHttps },
      // Said though they are the defaults: in tests the library would leave both out.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => uuidv7() },
    },
    logger: { log: libraryLog(logger) },
  })
  return {
    handler: (request) => auth.handler(request),
    async personOf(headers) {
      const found = await auth.api.getSession({ headers: new Headers({ cookie: headers.cookie ?? '' }) })
      if (!found) return null
      const { session, user } = found
      if (await isIdle(store, session)) return null
      const isOld = session.updatedAt.getTime() < Date.now() - seenWithinMs
      if (isOld && headers[unattendedHeader] === undefined) await store.noteSeen(session.id)
      const { name, email, emailVerified, twoFactorEnabled } = user
      return { userId: user.id, sessionId: session.id, name, email, emailVerified, twoFactorEnabled: twoFactorEnabled === true }
    },
    confirmIdentity: createConfirmIdentity({
      store,
      counter,
      verify: async (given) => (await auth.$context).password.verify(given),
    }),
    async whyEnded({ cookie = '' }) {
      const hash = hashOfSessionToken(cookie)
      return explainEnding(hash === null ? null : await store.whyEnded(hash))
    },
    async confirmationLink(email) {
      const found = await (await auth.$context).internalAdapter.findUserByEmail(email.toLowerCase())
      if (!found) throw new Error('Nobody signed up with this address')
      return confirmationLink({ publicUrl, secret, userId: found.user.id, next: '/' })
    },
    close: () => client.end({ timeout: 5 }),
  }
}

/** What the library says goes into our own log. Its warnings tell of passwords that were wrong and the like: they are nobody's fault here. */
const libraryLog =
  (logger: Logger) =>
  (level: string, message: string, ...about: unknown[]): void => {
    const details = { err: about.find((each) => each instanceof Error), by: 'better-auth' }
    if (level === 'error') logger.error(details, message)
    else logger.debug(details, message)
  }
