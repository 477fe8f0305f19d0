import type { Database, Tx } from '../src/database/tx.ts'
import { adminOf, as } from './intake.ts'

/**
 * The plan of each statement that work sends as an admin, row-level security included, as PostgreSQL would run it if what is named were out
 * of the question: reading whole tables, say, which costs nothing while they are empty.
 */
export function plansIn(
  database: Database,
  organizationId: string,
  work: (tx: Tx) => Promise<unknown>,
  without: readonly ('seqscan' | 'bitmapscan')[],
): Promise<string[]> {
  const statements: { text: string; parameters: readonly unknown[] }[] = []
  return as(database, adminOf(organizationId), async (tx) => {
    for (const way of without) await tx.query(`set local enable_${way} = off`)
    const listening: Tx = Object.create(tx, {
      query: {
        value: (text: string, parameters: readonly unknown[] = []) => {
          statements.push({ text, parameters })
          return Promise.resolve([])
        },
      },
    }) as Tx
    await work(listening)
    const plans: string[] = []
    for (const { text, parameters } of statements) {
      const rows = await tx.query<{ 'QUERY PLAN': string }>(`explain ${text}`, parameters)
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
    }
    return plans
  })
}
