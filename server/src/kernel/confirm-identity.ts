import type { Account } from './caller.ts'

/**
 * Asks somebody at a session for their password once more, before an act that a borrowed session must not do; one that just signed in is
 * not asked. Throws BAD_USER_INPUT that names `password` where it is wanted or wrong, and RATE_LIMITED after too many wrong ones.
 */
export type ConfirmIdentity = (account: Account, given: { password?: string | null; address: string }) => Promise<void>
