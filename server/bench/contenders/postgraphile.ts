import { existsSync, mkdirSync, copyFileSync, writeFileSync, readFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CallRow, type Contender, dataOf } from '../contender.ts'
import { startChild } from '../child-process.ts'
import type { DataSet } from '../data-set.ts'

const source = fileURLToPath(new URL('../postgraphile/', import.meta.url))
const folder = fileURLToPath(new URL('../../../.cache/bench-postgraphile/', import.meta.url))

const named = 'rowId name'
const query = `query Calls($first: Int!, $organizationId: UUID!) {
  allEvents(first: $first, condition: { organizationId: $organizationId }, orderBy: [SCHEDULED_AT_DESC, ROW_ID_DESC]) {
    nodes {
      rowId leadName leadEmail scheduledAt bookedAt status outcome
      closer: closerByOrganizationIdAndCloserId { ${named} }
      setter: setterByOrganizationIdAndSetterId { ${named} }
      source: sourceByOrganizationIdAndSourceId { ${named} }
      lead: leadByOrganizationIdAndLeadId { rowId name email }
      postCallForm: postCallFormByOrganizationIdAndEventId { dealClosed offerMade notes }
      payments: paymentsByOrganizationIdAndEventIdList(orderBy: [PAID_AT_ASC, ROW_ID_ASC]) { rowId amountMinor currency paidAt }
    }
  }
}`

export interface PostgraphileOptions {
  appUrl: string
  data: DataSet
  pool: number
  rows: number
}

/** The fastest thing that a user could put in Clinch's place. Throws where it cannot be installed. */
export async function startPostgraphile({ appUrl, data, pool, rows }: PostgraphileOptions): Promise<Contender> {
  await install()
  const child = await startChild({
    binary: path.join(folder, 'node_modules/node/bin/node'),
    args: ['server.mjs'],
    cwd: folder,
    env: { GRAPHILE_ENV: 'production', DATABASE_URL: appUrl, ORGANIZATION_ID: data.organizationId, POOL: String(pool) },
  })
  const body = JSON.stringify({ query, variables: { first: rows, organizationId: data.organizationId } })
  return {
    name: 'PostGraphile',
    url: child.url,
    requests: [{ path: '/graphql', headers: {}, body }],
    read: (answer) => (dataOf(answer).allEvents as { nodes: PostgraphileRow[] }).nodes.map(toCallRow),
    stop: () => child.stop(),
  }
}

/** Fetches it once, into a folder of its own: Clinch itself never depends on it. */
async function install(): Promise<void> {
  const manifest = readFileSync(path.join(source, 'package.json'), 'utf8')
  const done = path.join(folder, 'installed.json')
  mkdirSync(folder, { recursive: true })
  copyFileSync(path.join(source, 'server.mjs'), path.join(folder, 'server.mjs'))
  if (existsSync(done) && readFileSync(done, 'utf8') === manifest) return
  writeFileSync(path.join(folder, 'package.json'), manifest)
  console.log('Fetching PostGraphile (once)')
  const code = await new Promise<number | null>((resolve, reject) => {
    const npm = spawn('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      stdio: 'ignore',
      shell: process.platform === 'win32',
    })
    npm.once('error', reject)
    npm.once('exit', resolve)
  })
  if (code !== 0) throw new Error(`npm install ended with ${String(code)}`)
  writeFileSync(done, manifest)
}

type Named = { rowId: string; name: string } | null

interface PostgraphileRow extends Omit<CallRow, 'id' | 'closer' | 'setter' | 'source' | 'lead' | 'payments'> {
  rowId: string
  closer: Named
  setter: Named
  source: Named
  lead: { rowId: string; name: string; email: string | null } | null
  payments: { rowId: string; amountMinor: string; currency: string; paidAt: string }[]
}

const instant = (text: string): string => new Date(text).toISOString()
const toNamed = (one: Named) => one && { id: one.rowId, name: one.name }

const toCallRow = ({ rowId, scheduledAt, bookedAt, closer, setter, source, lead, payments, ...rest }: PostgraphileRow): CallRow => ({
  ...rest,
  id: rowId,
  scheduledAt: instant(scheduledAt),
  bookedAt: instant(bookedAt),
  closer: toNamed(closer),
  setter: toNamed(setter),
  source: toNamed(source),
  lead: lead && { id: lead.rowId, fullName: lead.name, email: lead.email },
  payments: payments.map((payment) => ({
    id: payment.rowId,
    amount: { amount: (Number(payment.amountMinor) / 100).toFixed(2), currency: payment.currency },
    paidAt: instant(payment.paidAt),
  })),
})
