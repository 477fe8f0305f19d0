import { askAuth, type AuthRefusal } from '../lib/auth-api.ts'
import { beginVisit } from '../lib/portal-visit.ts'

export interface SignInInput {
  email: string
  password: string
}

export interface SignUpInput extends SignInInput {
  name: string
  /** Where the link in the mail leads once the address is confirmed; a path of ours. */
  next: string
}

export interface SecondFactorInput {
  code: string
  /** A recovery code is used up; a code of the authenticator is not. */
  kind: 'totp' | 'recovery'
  /** Asks for no code on this device for a month. */
  trustDevice: boolean
}

export interface ConfirmInput {
  /** Of the link that was sent. */
  token: string
  /** The one that was chosen at sign-up, where the server asks for it. */
  password?: string
  /** Whoever is signed in here was asked, and makes way. */
  replaceSession?: boolean
}

/** Confirmed and signed in, with this address; or why not. */
export type ConfirmResult = { ok: true; email: string | null } | AuthRefusal

/** Done; or why not. */
export type SessionResult = { ok: true } | AuthRefusal

/** The password was right; `secondFactor` if a code is still wanted. */
export type SignInResult = { ok: true; secondFactor: boolean } | AuthRefusal

const done = async (path: string, body: object): Promise<SessionResult> => {
  const answer = await askAuth(path, body)
  return answer.ok ? { ok: true } : answer
}

export async function signIn({ email, password }: SignInInput): Promise<SignInResult> {
  const answer = await askAuth('sign-in/email', { email, password })
  if (answer.ok) beginVisit()
  return answer.ok ? { ok: true, secondFactor: answer.data.twoFactorRedirect === true } : answer
}

/** The second step of signing in. */
export const confirmSignIn = ({ code, kind, trustDevice }: SecondFactorInput): Promise<SessionResult> =>
  done(kind === 'totp' ? 'two-factor/verify-totp' : 'two-factor/verify-backup-code', { code, trustDevice })

/** Answers alike whether the address is new or known: the mail tells. */
export const signUp = ({ name, email, password, next }: SignUpInput): Promise<SessionResult> =>
  done('sign-up/email', { name, email, password, callbackURL: next })

/** Confirms a sign-up by the link that was sent, and signs in. */
export async function confirmSignUp(input: ConfirmInput): Promise<ConfirmResult> {
  const answer = await askAuth('confirm-sign-up', input)
  if (!answer.ok) return answer
  beginVisit()
  return { ok: true, email: typeof answer.data.email === 'string' ? answer.data.email : null }
}

/** Sends the confirmation's link once more; answers alike for every address. */
export const sendVerification = (email: string, next: string): Promise<SessionResult> =>
  done('send-verification-email', { email, callbackURL: next })

/** Sends a link to choose a new password with; answers alike for every address. */
export const requestPasswordReset = (email: string): Promise<SessionResult> =>
  done('request-password-reset', { email, redirectTo: '/reset-password' })

/** `token` is of the link that was sent. */
export const resetPassword = (token: string, newPassword: string): Promise<SessionResult> =>
  done('reset-password', { token, newPassword })

export async function signOut(): Promise<SessionResult> {
  const result = await done('sign-out', {})
  if (result.ok) beginVisit()
  return result
}
