import type { LoginRole } from '@clinch/drizzle/migrate'
import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import type { Database } from '../src/database/tx.ts'
import { createDatabase } from '../src/database/tenant-transaction.ts'

export interface TestDatabase {
  name: string
  url(role: 'owner' | LoginRole): string
  /** As the app's own role: row-level security holds. */
  database: Database
  /** As the owner, who sees everything: for looking behind the scenes. */
  owner: postgres.Sql
  close(): Promise<void>
}

/** A database of this test's own, copied from the migrated template. */
export async function freshDatabase(): Promise<TestDatabase> {
  const port = inject('pgPort')
  const name = `t_${randomBytes(6).toString('hex')}`
  const url = (role: 'owner' | LoginRole) => `postgres://${role === 'owner' ? 'postgres' : role}@127.0.0.1:${port}/${name}`
  await asAdmin(port, `create database ${name} template template_app strategy file_copy`)
  const owner = postgres(url('owner'), { max: 2, onnotice: () => undefined, types: { bigint: postgres.BigInt } })
  const database = createDatabase({ url: url('app_user'), max: 8 })
  return {
    name,
    url,
    database,
    // Its type remembers the bigint parser, which no test names.
    owner: owner as unknown as postgres.Sql,
    async close() {
      await database.close()
      await owner.end()
      await asAdmin(port, `drop database ${name} with (force)`)
    },
  }
}

async function asAdmin(port: number, statement: string): Promise<void> {
  const admin = postgres(`postgres://postgres@127.0.0.1:${port}/postgres`, { max: 1, onnotice: () => undefined })
  await admin.unsafe(statement)
  await admin.end()
}
