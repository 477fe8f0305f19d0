import type { Tx } from '../database/tx.ts'
import type { Actor, MemberRole } from './actor.ts'

/** Who is asked about, as `caller_stands` takes it. */
interface Claim {
  id: string
  role: string | null
  /** As whom of the roster they write. A portal session’s link says so itself. */
  closerId?: string | null
  setterId?: string | null
}

/**
 * Whether an actor still is who they were recognised as: a member of this role who is this closer and setter, a key that is good, a portal
 * session of somebody who is on the roster, in an organization that is open. Recognising is remembered for some seconds, in each process; so
 * a write asks again, in its own transaction.
 */
export async function stillStands(tx: Tx, actor: Actor): Promise<boolean> {
  const claim = claimOf(actor)
  if (!claim) return true
  const [row] = await tx.query<{ stands: boolean }>('select caller_stands($1, $2::uuid, $3, $4::uuid, $5::uuid) as stands', [
    actor.kind,
    claim.id,
    claim.role,
    claim.closerId ?? null,
    claim.setterId ?? null,
  ])
  return row?.stands === true
}

/** What there is to be asked again; null for the server's own acts. */
function claimOf(actor: Actor): Claim | null {
  switch (actor.kind) {
    case 'user':
      return { id: actor.userId, role: actor.role, closerId: actor.closerId, setterId: actor.setterId }
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

/**
 * The same of somebody who is known by the audit log’s word for them alone, because work that they asked for is still under way: whether
 * they may go on having it done. A member may in any of these roles; the server’s own acts always.
 */
export async function labelledStands(tx: Tx, label: string, roles: readonly MemberRole[]): Promise<boolean> {
  const [kind, id] = label.split(':')
  if (kind !== 'user' && kind !== 'operator' && kind !== 'api_key') return kind === 'job' || kind === 'webhook'
  const [row] = await tx.query<{ stands: boolean }>(
    'select bool_or(caller_stands($1, $2::uuid, role)) as stands from unnest($3::text[]) as role',
    [kind, id, roles],
  )
  return row?.stands === true
}
