import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api'
import { z } from 'zod'
import { normaliseEmail } from '../../../lib/identity.ts'
import { admit, giveBack } from './admit-attempt.ts'
import { type AttemptCounter, attemptLimits } from './attempt-limits.ts'
import type { AuthMails } from './auth-mails.ts'
import { longestName, passwordLength } from './auth-terms.ts'
import { confirmSignUp } from './confirm-sign-up.ts'
import { rememberDevice } from './device-cookie.ts'
import { choosesPassword, refuseCommonPassword } from './refuse-common-password.ts'
import { isIdle } from './session-idleness.ts'
import { explainEnding } from './session-endings.ts'
import type { SignInStore } from './sign-in-store.ts'
import { rememberSignUp } from './sign-up-cookie.ts'

export interface SignInPluginOptions {
  /** Null where attempts are not limited. */
  counter: AttemptCounter | null
  store: SignInStore
  mails: AuthMails
}

type Middleware = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** Where a good answer is a new session. */
const signsIn: readonly string[] = ['/sign-in/email', '/confirm-sign-up', '/two-factor/verify-totp', '/two-factor/verify-backup-code']
/** Where somebody acts with a session that they have. */
const atSession: readonly string[] = [
  '/change-password',
  '/update-user',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/verify-totp',
  '/two-factor/generate-backup-codes',
]
const named: readonly string[] = ['/sign-up/email', '/update-user']

const Name = z.object({ name: z.string().trim().min(1).max(longestName).optional() })
const SignUp = z.object({ email: z.email(), password: z.string().min(passwordLength.min).max(passwordLength.max) })
const SignedUp = z.object({ user: z.object({ id: z.uuid() }) })
const Token = z.object({ token: z.unknown() }).loose()
const Fields = z.object({}).loose()

/**
 * What Clinch asks of signing in beside what the library does: limits on attempts, codes that are good once, passwords that others would
 * not guess, one session where the plan allows one, and an end of sessions that nobody used. It comes after the plugin for the second factor, since a session that still waits for its code is no session.
 */
export function signInPlugin({ counter, store, mails }: SignInPluginOptions): BetterAuthPlugin {
  return {
    id: 'clinch',
    endpoints: { confirmSignUp: confirmSignUp({ counter, store }) },
    hooks: {
      before: [
        {
          matcher: ({ path }) => path !== undefined && path in attemptLimits,
          handler: createAuthMiddleware(async (context) => {
            const limit = attemptLimits[context.path]
            if (counter && limit) await admit(counter, limit, context)
          }),
        },
        {
          matcher: ({ path }) => atSession.includes(path ?? ''),
          handler: createAuthMiddleware(async (context) => {
            const found = await getSessionFromCtx(context)
            if (found && (await isIdle(store, found.session)))
              throw new APIError('UNAUTHORIZED', { code: 'SESSION_ENDED', message: explainEnding('idle') })
          }),
        },
        {
          matcher: ({ path }) => choosesPassword.includes(path ?? ''),
          handler: createAuthMiddleware((context) => refuseCommonPassword(context, store)),
        },
        {
          matcher: ({ path }) => named.includes(path ?? ''),
          handler: createAuthMiddleware(({ body }) => {
            if (Name.safeParse(body).success) return Promise.resolve()
            throw new APIError('BAD_REQUEST', { code: 'INVALID_NAME', message: `A name has 1 to ${longestName} characters.` })
          }),
        },
        {
          // Whoever changes a password may do so because somebody else is signed in with it.
          matcher: ({ path }) => path === '/change-password',
          handler: createAuthMiddleware(({ body }) =>
            Promise.resolve({ context: { body: { ...Fields.safeParse(body).data, revokeOtherSessions: true } } }),
          ),
        },
        {
          matcher: ({ path }) => path === '/sign-up/email',
          handler: createAuthMiddleware(async ({ body }) => {
            const asked = SignUp.safeParse(body)
            if (asked.success) await store.forgetUnconfirmed(asked.data.email.toLowerCase())
          }),
        },
      ],
      after: [
        {
          matcher: ({ path }) => path === '/sign-up/email',
          handler: createAuthMiddleware(async (context) => {
            const signedUp = SignedUp.safeParse(context.context.returned)
            if (signedUp.success) await rememberSignUp(context, signedUp.data.user.id)
          }),
        },
        {
          matcher: ({ path }) => path !== undefined && path in attemptLimits,
          handler: createAuthMiddleware(async (context) => {
            const { returned, newSession } = context.context
            if (isAPIError(returned)) return
            const limit = attemptLimits[context.path]
            if (counter && limit?.rightOnesAreFree) await giveBack(counter, limit, context)
            if (newSession && signsIn.includes(context.path)) {
              await store.keepOneSession(newSession.user.id, newSession.session.id)
              await rememberDevice(context, normaliseEmail(newSession.user.email) ?? newSession.user.email)
            }
            if (context.path === '/two-factor/disable' && newSession) await mails.secondFactorOff(newSession.user)
            if (context.path === '/change-password' && newSession) await mails.passwordChanged(newSession.user)
            return withoutToken(returned, context)
          }),
        },
      ],
    },
  }
}

/** The session is in its cookie, where scripts cannot read it; no answer says its token besides. */
function withoutToken(returned: unknown, { json }: Middleware) {
  const answer = Token.safeParse(returned)
  if (!answer.success) return undefined
  const { token: _secret, ...rest } = answer.data
  return json(rest)
}
