import type { Reference, TypePolicies } from '@apollo/client/cache'
import { relayStylePagination } from '@apollo/client/utilities'

/** Pages of one list are joined; lists of another filter or order are kept apart. */
const list = relayStylePagination(['filter', 'orderBy'])

/** The operators' lists name what they are narrowed by one by one. */
const platform = {
  platformOrganizations: relayStylePagination(['search', 'state', 'plan']),
  platformUsers: relayStylePagination(['search']),
  platformActs: relayStylePagination(['organizationId']),
}

/** How the cache holds what the API answers: every list is a Relay connection keyed by its filter and order. */
export const typePolicies: TypePolicies = {
  Query: {
    fields: {
      // A call that a list told all of needs no asking for itself.
      event: {
        read: (told: Reference | null | undefined, { args, toReference }) =>
          told === undefined ? toReference({ __typename: 'Event', id: String(args?.id) }) : told,
      },
      events: list,
      payments: list,
      creditDisputes: list,
      statementLines: relayStylePagination(['period', 'closerId', 'setterId']),
      differingReports: relayStylePagination(['period']),
      closers: list,
      setters: list,
      leads: list,
      deliveries: list,
      imports: list,
      auditLog: list,
      postCallFormDefinitions: relayStylePagination(),
      invitations: list,
      ...platform,
    },
  },
  Organization: { fields: { members: list } },
  Lead: { fields: { timeline: relayStylePagination() } },
  // An amount is a value, not an entity: two of them never merge.
  Money: { keyFields: false },
  // A version never changes, and its number is its name.
  FormDefinition: { keyFields: ['version'] },
  // It has no id, and belongs to its payment: what a later answer leaves out stays.
  Attribution: { merge: true },
  // They have no id: what one page asks of a period's figures stays where another asks for others.
  MetricsReport: { merge: true },
  MetricValues: { merge: true },
  // The same person stands for other figures in another period.
  LeaderboardEntry: { keyFields: false },
  MetricGroupKey: { keyFields: false },
}
