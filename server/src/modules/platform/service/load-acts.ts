import type { Page } from '../../../database/keyset.ts'
import { newestFirst, type NewestFirst } from './newest-first.ts'
import { look, type Operating } from './operator-verb.ts'

/** Something that an operator did. */
export interface ActRow {
  id: string
  at: string
  userId: string
  operatorName: string
  act: string
  organizationId: string | null
  subject: string
  reason: string
  requestId: string
  address: string
}

/** A page of what operators did, the newest first; of one organization, or of all. */
export const listActs = (by: Operating, organizationId: string | null, page: NewestFirst): Promise<Page<ActRow>> =>
  look(by, (tx) =>
    newestFirst(page, (before, atMost) =>
      tx.query<ActRow>(
        `select id, at, user_id as "userId", operator_name as "operatorName", act, organization_id as "organizationId", subject, reason,
           request_id as "requestId", address
         from platform.acts($1::text::uuid, $2::text::uuid, $3::int) order by id desc`,
        [organizationId, before, atMost],
      ),
    ),
  )

/** How many acts there are, counted no further than 100,000. */
export const countActs = (by: Operating, organizationId: string | null): Promise<number> =>
  look(by, async (tx) => {
    const [row] = await tx.query<{ count: number }>('select count(*)::int as count from platform.acts($1::text::uuid, null, 100000)', [
      organizationId,
    ])
    return row?.count ?? 0
  })
