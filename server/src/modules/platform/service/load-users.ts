import type { Page } from '../../../database/keyset.ts'
import type { MemberRole } from '../../../kernel/actor.ts'
import { likePattern } from '../../../lib/like-pattern.ts'
import { newestFirst, type NewestFirst } from './newest-first.ts'
import { look, type Operating } from './operator-verb.ts'

/** Somebody who signed up. */
export interface UserRow {
  id: string
  name: string
  email: string
  emailVerified: boolean
  createdAt: string
  isOperator: boolean
  memberships: { organizationId: string; organizationName: string; role: MemberRole }[]
}

const patternOf = (search: string | null | undefined): string | null => (search?.trim() ? likePattern(search) : null)

/** A page of all users, the newest first. */
export const listUsers = (by: Operating, search: string | null | undefined, page: NewestFirst): Promise<Page<UserRow>> =>
  look(by, (tx) =>
    newestFirst(page, async (before, atMost) => {
      const found = await tx.query<{ id: string }>('select id from platform.find_users($1, $2::text::uuid, $3::int)', [
        patternOf(search),
        before,
        atMost,
      ])
      return tx.query<UserRow>(
        `select id, name, email, email_verified as "emailVerified", created_at as "createdAt", is_operator as "isOperator", memberships
         from platform.users($1::uuid[]) order by id desc`,
        [found.map(({ id }) => id)],
      )
    }),
  )

/** How many users a search finds, counted no further than 100,000. */
export const countUsers = (by: Operating, search: string | null | undefined): Promise<number> =>
  look(by, async (tx) => {
    const [row] = await tx.query<{ count: number }>('select count(*)::int as count from platform.find_users($1, null, 100000)', [
      patternOf(search),
    ])
    return row?.count ?? 0
  })
