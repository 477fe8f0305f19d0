import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api'
import { z } from 'zod'
import { normaliseEmail } from '../../../lib/identity.ts'
import { type AttemptCounter, type AttemptLimit, attemptLimits } from './attempt-limits.ts'
import type { AuthMails } from './auth-mails.ts'
import { addressHeader, longestName, passwordLength } from './auth-terms.ts'
import type { SignInStore } from './sign-in-store.ts'

export interface SignInPluginOptions {
  /** Null where attempts are not limited. */
  counter: AttemptCounter | null
  store: SignInStore
  mails: AuthMails
}

type Middleware = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** Where a good answer is a new session. */
const signsIn: readonly string[] = ['/sign-in/email', '/verify-email', '/two-factor/verify-totp', '/two-factor/verify-backup-code']
const named: readonly string[] = ['/sign-up/email', '/update-user']

const Email = z.object({ email: z.string() })
const Code = z.object({ code: z.string() })
const Name = z.object({ name: z.string().trim().min(1).max(longestName).optional() })
const SignUp = z.object({ email: z.email(), password: z.string().min(passwordLength.min).max(passwordLength.max) })
const Token = z.object({ token: z.unknown() }).loose()
const Fields = z.object({}).loose()

/**
 * What Clinch asks of signing in beside what the library does: limits on attempts, codes that are good once, one session where the plan
 * allows one. It comes after the plugin for the second factor, since a session that still waits for its code is no session.
 */
export function signInPlugin({ counter, store, mails }: SignInPluginOptions): BetterAuthPlugin {
  return {
    id: 'clinch',
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
          matcher: ({ path }) => path !== undefined && path in attemptLimits,
          handler: createAuthMiddleware(async (context) => {
            const { returned, newSession } = context.context
            if (isAPIError(returned)) {
              // The link of a mail answers by leading somewhere else, which the library throws as well.
              if (returned.status !== 'FOUND') return
            } else {
              const limit = attemptLimits[context.path]
              if (counter && limit?.rightOnesAreFree) await giveBack(counter, limit, context)
            }
            if (newSession && signsIn.includes(context.path)) await store.keepOneSession(newSession.user.id, newSession.session.id)
            if (context.path === '/two-factor/disable' && newSession) await mails.secondFactorOff(newSession.user)
            if (context.path === '/change-password' && newSession) await mails.passwordChanged(newSession.user)
            return withoutToken(returned, context)
          }),
        },
      ],
    },
  }
}

/** Counts an attempt and refuses it over a limit. By address first: who is stopped there takes nothing from the account. */
async function admit(counter: AttemptCounter, limit: AttemptLimit, context: Middleware): Promise<void> {
  refuseFor(await counter.countAddress(limit, context.headers?.get(addressHeader) ?? 'unknown'))
  const whose = await whoseAttempt(limit, context)
  if (whose === null) return
  refuseFor(await counter.countAccount(limit, whose))
  const shown = limit.kind === 'code' ? Code.safeParse(context.body).data?.code : undefined
  if (shown !== undefined && !(await counter.isFirstUse(whose, shown)))
    throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'Invalid code' })
}

async function giveBack(counter: AttemptCounter, limit: AttemptLimit, context: Middleware): Promise<void> {
  const whose =
    context.context.newSession && limit.account?.by === 'user' ? context.context.newSession.user.id : await whoseAttempt(limit, context)
  if (whose !== null) await counter.giveBack(limit, whose)
}

function refuseFor(seconds: number): void {
  if (seconds === 0) return
  throw new APIError(
    'TOO_MANY_REQUESTS',
    { code: 'TOO_MANY_ATTEMPTS', message: `Too many attempts. Try again in ${seconds} s.` },
    { 'retry-after': String(seconds) },
  )
}

/** The account that an attempt is made at, whether or not there is one; null where that cannot be told. */
async function whoseAttempt({ account }: AttemptLimit, context: Middleware): Promise<string | null> {
  if (account === null) return null
  if (account.by === 'email') {
    const asked = Email.safeParse(context.body)
    return asked.success ? (normaliseEmail(asked.data.email) ?? asked.data.email.slice(0, 320)) : null
  }
  const session = await getSessionFromCtx(context)
  return session?.user.id ?? (await userOfChallenge(context))
}

/** Whose password was right a moment ago, and whose code is waited for now. */
async function userOfChallenge({ context, getSignedCookie }: Middleware): Promise<string | null> {
  const challenge = await getSignedCookie(context.createAuthCookie('two_factor').name, context.secret)
  const waiting = challenge ? await context.internalAdapter.findVerificationValue(challenge) : null
  return waiting?.value ?? null
}

/** The session is in its cookie, where scripts cannot read it; no answer says its token besides. */
function withoutToken(returned: unknown, { json }: Middleware) {
  const answer = Token.safeParse(returned)
  if (!answer.success) return undefined
  const { token: _secret, ...rest } = answer.data
  return json(rest)
}
