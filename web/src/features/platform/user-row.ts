import { graphql } from '../../apollo/generated/index.ts'
import type { PlatformUserRow_UserFragment } from '../../apollo/generated/graphql.ts'

graphql(`
  fragment PlatformUserRow_user on PlatformUser {
    id
    name
    email
    emailVerified
    createdAt
    isOperator
    memberships {
      organizationId
      organizationName
      role
    }
  }
`)

/** Somebody who signed up. */
export type UserRow = PlatformUserRow_UserFragment

export const roleWords = { OWNER: 'Owner', ADMIN: 'Admin', SALES_REP: 'Sales rep' } as const

/** The organizations that a user owns: while there are any, the user cannot be deleted. */
export const ownedBy = ({ memberships }: Pick<UserRow, 'memberships'>): readonly string[] =>
  memberships.filter(({ role }) => role === 'OWNER').map(({ organizationName }) => organizationName)
