import type { sessionEndings } from '@clinch/drizzle/tables'

/** Why somebody or something ended a session. */
export type SessionEnding = (typeof sessionEndings)[number]

const words: Readonly<Record<SessionEnding, string>> = {
  signed_in_elsewhere: 'You signed in somewhere else, and your plan allows one session at a time.',
  revoked: 'This session was ended from another one of yours.',
  idle: 'Nobody used this session for as long as your organization allows. Sign in again.',
  password_reset: 'Your password was changed, which ends every other session.',
}

/** Why a session is not good any more, as its holder is told; null stands for no reason that is known. */
export const explainEnding = (ending: SessionEnding | null): string =>
  ending === null ? 'Your session has ended. Sign in again.' : words[ending]

/** The endpoints of the sign-in library that end sessions besides the one that asks, and why they do. */
export const endingsByPath: Readonly<Record<string, SessionEnding>> = {
  '/reset-password': 'password_reset',
  '/change-password': 'password_reset',
}
