import { APIError, type createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { z } from 'zod'
import { commonPassword } from './auth-terms.ts'
import { isCommonPassword, type PasswordOwner } from './common-passwords.ts'
import type { SignInStore } from './sign-in-store.ts'

type Middleware = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

const SignUp = z.object({ name: z.string().catch(''), email: z.string(), password: z.string() })
const NewPassword = z.object({ newPassword: z.string(), token: z.string().optional() })

/** The endpoints at which a password is chosen. */
export const choosesPassword: readonly string[] = ['/sign-up/email', '/reset-password', '/change-password']

/** Refuses a password that would be among the first to be tried. One that is too short is told so by the library. */
export async function refuseCommonPassword(context: Middleware, store: SignInStore): Promise<void> {
  const chosen = await chosenPassword(context, store)
  if (chosen && isCommonPassword(chosen.password, chosen.owner)) throw new APIError('BAD_REQUEST', commonPassword)
}

async function chosenPassword(context: Middleware, store: SignInStore): Promise<{ password: string; owner: PasswordOwner } | null> {
  if (context.path === '/sign-up/email') {
    const asked = SignUp.safeParse(context.body)
    if (!asked.success) return null
    const { password, name, email } = asked.data
    return { password, owner: { name, email, organizations: [] } }
  }
  const asked = NewPassword.safeParse(context.body)
  if (!asked.success) return null
  const user = await whose(context, asked.data.token)
  const owner = user
    ? { name: user.name, email: user.email, organizations: await store.organizationNames(user.id) }
    : { name: '', email: '', organizations: [] }
  return { password: asked.data.newPassword, owner }
}

/** Who is signed in, or for whom the link of a mail was made; the link stays good. */
async function whose(context: Middleware, token: string | undefined): Promise<{ id: string; name: string; email: string } | null> {
  const { internalAdapter } = context.context
  if (context.path === '/change-password') return (await getSessionFromCtx(context))?.user ?? null
  const link = token === undefined ? null : await internalAdapter.findVerificationValue(`reset-password:${token}`)
  return link ? internalAdapter.findUserById(link.value) : null
}
