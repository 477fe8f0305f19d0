import { sql } from 'drizzle-orm'
import type postgres from 'postgres'
import { expect } from 'vitest'
import { CommitOutcomeUnknown, DatabaseUnavailable } from '../src/database/database-errors.ts'
import type { Database, Tx } from '../src/database/tx.ts'
import { organizations, settingsOf } from './faulty-database.ts'
import { until } from './until.ts'
import { within } from './within.ts'

/** The longest that any caller may be left without an answer. */
const answerWithinMs = 3_000

type Told = 'stored' | 'not stored' | { transactionId: string | null }

/** Callers who all the time write marks and read them, each as a client of the app would: one after another, and again when refused. */
export interface MarkingLoad {
  /** Waits until so many more calls were answered with success. */
  progress(calls: number): Promise<void>
  /** Waits until so many more calls were refused. */
  refusals(calls: number): Promise<void>
  /**
   * Strikes until so many more calls were refused, those refused while it strikes included. One blow may meet nobody at work: whoever is
   * between two calls, or waits in the queue, does not feel it.
   */
  refusalsBy(strike: () => unknown, calls: number): Promise<void>
  /** Lets the callers finish. */
  stop(): Promise<void>
  /** Holds what each caller was told against what is stored. */
  /** `afterCrash`: outcomes cannot be asked for. */
  judge(owner: postgres.Sql, options?: { afterCrash?: boolean }): Promise<void>
}

const first = `insert into marks (run, part, organization_id) values ($1::bigint, 1, current_setting('app.organization_id')::uuid)`
const second = `insert into marks (run, part, organization_id)
  select run, 2, current_setting('app.organization_id')::uuid from marks where run = $1::bigint and part = 1`

const writers: readonly ((database: Database, run: number) => Promise<unknown>)[] = [
  (database, run) =>
    database.transaction(settingsOf(organizationOf(run)), async (tx) => {
      await tx.query(first, [run])
      await tx.query(second, [run])
    }),
  (database, run) =>
    database.flight(settingsOf(organizationOf(run)), [
      { text: first, parameters: [run] },
      { text: second, parameters: [run] },
    ]),
  (database, run) => database.transaction(settingsOf(organizationOf(run)), (tx) => writeWithDrizzle(tx, run)),
]

async function writeWithDrizzle(tx: Tx, run: number): Promise<void> {
  await tx.db.execute(sql`insert into marks (run, part, organization_id) values (${run}::bigint, 1, ${tx.organizationId}::uuid)`)
  await tx.db.transaction((inner) =>
    inner.execute(sql`insert into marks (run, part, organization_id) values (${run}::bigint, 2, ${tx.organizationId}::uuid)`),
  )
}

/** Every run that is stored, seen with both its marks or not at all. */
const halves = 'select run from marks group by run having count(*) <> 2 limit 1'

async function read(database: Database): Promise<void> {
  const found = await database.transaction(settingsOf(), (tx) => tx.query(halves), { readOnly: true })
  if (found.length > 0) throw new Error('A half-done transaction was seen')
}

const organizationOf = (run: number): string => organizations[run % 2 === 0 ? 0 : 1]

export function startMarkingLoad(database: Database, callers = 12): MarkingLoad {
  const told = new Map<number, Told>()
  const strange: unknown[] = []
  let stopping = false
  let runs = 0
  let answered = 0
  let refused = 0

  async function call(run: number): Promise<Told> {
    const write = writers[run % writers.length] ?? read
    try {
      await within(`run ${run}`, answerWithinMs, write(database, run))
      return 'stored'
    } catch (error) {
      refused += 1
      if (error instanceof CommitOutcomeUnknown) return { transactionId: error.transactionId }
      if (!(error instanceof DatabaseUnavailable)) strange.push(error)
      return 'not stored'
    }
  }

  async function look(): Promise<void> {
    try {
      await within('a reader', answerWithinMs, read(database))
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable)) strange.push(error)
    }
  }

  async function caller(): Promise<void> {
    while (!stopping) {
      runs += 1
      const run = runs
      const answer = await call(run)
      told.set(run, answer)
      if (answer === 'stored') answered += 1
      await look()
      // Who was refused comes again a little later.
      if (answer !== 'stored') await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  const done = Promise.all(Array.from({ length: callers }, caller))
  const more = async (what: string, count: () => number, calls: number) => {
    const goal = count() + calls
    await until(`${calls} more calls are ${what}`, async () => count() >= goal || strange.length > 0)
    expect(strange).toEqual([])
  }

  return {
    progress: (calls) => more('answered', () => answered, calls),
    refusals: (calls) => more('refused', () => refused, calls),
    async refusalsBy(strike, calls) {
      const goal = refused + calls
      const felt = () => refused >= goal || strange.length > 0
      await until(`${calls} more calls are refused`, async () => {
        if (!felt()) await strike()
        return felt()
      })
      expect(strange).toEqual([])
    },
    async stop() {
      stopping = true
      await done
      expect(strange).toEqual([])
    },
    judge: (owner, { afterCrash = false } = {}) => judge(told, afterCrash ? null : database, owner),
  }
}

/** Without a database to ask for outcomes, a transaction of unknown outcome may be whole or not there at all. */
async function judge(told: ReadonlyMap<number, Told>, database: Database | null, owner: postgres.Sql): Promise<void> {
  const rows = await owner.unsafe<{ run: string; parts: number; organizations: string[] }[]>(
    'select run::text, count(*)::int as parts, array_agg(distinct organization_id::text) as organizations from marks group by run',
  )
  const stored = new Map(rows.map((row) => [Number(row.run), row]))
  const expected = new Map<number, number>()
  for (const [run, answer] of told) {
    if (typeof answer === 'string') expected.set(run, answer === 'stored' ? 2 : 0)
    else if (answer.transactionId === null || database === null) expected.set(run, stored.get(run)?.parts === 2 ? 2 : 0)
    else expected.set(run, (await outcomeOf(database, answer.transactionId)) === 'committed' ? 2 : 0)
  }
  const wrong = [...expected].filter(([run, parts]) => (stored.get(run)?.parts ?? 0) !== parts)
  expect(wrong).toEqual([])
  const strayed = rows.filter((row) => row.organizations.join() !== organizationOf(Number(row.run)))
  expect(strayed).toEqual([])
}

/** What became of a transaction, once the server has noticed that its client is gone, and can be reached. */
export async function outcomeOf(database: Database, transactionId: string): Promise<string | null> {
  let outcome: string | null = null
  await until('the outcome is known', async () => {
    try {
      outcome = await database.outcome(transactionId)
      return outcome !== 'in progress'
    } catch (error) {
      if (error instanceof DatabaseUnavailable) return false
      throw error
    }
  })
  return outcome
}
