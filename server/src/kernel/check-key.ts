import type { Actor } from './actor.ts'

/** Whether a provider accepts what is on file of a connection, in words. */
export interface KeyCheck {
  accepted: boolean
  message: string
}

export type CheckKey = (actor: Actor, connection: { id: string; provider: string }, requestId: string) => Promise<KeyCheck>
