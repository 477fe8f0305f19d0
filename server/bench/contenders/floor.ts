import { fileURLToPath } from 'node:url'
import { type CallRow, type Contender, dataOf } from '../contender.ts'
import { startChild } from '../child-process.ts'
import type { DataSet } from '../data-set.ts'

/** Where the machine itself sets the bound: hand-written SQL behind a bare HTTP server. */
export async function startFloor({
  appUrl,
  data,
  pool,
  rows,
}: {
  appUrl: string
  data: DataSet
  pool: number
  rows: number
}): Promise<Contender> {
  const child = await startChild({
    args: ['--import', 'tsx', 'server/bench/floor-server.ts'],
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: { DATABASE_URL: appUrl, ORGANIZATION_ID: data.organizationId, POOL: String(pool), ROWS: String(rows) },
  })
  return {
    name: 'Floor',
    url: child.url,
    requests: [{ path: '/', headers: {}, body: '{}' }],
    read: (answer) => (dataOf(answer).events as { nodes: CallRow[] }).nodes,
    stop: () => child.stop(),
  }
}
