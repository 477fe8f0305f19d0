import { APIError, type createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { z } from 'zod'
import { normaliseEmail } from '../../../lib/identity.ts'
import { type AttemptCounter, type Attempted, type AttemptLimit, signInLimit } from './attempt-limits.ts'
import { addressHeader } from './auth-terms.ts'
import { knownDevice } from './device-cookie.ts'

type Middleware = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

const Email = z.object({ email: z.string() })
const Code = z.object({ code: z.string() })

/** Counts an attempt and refuses it over a limit. By address first: who is stopped there takes nothing from the account. */
export async function admit(counter: AttemptCounter, limit: AttemptLimit, context: Middleware): Promise<void> {
  refuseFor(await counter.countAddress(limit, addressOf(context)))
  const attempted = await attemptedAt(limit, context)
  if (attempted === null) return
  refuseFor(await counter.countAccount(limit, attempted))
  const shown = limit.kind === 'code' ? Code.safeParse(context.body).data?.code : undefined
  if (shown !== undefined && !(await counter.isFirstUse(attempted.account, shown)))
    throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'Invalid code' })
}

/** Takes an attempt back that was right. */
export async function giveBack(counter: AttemptCounter, limit: AttemptLimit, context: Middleware): Promise<void> {
  const { newSession } = context.context
  const attempted =
    newSession && limit.account?.by === 'user' ? { account: newSession.user.id, device: null } : await attemptedAt(limit, context)
  if (attempted !== null) await counter.giveBack(limit, attempted)
}

/** Counts a password that is tried elsewhere than at the form of signing in, along with those there; answers what takes a right one back. */
export async function admitPassword(counter: AttemptCounter, email: string, context: Middleware): Promise<() => Promise<void>> {
  refuseFor(await counter.countAddress(signInLimit, addressOf(context)))
  const attempted = await attemptedAtEmail(email, context)
  refuseFor(await counter.countAccount(signInLimit, attempted))
  return () => counter.giveBack(signInLimit, attempted)
}

const addressOf = ({ headers }: Middleware): string => headers?.get(addressHeader) ?? 'unknown'

function refuseFor(seconds: number): void {
  if (seconds === 0) return
  throw new APIError(
    'TOO_MANY_REQUESTS',
    { code: 'TOO_MANY_ATTEMPTS', message: `Too many attempts. Try again in ${seconds} s.` },
    { 'retry-after': String(seconds) },
  )
}

/** The account that an attempt is made at, whether or not there is one; null where that cannot be told. */
async function attemptedAt({ account }: AttemptLimit, context: Middleware): Promise<Attempted | null> {
  if (account === null) return null
  if (account.by === 'email') {
    const asked = Email.safeParse(context.body)
    return asked.success ? attemptedAtEmail(asked.data.email, context) : null
  }
  const session = await getSessionFromCtx(context)
  const userId = session?.user.id ?? (await userOfChallenge(context))
  // Whoever got so far knows the password, or sits at a session.
  return userId === null ? null : { account: userId, device: null }
}

async function attemptedAtEmail(given: string, context: Middleware): Promise<Attempted> {
  const email = normaliseEmail(given) ?? given.slice(0, 320)
  return { account: email, device: await knownDevice(context, email) }
}

/** Whose password was right a moment ago, and whose code is waited for now. */
async function userOfChallenge({ context, getSignedCookie }: Middleware): Promise<string | null> {
  const challenge = await getSignedCookie(context.createAuthCookie('two_factor').name, context.secret)
  const waiting = challenge ? await context.internalAdapter.findVerificationValue(challenge) : null
  return waiting?.value ?? null
}
