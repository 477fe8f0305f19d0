import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { load, type Measured } from '../load.ts'
import { report } from '../report.ts'
import type { Scene } from '../scene.ts'
import { startApi } from '../start-api.ts'
import { emptyQueue, fillBacklog } from './backlog.ts'
import { fillConnections } from './fill-connections.ts'
import { findPgbench, insertPlainRows, plainTable } from './pgbench.ts'
import { bodyBytes, signDeliveries } from './sign-deliveries.ts'

export interface IntakeOptions {
  rounds: number
  seconds: number
  /** Requests under way at once. */
  senders: number
}

const pool = 16
const backlog = 100_000
/** So many that none comes to its limit of a minute. */
const connections = 10_000
/** More than any machine takes in: none is sent twice. */
const mostASecond = 10_000

/**
 * How many deliveries are taken in, over HTTP with the signatures that Stripe would send, each stored with its job before it is
 * answered: with nothing waiting, and with 100,000 jobs waiting. Beside them PostgreSQL's own rate of inserting single rows of the
 * same length, on the same server.
 */
export async function measureIntake(scene: Scene, { rounds, seconds, senders }: IntakeOptions): Promise<string> {
  console.log(`Preparing a database of ${connections.toLocaleString('en')} connections`)
  const prepared = await scene.prepare()
  const { ownerUrl } = prepared
  const masterKey = randomBytes(32).toString('hex')
  const all = await fillConnections(ownerUrl, { count: connections, masterKey })
  const pgbench = await makeReady(ownerUrl)
  const { url } = await scene.start(startApi(prepared, { pool, masterKey, trustedProxies: 1 }))
  const takeIn = (during: number) =>
    load({ url, requests: signDeliveries(all, during * mostASecond) }, { connections: senders, seconds: during })

  await takeIn(5)
  console.log(`Measuring: ${rounds} rounds of ${seconds} s each, ${senders} senders, bodies of ${bodyBytes} bytes`)
  const results = {
    pgbench: [] as Measured[],
    empty: [] as Measured[],
    waiting: [] as Measured[],
  }
  for (let round = 0; round < rounds; round += 1) {
    await emptyQueue(ownerUrl)
    if (pgbench) results.pgbench.push(await insertPlainRows(pgbench, ownerUrl, { seconds, bodyBytes }))
    results.empty.push(await takeIn(seconds))
    await fillBacklog(ownerUrl, backlog)
    results.waiting.push(await takeIn(seconds))
  }
  return report(
    [
      { name: 'Deliveries', rounds: results.empty },
      { name: `Deliveries, ${backlog.toLocaleString('en')} waiting`, rounds: results.waiting },
      ...(pgbench ? [{ name: 'Single rows by pgbench', rounds: results.pgbench }] : []),
    ],
    'Deliveries',
  )
}

async function makeReady(ownerUrl: string): Promise<string | null> {
  const pgbench = findPgbench()
  if (!pgbench) {
    console.log('pgbench is left out: name it with PGBENCH, or install it')
    return null
  }
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  await owner.unsafe(plainTable)
  await owner.end()
  return pgbench
}
