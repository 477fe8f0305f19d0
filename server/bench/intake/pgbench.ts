import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Measured } from '../load.ts'

const clients = 16

/** PostgreSQL's own measure, from PGBENCH or the search path; null where there is none. Its version need not be the server's. */
export function findPgbench(): string | null {
  const binary = process.env.PGBENCH ?? 'pgbench'
  try {
    execFileSync(binary, ['--version'], { stdio: 'ignore' })
    return binary
  } catch {
    return null
  }
}

/** The table that it writes: a key, and a body of the length of a delivery's. */
export const plainTable = 'create table plain_rows (id bigserial primary key, body text not null)'

/** Inserts single rows for so long, each in a transaction of its own, with prepared statements. */
export async function insertPlainRows(
  binary: string,
  ownerUrl: string,
  { seconds, bodyBytes }: { seconds: number; bodyBytes: number },
): Promise<Measured> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'clinch-pgbench-'))
  try {
    const script = path.join(folder, 'insert.sql')
    writeFileSync(script, `insert into plain_rows (body) values ('${'x'.repeat(bodyBytes)}');\n`)
    const args = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', script]
    await run(binary, [...args, '--log', '--log-prefix', path.join(folder, 'times'), ownerUrl])
    const latenciesMs = readdirSync(folder)
      .filter((name) => name.startsWith('times'))
      .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n'))
      .map((line) => Number(line.split(' ')[2]) / 1000)
    return { requestsPerSecond: latenciesMs.length / seconds, latenciesMs }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(binary: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-2_000)))
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`pgbench ended with ${String(code)}: ${said}`))))
  })
}
