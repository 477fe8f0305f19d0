import type { MemberRole } from '../../apollo/generated/graphql.ts'

export const roleNames: Readonly<Record<MemberRole, string>> = {
  OWNER: 'Owner',
  ADMIN: 'Admin',
  SALES_REP: 'Sales rep',
}
