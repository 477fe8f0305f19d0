import { deepStrictEqual } from 'node:assert'
import type { Contender } from './contender.ts'
import { startClinch } from './contenders/clinch.ts'
import { startFloor } from './contenders/floor.ts'
import { startPostgraphile } from './contenders/postgraphile.ts'
import { fillDataSet } from './data-set.ts'
import { ask, load, type Measured } from './load.ts'
import { report } from './report.ts'
import type { Scene } from './scene.ts'

export interface CallsOptions {
  rounds: number
  seconds: number
  connections: number
  rows: number
}

const pool = 16
/** Enough for all code that matters to be compiled, if the machine lets it. */
const warmUp = { requests: 3_000, secondsAtMost: 10 }
/** So many callers that none spends its budget of a minute. */
const keys = 64

/**
 * How fast the page of calls is, with all that belongs to each call: Clinch beside hand-written SQL, and beside PostGraphile, on one
 * database. The contenders take turns in short rounds, so that only ratios count and a busy machine slows them alike.
 */
export async function measureCalls(scene: Scene, options: CallsOptions): Promise<string> {
  const { rounds, seconds, connections, rows } = options
  console.log('Preparing a database of 50,000 calls')
  const prepared = await scene.prepare()
  const { ownerUrl, appUrl } = prepared
  const data = await fillDataSet(ownerUrl, { keys })
  const given = { appUrl, data, pool, rows }
  const contenders = [await scene.start(startFloor(given)), await scene.start(startClinch({ prepared, pool, rows, apiKeys: data.apiKeys }))]
  try {
    contenders.push(await scene.start(startPostgraphile(given)))
  } catch (error) {
    console.log(`PostGraphile is left out: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`)
  }
  await compareAnswers(contenders, rows)
  console.log(`Measuring: ${rounds} rounds of ${seconds} s each, ${connections} connections, ${rows} calls a page`)
  return report(await measure(contenders, options), 'Clinch')
}

/** Whoever answers something else, or less, is not measured. */
async function compareAnswers(contenders: readonly Contender[], rows: number): Promise<void> {
  const answers = await Promise.all(
    contenders.map(async (contender) => ({ name: contender.name, calls: contender.read(await ask(contender)) })),
  )
  const [first, ...others] = answers
  if (first?.calls.length !== rows) throw new Error(`${first?.name ?? 'Nobody'} answered ${first?.calls.length ?? 0} calls, not ${rows}`)
  for (const { name, calls } of others) deepStrictEqual(calls, first.calls, `${name} answered other rows than ${first.name}`)
}

async function warm(contender: Contender, connections: number): Promise<void> {
  let answered = 0
  for (let second = 0; second < warmUp.secondsAtMost && answered < warmUp.requests; second += 1) {
    answered += (await load(contender, { connections, seconds: 1 })).latenciesMs.length
  }
}

async function measure(contenders: readonly Contender[], { rounds, seconds, connections }: CallsOptions) {
  for (const contender of contenders) await warm(contender, connections)
  const results = contenders.map((contender) => ({ name: contender.name, contender, rounds: [] as Measured[] }))
  for (let round = 0; round < rounds; round += 1) {
    for (const { contender, rounds: measured } of results) measured.push(await load(contender, { connections, seconds }))
  }
  return results
}
