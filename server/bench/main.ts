import { deepStrictEqual } from 'node:assert'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readSettings } from '../src/config/env.ts'
import { prepareDatabase } from '../src/main/prepare-database.ts'
import type { Contender } from './contender.ts'
import { startClinch } from './contenders/clinch.ts'
import { startFloor } from './contenders/floor.ts'
import { startPostgraphile } from './contenders/postgraphile.ts'
import { fillDataSet } from './data-set.ts'
import { ask, load, type Measured } from './load.ts'
import { report } from './report.ts'

/**
 * How fast the page of calls is, with all that belongs to each call: Clinch beside hand-written SQL, and beside PostGraphile, on one
 * database. The contenders take turns in short rounds, so that only ratios count and a busy machine slows them alike.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '2' },
    connections: { type: 'string', default: '16' },
    rows: { type: 'string', default: '50' },
  },
})
const rounds = wholeNumber(values.rounds)
const seconds = wholeNumber(values.seconds)
const connections = wholeNumber(values.connections)
const rows = wholeNumber(values.rows)
const pool = 16
/** Enough for all code that matters to be compiled, if the machine lets it. */
const warmUp = { requests: 3_000, secondsAtMost: 10 }
/** So many callers that none spends its budget of a minute. */
const keys = 64

const stops: (() => Promise<void>)[] = []
let stopping: Promise<void> | null = null
// The database runs in a process group of its own: nobody else would end it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stopAll().finally(() => process.exit(1)))
try {
  await run()
} finally {
  await stopAll()
}

async function run(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'clinch-bench-'))
  stops.push(() => Promise.resolve(rmSync(folder, { recursive: true, force: true })))
  // The unprivileged user that PostgreSQL runs as must be able to walk through.
  chmodSync(folder, 0o755)
  console.log('Preparing a database of 50,000 calls')
  const prepared = await prepareDatabase(readSettings({}), folder, '', () => Promise.resolve())
  stops.push(() => prepared.stop())
  const ownerUrl = Object.assign(new URL(prepared.appUrl), { username: 'postgres' }).toString()
  const data = await fillDataSet(ownerUrl, { keys })
  const given = { appUrl: prepared.appUrl, data, pool, rows }
  const contenders = [await start(startFloor(given)), await start(startClinch({ ...given, ownerUrl, prepared }))]
  try {
    contenders.push(await start(startPostgraphile(given)))
  } catch (error) {
    console.log(`PostGraphile is left out: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`)
  }
  await compareAnswers(contenders)
  console.log(`Measuring: ${rounds} rounds of ${seconds} s each, ${connections} connections, ${rows} calls a page`)
  console.log(report(await measure(contenders), 'Clinch'))
}

function stopAll(): Promise<void> {
  stopping ??= (async () => {
    for (const stop of stops.reverse()) await stop()
  })()
  return stopping
}

async function start(starting: Promise<Contender>): Promise<Contender> {
  const contender = await starting
  stops.push(() => contender.stop())
  return contender
}

/** Whoever answers something else, or less, is not measured. */
async function compareAnswers(contenders: readonly Contender[]): Promise<void> {
  const answers = await Promise.all(
    contenders.map(async (contender) => ({ name: contender.name, calls: contender.read(await ask(contender)) })),
  )
  const [first, ...others] = answers
  if (first?.calls.length !== rows) throw new Error(`${first?.name ?? 'Nobody'} answered ${first?.calls.length ?? 0} calls, not ${rows}`)
  for (const { name, calls } of others) deepStrictEqual(calls, first.calls, `${name} answered other rows than ${first.name}`)
}

async function warm(contender: Contender): Promise<void> {
  let answered = 0
  for (let second = 0; second < warmUp.secondsAtMost && answered < warmUp.requests; second += 1) {
    answered += (await load(contender, { connections, seconds: 1 })).latenciesMs.length
  }
}

async function measure(contenders: readonly Contender[]) {
  for (const contender of contenders) await warm(contender)
  const results = contenders.map((contender) => ({ name: contender.name, contender, rounds: [] as Measured[] }))
  for (let round = 0; round < rounds; round += 1) {
    for (const { contender, rounds: measured } of results) measured.push(await load(contender, { connections, seconds }))
  }
  return results
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Error(`"${text}" is not a whole number from 1 to 9999`)
  return Number(text)
}
