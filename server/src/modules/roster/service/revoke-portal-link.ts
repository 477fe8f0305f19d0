import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'

export const WhichPortalLink = z.object({ id: z.uuid('Say which link.') })
export type WhichPortalLink = z.input<typeof WhichPortalLink>

/** Revokes a link for good, and ends every session that it opened. Revoking it again changes nothing. */
export async function revokePortalLink({ actor, input, tx }: Verb<WhichPortalLink>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { id } = parseInput(WhichPortalLink, input)
  if (!(await shutPortalLink(tx, id))) throw notFound('portal link')
  return { id }
}

/**
 * Shuts a link and its sessions; false if there is none. The link comes first: an opening under way holds its row, so the session that
 * it makes is there to be ended when this goes on.
 */
export async function shutPortalLink(tx: Tx, id: string): Promise<boolean> {
  const revoked = await tx.query(
    `update portal_links set revoked_at = coalesce(revoked_at, now()) where organization_id = $1 and id = $2 returning id`,
    [tx.organizationId, id],
  )
  if (revoked.length === 0) return false
  await tx.query(`update portal_sessions set ended_at = now() where organization_id = $1 and link_id = $2 and ended_at is null`, [
    tx.organizationId,
    id,
  ])
  return true
}
