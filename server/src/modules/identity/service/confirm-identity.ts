import type { ConfirmIdentity } from '../../../kernel/confirm-identity.ts'
import { badInput, rateLimited } from '../../../kernel/errors.ts'
import { type AttemptCounter, passwordLimit } from './attempt-limits.ts'
import { freshSeconds, passwordLength } from './auth-terms.ts'
import type { SignInStore } from './sign-in-store.ts'

export interface PasswordCheck {
  store: SignInStore
  /** Null where attempts are not limited. */
  counter: AttemptCounter | null
  verify: (given: { hash: string; password: string }) => Promise<boolean>
}

/** Wrong passwords are counted along with those of the sign-in library's own forms. */
export function createConfirmIdentity({ store, counter, verify }: PasswordCheck): ConfirmIdentity {
  return async ({ userId, sessionId }, { password, address }) => {
    if (password === undefined || password === null || password === '') {
      if (await store.beganWithin(sessionId, freshSeconds)) return
      throw badInput([{ path: 'password', message: 'Enter your password again.' }])
    }
    const attempted = { account: userId, device: null }
    const wait = counter
      ? (await counter.countAddress(passwordLimit, address)) || (await counter.countAccount(passwordLimit, attempted))
      : 0
    if (wait > 0) throw rateLimited('Too many attempts.', wait)
    const hash = password.length <= passwordLength.max ? await store.passwordHash(userId) : null
    if (hash === null || !(await verify({ hash, password }))) throw badInput([{ path: 'password', message: 'This is not your password.' }])
    await counter?.giveBack(passwordLimit, attempted)
  }
}
