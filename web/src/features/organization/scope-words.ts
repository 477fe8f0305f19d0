import type { ApiKeyScope } from '../../apollo/generated/graphql.ts'

/** What a key may do, in the order in which it is offered: by subject, reading before changing. */
export const scopes = [
  'EVENTS_READ',
  'LEADS_READ',
  'PAYMENTS_READ',
  'PAYMENTS_WRITE',
  'PCFS_WRITE',
  'METRICS_READ',
  'ROSTER_READ',
  'ROSTER_WRITE',
  'CONNECTIONS_READ',
  'CONNECTIONS_WRITE',
  'FORMS_READ',
  'FORMS_WRITE',
  'PACKAGES_READ',
  'PACKAGES_WRITE',
] as const satisfies readonly ApiKeyScope[]

export const scopeWords: Readonly<Record<ApiKeyScope, string>> = {
  EVENTS_READ: 'Read calls',
  LEADS_READ: 'Read leads',
  PAYMENTS_READ: 'Read payments and their credit',
  PAYMENTS_WRITE: 'Credit payments by hand',
  PCFS_WRITE: 'File post-call forms',
  METRICS_READ: 'Read figures and leaderboards',
  ROSTER_READ: 'Read closers, setters and sources',
  ROSTER_WRITE: 'Change closers, setters and sources',
  CONNECTIONS_READ: 'Read connections and deliveries',
  CONNECTIONS_WRITE: 'Connect providers and replay deliveries',
  FORMS_READ: 'Read what the form asks, outcomes and statuses',
  FORMS_WRITE: 'Change what the form asks, outcomes and statuses',
  PACKAGES_READ: 'Read packages',
  PACKAGES_WRITE: 'Change packages',
}

/** `EVENTS_READ` as programs write it: `events:read`. */
export const scopeCode = (scope: ApiKeyScope): string => scope.toLowerCase().replace('_', ':')
