import { graphql } from '../../apollo/generated/index.ts'
import type { PortalLink_LinkFragment } from '../../apollo/generated/graphql.ts'
import { addDays } from '../../lib/period.ts'

// Operations spread it by its name, with `@unmask`.
graphql(`
  fragment PortalLink_link on PortalLink {
    id
    lastFour
    singleUse
    state
    openSessions
    createdBy
    createdAt
    expiresAt
    lastUsedAt
    revokedAt
  }
`)

/** A portal link as a row shows it. */
export type PortalLink = PortalLink_LinkFragment

/** Whose portal: somebody on the roster. */
export interface PortalPerson {
  kind: 'closer' | 'setter'
  id: string
  name: string
}

/** How long a link may live, in days. */
export const linkLives = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
] as const

/** When a link made now ends, as an ISO 8601 instant. */
export const linkExpiry = (lifeDays: number, now: Date): string =>
  `${addDays(now.toISOString().slice(0, 10), lifeDays)}${now.toISOString().slice(10)}`
