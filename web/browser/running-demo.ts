import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** What `npm start` writes down of how to use the demo. */
export interface DemoAccess {
  url: string
  admin: { email: string; password: string }
  closer: { email: string; password: string }
  /** Of the platform. */
  operator: { email: string; password: string }
  apiKey: string
  connections: Record<'calendly' | 'stripe', { webhookUrl: string; signingSecret: string }>
}

/** Clinch as `npm start` runs it, in a data folder of its own. */
export interface RunningDemo {
  access: DemoAccess
  /** Asks it to stop as Ctrl-C does; answers its exit code. */
  stop(): Promise<number | null>
}

const script = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url))

export const makeFolder = (): string => mkdtempSync(path.join(tmpdir(), 'clinch-browser-'))

export const removeDataFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** Starts it, with whatever is said of its surroundings besides. */
export async function startDemo(
  dataFolder: string,
  port = 0,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningDemo> {
  const child = spawn(process.execPath, [script, 'start'], {
    env: {
      ...environment,
      PATH: process.env.PATH ?? '',
      HOME: dataFolder,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'warn',
      CLINCH_DATA_DIR: dataFolder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const listen = (data: Buffer) => {
      said += data.toString()
      if (said.includes('Ctrl-C stops')) resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    void ended.then((code) => reject(new Error(`Clinch ended with ${code ?? 'a signal'} before it was ready: ${said}`)))
  })
  return {
    access: JSON.parse(readFileSync(path.join(dataFolder, 'demo.json'), 'utf8')) as DemoAccess,
    stop() {
      child.kill('SIGINT')
      return ended
    },
  }
}
