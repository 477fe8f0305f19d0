import type { ApolloClient, DocumentNode, ObservableQuery } from '@apollo/client'
import { getMainDefinition } from '@apollo/client/utilities'

/** The most rows that the server gives at once. */
const largestPage = 200

/** What changes with calls, forms and payments. */
const affectedFields: ReadonlySet<string> = new Set([
  'events',
  'event',
  'leads',
  'lead',
  'payments',
  'payment',
  'paymentTotals',
  'metrics',
  'statementLines',
  'creditDisputes',
  'leaderboard',
  'goals',
  'differingReports',
  'reconciliationTotals',
  'likelyDuplicateEvents',
  'likelyDuplicateLeads',
  'unresolvedNames',
  'unresolvedSetterNames',
  'closersWithFormsDue',
])

const rootFieldsOf = (document: DocumentNode): string[] =>
  getMainDefinition(document).selectionSet.selections.flatMap((node) =>
    node.kind === 'Field' ? [node.name.value] : [],
  )

/** Whether what a query shows may have changed with a call, a form or a payment. */
export const isAffected = (document: DocumentNode): boolean =>
  rootFieldsOf(document).some((name) => affectedFields.has(name))

/** How many rows of its list a query shows; more than it asked for, once further pages were loaded. */
function rowsShown(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0
  const lengths = Object.values(data).map((value: unknown) => {
    const edges: unknown = typeof value === 'object' && value !== null && 'edges' in value ? value.edges : null
    return Array.isArray(edges) ? edges.length : 0
  })
  return Math.max(0, ...lengths)
}

/**
 * Asks again what the page shows and what may have changed. A list of which further pages were loaded keeps as many rows as it has; one
 * that is longer than can be asked for at once is left as it is, until somebody comes back to its top.
 */
export async function askAgain(client: ApolloClient): Promise<void> {
  const longer: Promise<unknown>[] = []
  const onQueryUpdated = (query: ObservableQuery) => {
    if (!isAffected(query.query)) return false
    const asked: unknown = query.variables.first
    const shown = typeof asked === 'number' ? rowsShown(query.getCurrentResult().data) : 0
    if (typeof asked !== 'number' || shown <= asked) return true
    if (shown <= largestPage) {
      const variables = { ...query.variables, first: shown }
      longer.push(client.query({ query: query.query, variables, fetchPolicy: 'network-only' }))
    }
    return false
  }
  const asking = client.refetchQueries({ include: 'active', onQueryUpdated })
  await Promise.allSettled([asking, ...longer])
}
