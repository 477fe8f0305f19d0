import type { Tx } from '../database/tx.ts'
import type { Actor } from './actor.ts'

/**
 * Whether an actor still is who they were recognised as: a member of this role, a key or portal session that is good, in an organization
 * that is open. Recognising is remembered for some seconds, in each process; so a write asks again, in its own transaction.
 */
export async function stillStands(tx: Tx, actor: Actor): Promise<boolean> {
  const claim = claimOf(actor)
  if (!claim) return true
  const [row] = await tx.query<{ stands: boolean }>('select caller_stands($1, $2::uuid, $3) as stands', [actor.kind, claim.id, claim.role])
  return row?.stands === true
}

/** What there is to be asked again; null for the server's own acts. */
function claimOf(actor: Actor): { id: string; role: string | null } | null {
  switch (actor.kind) {
    case 'user':
      return { id: actor.userId, role: actor.role }
    case 'operator':
      return { id: actor.userId, role: null }
    case 'api_key':
      return { id: actor.keyId, role: null }
    case 'portal':
      return { id: actor.sessionId, role: null }
    case 'webhook':
    case 'job':
      return null
  }
}
