import type { Database } from '../../../database/tx.ts'
import type { Caller } from '../../../kernel/caller.ts'
import type { MemberRole } from '../../../kernel/actor.ts'
import type { OrganizationDoor } from './organization-door.ts'
import { standingOf } from './memberships.ts'

export interface CallersOrganization {
  id: string
  name: string
  role: MemberRole
  state: OrganizationDoor['state']
  /** From when on it is deleted for good; null unless that was decided. */
  deleteAfter: string | null
}

/** The organizations of a caller by name, each read inside its own tenant. A key has none: it belongs to one, and no role. */
export async function viewerOrganizations(database: Database, { account }: Caller): Promise<CallersOrganization[]> {
  if (!account) return []
  const { memberships } = await standingOf(database, account.userId)
  const found = await Promise.all(
    memberships.map(async ({ organizationId, role }) => {
      const [rows] = await database.flight(
        { organizationId, userId: account.userId, scope: 'own', repIds: [], actor: `user:${account.userId}`, requestId: '' },
        [{ text: 'select name, state, delete_after as "deleteAfter" from organizations where id = $1', parameters: [organizationId] }],
        { readOnly: true },
      )
      const row = rows?.[0] as Pick<CallersOrganization, 'name' | 'state' | 'deleteAfter'> | undefined
      return row ? [{ id: organizationId, role, ...row }] : []
    }),
  )
  return found.flat()
}
