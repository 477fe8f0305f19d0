import { signJWT, verifyJWT } from 'better-auth/crypto'
import { z } from 'zod'
import { linkSeconds } from './auth-terms.ts'

export interface ConfirmationLink {
  publicUrl: string
  secret: string
  /** The one account that the link confirms: not another that has the same address later. */
  userId: string
  /** Where its owner goes on to; a path of ours. */
  next: string
}

const Claims = z.object({ confirms: z.uuid() })

/** The link of a confirmation mail. It leads to a page; the token stands behind `#`, which is sent to no server, nor kept by any log. */
export async function confirmationLink({ publicUrl, secret, userId, next }: ConfirmationLink): Promise<string> {
  const token = await signJWT({ confirms: userId } satisfies z.infer<typeof Claims>, secret, linkSeconds)
  const search = next === '/' ? '' : `?${new URLSearchParams({ next }).toString()}`
  return `${publicUrl}/confirm${search}#${token}`
}

/** The account that the token of a link names; null where it is too old, changed, or signed for something else. */
export async function accountOfLink(secret: string, token: string): Promise<string | null> {
  return Claims.safeParse(await verifyJWT(token, secret)).data?.confirms ?? null
}
