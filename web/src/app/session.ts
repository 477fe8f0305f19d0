import type { FormResult } from '../lib/form-result.ts'

export interface SignInInput {
  email: string
  password: string
}

export interface SignUpInput extends SignInInput {
  name: string
}

/** Done, or why not. */
export type SessionResult = FormResult<'email' | 'password'>

const refusals: Readonly<Record<string, SessionResult>> = {
  INVALID_EMAIL_OR_PASSWORD: { ok: false, message: 'Email and password do not match an account' },
  INVALID_EMAIL: { ok: false, field: 'email', message: 'Enter an email address, such as nora@example.com' },
  EMAIL_NOT_VERIFIED: { ok: false, message: 'Open the link that we sent to this address, then sign in' },
  USER_ALREADY_EXISTS: { ok: false, field: 'email', message: 'This address has an account. Sign in instead' },
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: {
    ok: false,
    field: 'email',
    message: 'This address has an account. Sign in instead',
  },
  PASSWORD_TOO_SHORT: { ok: false, field: 'password', message: 'Use at least 8 characters' },
  PASSWORD_TOO_LONG: { ok: false, field: 'password', message: 'Use at most 128 characters' },
}

const unreachable: SessionResult = {
  ok: false,
  message: 'The server could not be reached. Check your connection, then try again',
}
const failed: SessionResult = { ok: false, message: 'Something went wrong on our side. Try again in a minute' }

const waitText = (seconds: number): string => (seconds > 0 ? `in ${seconds} s` : 'in a minute')

const codeOf = async (response: Response): Promise<string> => {
  const body: unknown = await response.json().catch(() => null)
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' ? body.code : ''
}

/** The session is a cookie that the server sets: requests carry it by themselves, and no token is ever held here. */
async function post(path: string, body: object): Promise<SessionResult> {
  let response: Response
  try {
    response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch {
    return unreachable
  }
  if (response.ok) return { ok: true }
  if (response.status === 429) {
    const wait = Number(response.headers.get('x-retry-after') ?? response.headers.get('retry-after') ?? 0)
    return { ok: false, message: `Too many tries. Try again ${waitText(wait)}` }
  }
  return refusals[await codeOf(response)] ?? failed
}

export const signIn = (input: SignInInput): Promise<SessionResult> => post('sign-in/email', input)

export const signUp = (input: SignUpInput): Promise<SessionResult> => post('sign-up/email', input)

export const signOut = (): Promise<SessionResult> => post('sign-out', {})
