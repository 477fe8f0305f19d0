import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { binariesFolder, decideRunAs, type RunAs } from './postgres-binaries.ts'

export interface EmbeddedOptions {
  /** Where its data lives; made if it is not there. */
  directory: string
  port?: number
  /** False trades safety for speed: for tests, whose data nobody needs. */
  durable: boolean
}

export interface EmbeddedPostgres {
  url(database?: string, role?: string): string
  port: number
  /** False where it was running already: then somebody else stops it. */
  owned: boolean
  stop(): Promise<void>
}

/**
 * A private PostgreSQL on 127.0.0.1, from binaries that npm installed. Joins one that runs on this directory already; after a kill it
 * recovers as any PostgreSQL does. Anybody on this machine may log in: it is for trying Clinch out, and for tests.
 */
export async function startEmbeddedPostgres({ directory, port, durable }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folder = path.resolve(directory)
  fs.mkdirSync(path.dirname(folder), { recursive: true })
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const binaries = binariesFolder()
  const runAs = decideRunAs([binaries, path.dirname(folder)])
  if (runAs.user) fs.chownSync(folder, runAs.user.uid, runAs.user.gid)
  if (!fs.existsSync(path.join(folder, 'PG_VERSION'))) initialise(binaries, folder, runAs, durable)
  const running = portOfRunning(folder)
  if (running !== null) return { url: urlOf(running), port: running, owned: false, stop: () => Promise.resolve() }
  const chosen = port ?? (await freePort())
  const child = await launch(binaries, folder, runAs, chosen, durable)
  return { url: urlOf(chosen), port: chosen, owned: true, stop: stopping(child) }
}

const urlOf =
  (port: number) =>
  (database = 'postgres', role = 'postgres') =>
    `postgres://${role}@127.0.0.1:${port}/${database}`

function command(binaries: string, name: string, runAs: RunAs, args: readonly string[]) {
  const binary = path.join(binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  const [file, all] = runAs.inNamespace
    ? ['unshare', ['-U', '--map-user=65534', '--map-group=65534', binary, ...args]]
    : [binary, [...args]]
  return { file, args: all, options: { ...runAs.user, cwd: '/', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } } }
}

function initialise(binaries: string, folder: string, runAs: RunAs, durable: boolean): void {
  const args = [
    '-D',
    folder,
    '-U',
    'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=und',
  ]
  const { file, args: all, options } = command(binaries, 'initdb', runAs, durable ? args : [...args, '--no-sync'])
  const result = spawnSync(file, all, { ...options, encoding: 'utf8' })
  if (result.status !== 0) throw new Error(`The database could not be set up in ${folder}: ${result.stderr || String(result.error)}`)
}

/** The port of a server that runs on this directory; a file left by a killed one is not believed. */
function portOfRunning(folder: string): number | null {
  const file = path.join(folder, 'postmaster.pid')
  if (!fs.existsSync(file)) return null
  const [pid, , , port] = fs.readFileSync(file, 'utf8').split('\n')
  try {
    process.kill(Number(pid), 0)
    return Number(port)
  } catch {
    return null
  }
}

async function launch(binaries: string, folder: string, runAs: RunAs, port: number, durable: boolean): Promise<ChildProcess> {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'logging_collector=off',
    'max_connections=120',
    'timezone=UTC',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ]
  const args = ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const { file, args: all, options } = command(binaries, 'postgres', runAs, args)
  // In a process group of its own: Ctrl-C in the terminal is for us, and we stop the database after the requests.
  const child = spawn(file, all, { ...options, detached: process.platform !== 'win32', stdio: ['ignore', 'ignore', 'pipe'] })
  await untilReady(child)
  child.unref()
  if (child.stderr instanceof net.Socket) child.stderr.unref()
  process.once('exit', () => {
    if (child.exitCode === null) child.kill('SIGINT')
  })
  return child
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    child.stderr?.on('data', (data: Buffer) => {
      log = (log + data.toString()).slice(-4000)
      if (log.includes('ready to accept connections')) resolve()
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The database stopped (${String(code)}) before it was ready: ${log}`)))
  })
}

function stopping(child: ChildProcess): () => Promise<void> {
  let stopped: Promise<void> | null = null
  return () => {
    stopped ??= new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.ref()
      child.once('exit', () => resolve())
      // "Fast": ends sessions, writes a checkpoint.
      child.kill('SIGINT')
    })
    return stopped
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No free port'))))
    })
  })
