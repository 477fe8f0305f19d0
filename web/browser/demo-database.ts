import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** The database of a running demo, read past the application: what a page says is held against it. */
export interface DemoDatabase {
  read(query: string, parameters?: readonly string[]): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

interface Connection {
  unsafe(query: string, parameters?: readonly string[]): Promise<Record<string, unknown>[]>
  end(): Promise<void>
}

/** Connects to the PostgreSQL that runs on a data folder; it says itself, in a file there, where it listens. */
export function openDatabase(dataFolder: string): DemoDatabase {
  const port = readFileSync(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3] ?? ''
  // The driver is the server's own, and these tests are no part of the server: its types stay there.
  const connect = createRequire(new URL('../../server/package.json', import.meta.url))('postgres') as (
    url: string,
    options: { max: number },
  ) => Connection
  const connection = connect(`postgres://postgres@127.0.0.1:${port}/clinch`, { max: 1 })
  return { read: (query, parameters = []) => connection.unsafe(query, parameters), close: () => connection.end() }
}
