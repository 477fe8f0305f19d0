import type { PreparedDatabase } from '../../src/main/prepare-database.ts'
import { type CallRow, type Contender, dataOf } from '../contender.ts'
import { startApi } from '../start-api.ts'

const query = `query Calls($first: Int!) {
  events(first: $first) {
    nodes {
      id leadName leadEmail scheduledAt bookedAt status outcome
      closer { id name }
      setter { id name }
      source { id name }
      lead { id fullName email }
      postCallForm { dealClosed offerMade notes }
      payments { id amount { amount currency } paidAt }
    }
  }
}`

export interface ClinchOptions {
  prepared: PreparedDatabase
  apiKeys: readonly string[]
  pool: number
  rows: number
}

/** The server as it runs in production, with everything on: keys, rules, limits, row-level security. */
export async function startClinch({ prepared, apiKeys, pool, rows }: ClinchOptions): Promise<Contender> {
  const child = await startApi(prepared, { pool })
  const body = JSON.stringify({ query, variables: { first: rows } })
  return {
    name: 'Clinch',
    url: child.url,
    requests: apiKeys.map((key) => ({ path: '/graphql', headers: { authorization: `Bearer ${key}` }, body })),
    read(answer) {
      const { nodes } = dataOf(answer).events as { nodes: CallRow[] }
      return nodes.map((node) => ({ ...node, status: node.status.toLowerCase(), outcome: node.outcome?.toLowerCase() ?? null }))
    },
    stop: () => child.stop(),
  }
}
