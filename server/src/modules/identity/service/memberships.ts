import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Database } from '../../../database/tx.ts'
import type { MemberRole } from '../../../kernel/actor.ts'

/** A membership of a user, as seen from outside of any organization. */
export interface Membership {
  organizationId: string
  role: MemberRole
  name: string
}

/** What a user is over all organizations. */
export interface Standing {
  /** The organizations that they belong to, the oldest membership first. */
  memberships: Membership[]
  isOperator: boolean
}

export async function standingOf(database: Database, userId: string): Promise<Standing> {
  const outside: SessionSettings = { organizationId: null, userId, scope: 'none', repIds: [], actor: 'job:sign-in', requestId: '' }
  const [memberships, roles] = await database.flight(
    outside,
    [
      {
        text: `select organization_id as "organizationId", role, name from organization_members where user_id = $1 order by created_at, id`,
        parameters: [userId],
      },
      { text: `select role from user_roles where user_id = $1 and role = 'super_admin'`, parameters: [userId] },
    ],
    { readOnly: true },
  )
  return { memberships: (memberships ?? []) as Membership[], isOperator: (roles ?? []).length > 0 }
}
