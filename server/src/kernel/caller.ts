import type { Actor } from './actor.ts'

/** The person behind a session, who may belong to no organization yet. */
export interface Account {
  userId: string
  name: string
  email: string
  /** Whether they have shown that mail to the address reaches them. */
  emailVerified: boolean
  /** Whether signing in asks them for a code as well. */
  twoFactorEnabled: boolean
  /** The session that this request came with. */
  sessionId: string
  /** One of our own operators: may use the platform console. */
  isOperator: boolean
}

/** Who calls. */
export interface Caller {
  account: Account | null
  /** Acting within an organization; null where no organization could be told, or is allowed. */
  actor: Actor | null
  /** Whether the credentials are good, though they may lead into no organization: then what is refused is forbidden, not unauthenticated. */
  recognised: boolean
  /** Why there is no actor, in words: what is wrong with the credentials that were sent, or with the organization. */
  why: string | null
  /** What the caller can do about it by themselves, where that is known. */
  wanted: 'second_factor' | null
}

export const anonymous: Caller = { account: null, actor: null, recognised: false, why: null, wanted: null }

/** Credentials that were sent but are not good. */
export const unrecognised = (why: string): Caller => ({ ...anonymous, why })

/** Good credentials that lead into no organization. */
export const keptOut = (account: Account | null, why: string, wanted: Caller['wanted'] = null): Caller => ({
  account,
  actor: null,
  recognised: true,
  why,
  wanted,
})

/** Somebody who acts within an organization. */
export const acting = (account: Account | null, actor: Actor): Caller => ({ account, actor, recognised: true, why: null, wanted: null })
