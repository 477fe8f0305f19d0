import type { SignInStore } from './sign-in-store.ts'

/** The shortest time after which an organization may have unused sessions ended: before it nothing needs to be asked. */
const shortestIdleMs = 3_600_000

/** Whether a session is over because nobody used it for as long as one of its user's organizations allows; it is ended then. */
export const isIdle = async (store: SignInStore, { id, updatedAt }: { id: string; updatedAt: Date }): Promise<boolean> =>
  updatedAt.getTime() <= Date.now() - shortestIdleMs && (await store.endIfIdle(id))
