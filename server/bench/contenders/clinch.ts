import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { PreparedDatabase } from '../../src/main/prepare-database.ts'
import { type CallRow, type Contender, dataOf } from '../contender.ts'
import { freePort, startChild } from '../child-process.ts'
import type { DataSet } from '../data-set.ts'

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
  ownerUrl: string
  prepared: PreparedDatabase
  data: DataSet
  pool: number
  rows: number
}

/** The server as it runs in production, with everything on: keys, rules, limits, row-level security. */
export async function startClinch({ ownerUrl, prepared, data, pool, rows }: ClinchOptions): Promise<Contender> {
  const secret = () => randomBytes(32).toString('hex')
  const port = String(await freePort())
  const child = await startChild({
    args: ['--import', 'tsx', 'server/src/main/api.ts'],
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: {
      HOST: '127.0.0.1',
      PORT: port,
      LOG_LEVEL: 'warn',
      DATABASE_URL: ownerUrl,
      DATABASE_APP_URL: prepared.appUrl,
      DATABASE_AUTH_URL: prepared.authUrl,
      DATABASE_WORKER_URL: prepared.workerUrl,
      DATABASE_POOL: String(pool),
      ENCRYPTION_MASTER_KEY: secret(),
      AUTH_SECRET: secret(),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      // Production asks for a way to send e-mail. The bench sends none.
      RESEND_API_KEY: 'none is sent',
      MAIL_FROM: 'bench@clinch.example',
    },
  })
  const body = JSON.stringify({ query, variables: { first: rows } })
  return {
    name: 'Clinch',
    url: child.url,
    requests: data.apiKeys.map((key) => ({ path: '/graphql', headers: { authorization: `Bearer ${key}` }, body })),
    read(answer) {
      const { nodes } = dataOf(answer).events as { nodes: CallRow[] }
      return nodes.map((node) => ({ ...node, status: node.status.toLowerCase(), outcome: node.outcome?.toLowerCase() ?? null }))
    },
    stop: () => child.stop(),
  }
}
