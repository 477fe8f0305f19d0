import { type ChildProcess, spawn } from 'node:child_process'
import net from 'node:net'

export interface ChildServer {
  url: string
  stop(): Promise<void>
}

export interface ChildOptions {
  /** The program, this Node unless said otherwise. */
  binary?: string
  args: readonly string[]
  env: Readonly<Record<string, string>>
  cwd?: string
}

/** Starts a server and waits until it prints the address that it listens on. */
export async function startChild({ binary = process.execPath, args, env, cwd }: ChildOptions): Promise<ChildServer> {
  const child = spawn(binary, args, { cwd, env: { ...process.env, NODE_ENV: 'production', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await addressOf(child)
  return {
    url: url.replace('localhost', '127.0.0.1'),
    stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (data: Buffer) => {
      said = (said + data.toString()).slice(-4_000)
      const [, url] = /(https?:\/\/[\w.]+:\d+)/.exec(said) ?? []
      if (url) resolve(url)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`It ended (${String(code)}) before it listened: ${said}`)))
  })
}

/** A port that is free at this moment, for a server that must know its own address before it starts. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('There is no free port'))))
    })
  })
