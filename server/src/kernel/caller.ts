import type { Actor } from './actor.ts'

/** The person behind a session, who may belong to no organization yet. */
export interface Account {
  userId: string
  name: string
  email: string
}

/** Who calls. */
export interface Caller {
  account: Account | null
  /** Acting within an organization; null where no organization could be told, or is allowed. */
  actor: Actor | null
  /** What is wrong with credentials that were sent but are not good, in words. */
  why: string | null
}

export const anonymous: Caller = { account: null, actor: null, why: null }
