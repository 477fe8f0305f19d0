import type { Database } from '../../../database/tx.ts'
import type { Caller } from '../../../kernel/caller.ts'
import type { MemberRole } from '../../../kernel/actor.ts'
import { standingOf } from './memberships.ts'

export interface CallersOrganization {
  id: string
  name: string
  role: MemberRole
}

/** The organizations of a caller by name, each read inside its own tenant. A key has none: it belongs to one, and no role. */
export async function viewerOrganizations(database: Database, { account }: Caller): Promise<CallersOrganization[]> {
  if (!account) return []
  const { memberships } = await standingOf(database, account.userId)
  return Promise.all(
    memberships.map(async ({ organizationId, role }) => {
      const [rows] = await database.flight(
        { organizationId, userId: account.userId, scope: 'own', repIds: [], actor: `user:${account.userId}`, requestId: '' },
        [{ text: 'select name from organizations where id = $1', parameters: [organizationId] }],
        { readOnly: true },
      )
      const row = rows?.[0] as { name: string } | undefined
      return { id: organizationId, name: row?.name ?? '', role }
    }),
  )
}
