import { APIError, createAuthEndpoint, formCsrfMiddleware, getSessionFromCtx } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import { admitPassword } from './admit-attempt.ts'
import type { AttemptCounter } from './attempt-limits.ts'
import { passwordLength } from './auth-terms.ts'
import { accountOfLink } from './confirmation-link.ts'
import { isIdle } from './session-idleness.ts'
import { forgetSignUp, signedUpHere } from './sign-up-cookie.ts'
import type { SignInStore } from './sign-in-store.ts'

export interface ConfirmSignUpOptions {
  /** Null where attempts are not limited. */
  counter: AttemptCounter | null
  store: SignInStore
}

const Confirmation = z.object({
  token: z.string(),
  /** The one that was chosen at sign-up, where another browser is at it. */
  password: z.string().optional(),
  /** That whoever is signed in here makes way was asked, and said. */
  replaceSession: z.boolean().optional(),
})

const refusals = {
  INVALID_TOKEN: ['BAD_REQUEST', 'This link is too old, or a part of it is missing. Ask for a new one.'],
  SIGN_UP_REPLACED: [
    'GONE',
    'Somebody signed up with this address anew since this link was sent. If it was you, open the newest link; if not, sign up again.',
  ],
  ALREADY_CONFIRMED: ['CONFLICT', 'This link was used already. Sign in with your password.'],
  SIGNED_IN_AS_ANOTHER: ['CONFLICT', 'Somebody else is signed in with this browser.'],
  PASSWORD_NEEDED: ['UNAUTHORIZED', 'Enter the password that you chose when you signed up.'],
  WRONG_SIGN_UP_PASSWORD: [
    'UNAUTHORIZED',
    'This is not the password that was chosen at sign-up. If you do not know it, sign up again, and open the link that comes then.',
  ],
} as const

const refuse = (code: keyof typeof refusals): never => {
  const [status, message] = refusals[code]
  throw new APIError(status, { code, message })
}

/**
 * Confirms an account, and signs its owner in. The token shows that the mail was received, and the browser that signed up, or the password
 * that was chosen then, that it is the same person: a stranger may have signed up with the address before or since, and whoever opened
 * the link would be let into an account whose password the stranger knows.
 */
export const confirmSignUp = ({ counter, store }: ConfirmSignUpOptions) =>
  createAuthEndpoint('/confirm-sign-up', { method: 'POST', body: Confirmation, use: [formCsrfMiddleware] }, async (context) => {
    const { internalAdapter, password: hashing, secret } = context.context
    const { token, password, replaceSession } = context.body
    const userId = (await accountOfLink(secret, token)) ?? refuse('INVALID_TOKEN')
    const find = async () => (await internalAdapter.findUserById(userId)) ?? refuse('SIGN_UP_REPLACED')
    const user = await find()
    if (user.emailVerified) refuse('ALREADY_CONFIRMED')
    const present = replaceSession === true ? null : await getSessionFromCtx(context)
    if (present && !(await isIdle(store, present.session))) refuse('SIGNED_IN_AS_ANOTHER')
    if (!(await signedUpHere(context, userId))) {
      if (password === undefined) return refuse('PASSWORD_NEEDED')
      const giveBack = counter && (await admitPassword(counter, user.email, context))
      const hash = password.length <= passwordLength.max ? await store.passwordHash(userId) : null
      if (hash === null || !(await hashing.verify({ hash, password }))) refuse('WRONG_SIGN_UP_PASSWORD')
      await giveBack?.()
    }
    // Of several at once one confirms; and none confirms what a new sign-up replaced meanwhile.
    if (!(await store.confirmWaiting(userId))) {
      await find()
      return refuse('ALREADY_CONFIRMED')
    }
    const session = await internalAdapter.createSession(userId)
    await setSessionCookie(context, { session, user: { ...user, emailVerified: true } })
    await forgetSignUp(context, userId)
    return context.json({ email: user.email })
  })
