/** What the edge calls the caller's network address when it hands a request to the sign-in library; what a caller writes there is not believed. */
export const addressHeader = 'x-clinch-address'

/** In characters. */
export const passwordLength = { min: 10, max: 200 } as const
export const longestName = 120
/** How a password is refused that many use, or that says little but names. */
export const commonPassword = {
  code: 'COMMON_PASSWORD',
  message: 'This password is one of the first that somebody else would try. Choose one that is not made of names, nor used by many.',
} as const
/** Within so long after a sign-in nobody is asked for the password again. */
export const freshSeconds = 300

/** How long a session lasts at most, however much it is used. */
export const sessionSeconds = 7 * 86_400
/** How long a link in a mail is good. */
export const linkSeconds = 3_600

/** The endpoints of signing in that there are. The library has more, of which some hand out the tokens of sessions. */
export const authPaths: readonly string[] = [
  '/sign-up/email',
  '/sign-in/email',
  '/sign-out',
  '/confirm-sign-up',
  '/send-verification-email',
  '/request-password-reset',
  '/reset-password',
  '/change-password',
  '/update-user',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/two-factor/generate-backup-codes',
]
