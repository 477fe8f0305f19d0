import { formatDuration } from './format-duration.ts'

/** What a form on a page for accounts may have wrong. */
export type AuthField = 'name' | 'email' | 'password' | 'code'

/** Not done, and why, in words for a person. */
export interface AuthRefusal {
  ok: false
  message: string
  /** The field that it concerns, if it is one. */
  field?: AuthField
  /** The server's own code, or what became of the request: `TOO_MANY`, `UNREACHABLE`. */
  code: string
}

export type AuthAnswer = { ok: true; data: Readonly<Record<string, unknown>> } | AuthRefusal

type Words = Omit<AuthRefusal, 'ok' | 'code'>

const wrongCode: Words = { field: 'code', message: 'This code does not fit. Each code is good for half a minute' }

const refusals: Readonly<Record<string, Words>> = {
  INVALID_EMAIL_OR_PASSWORD: { message: 'Email and password do not match an account' },
  INVALID_EMAIL: { field: 'email', message: 'Enter an email address, such as nora@example.com' },
  EMAIL_NOT_VERIFIED: { message: 'Open the link that we sent to this address, then sign in' },
  PASSWORD_TOO_SHORT: { field: 'password', message: 'Use at least 10 characters' },
  PASSWORD_TOO_LONG: { field: 'password', message: 'Use at most 200 characters' },
  COMMON_PASSWORD: {
    field: 'password',
    message: 'Others would try this one first. Choose one that is not made of names, nor used by many',
  },
  INVALID_PASSWORD: { field: 'password', message: 'This is not your password' },
  WRONG_SIGN_UP_PASSWORD: { field: 'password', message: 'This is not the password that was chosen at sign-up' },
  INVALID_NAME: { field: 'name', message: 'Use 1 to 120 characters' },
  INVALID_TOKEN: { message: 'This link is no longer good' },
  TOKEN_EXPIRED: { message: 'This link is no longer good' },
  INVALID_CODE: wrongCode,
  INVALID_TOTP_CODE: wrongCode,
  INVALID_BACKUP_CODE: { field: 'code', message: 'This is no recovery code of yours, or it has been used' },
  INVALID_TWO_FACTOR_COOKIE: { message: 'That took too long. Sign in with your password again' },
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: { message: 'Too many wrong codes. Sign in with your password again' },
  ACCOUNT_TEMPORARILY_LOCKED: { message: 'Too many wrong codes. Codes are refused for a while: try again later' },
  SESSION_ENDED: { message: 'Your session has ended. Sign in again' },
  SESSION_NOT_FRESH: { message: 'Sign out and in again first: this wants a fresh session' },
}

const failed: Words = { message: 'Something went wrong on our side. Try again in a minute' }
const unreachable: Words = { message: 'The server could not be reached. Check your connection, then try again' }

/** When it may be tried again, by the answer's own head. */
const waitText = (headers: Headers): string => {
  const seconds = Number(headers.get('x-retry-after') ?? headers.get('retry-after') ?? 0)
  return seconds > 0 ? `in ${formatDuration(seconds)}` : 'in a minute'
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/**
 * Asks the server's endpoints for accounts. The session is a cookie that the server sets: requests carry it by themselves, and no token
 * is ever held here.
 */
export async function askAuth(path: string, body: object): Promise<AuthAnswer> {
  let response: Response
  try {
    response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch {
    return { ok: false, code: 'UNREACHABLE', ...unreachable }
  }
  // A proxy's page of its own is no JSON: what it says is not for the person.
  const read: unknown = await response.json().catch(() => null)
  const data = isRecord(read) ? read : {}
  if (response.ok) return { ok: true, data }
  if (response.status === 429) {
    return { ok: false, code: 'TOO_MANY', message: `Too many tries. Try again ${waitText(response.headers)}` }
  }
  const code = typeof data.code === 'string' ? data.code : ''
  return { ok: false, code, ...(refusals[code] ?? failed) }
}
