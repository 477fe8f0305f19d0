import { createDatabase } from '../src/database/tenant-transaction.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

/** A database of a test's own that gives long work its time, also on a machine that is busy with other tests. */
export async function patientDatabase(): Promise<TestDatabase> {
  const fresh = await freshDatabase()
  const database = createDatabase({ url: fresh.url('app_user'), max: 8, deadlineMs: 30_000 })
  return {
    ...fresh,
    database,
    async close() {
      await database.close()
      await fresh.close()
    },
  }
}
