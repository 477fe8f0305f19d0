import { migrate } from '@clinch/drizzle/migrate'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../src/database/embedded-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    pgPort: number
  }
}

/** One database server a run; each test file copies its database from the migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const base = mkdtempSync(path.join(os.tmpdir(), 'clinch-test-'))
  // The unprivileged user that PostgreSQL runs as must be able to walk through.
  chmodSync(base, 0o755)
  const server = await startEmbeddedPostgres({ directory: path.join(base, 'data'), durable: false })
  const owner = postgres(server.url(), { max: 1, onnotice: () => undefined })
  await owner.unsafe('create database template_app')
  await owner.end()
  await migrate({ ownerUrl: server.url('template_app'), workerUrl: server.url('template_app', 'worker') })
  project.provide('pgPort', server.port)
  return async () => {
    await server.stop()
    rmSync(base, { recursive: true, force: true })
  }
}
