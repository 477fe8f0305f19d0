import net from 'node:net'
import { AnswerReader } from './answer-reader.ts'
import type { Contender, HttpRequest } from './contender.ts'

/** What one stretch of load came to. */
export interface Measured {
  requestsPerSecond: number
  latenciesMs: number[]
}

/** Keeps so many requests under way on kept-alive connections, for so long. Throws on the first answer that is not 200. */
export async function load(
  contender: Pick<Contender, 'url' | 'requests'>,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Measured> {
  const { hostname, port } = new URL(contender.url)
  const messages = contender.requests.map((request) => toBytes(request, hostname))
  const latenciesMs: number[] = []
  const start = performance.now()
  const until = start + seconds * 1000
  let sent = 0
  const next = (): Buffer => messages[sent++ % messages.length] ?? Buffer.alloc(0)
  await Promise.all(Array.from({ length: connections }, () => keepBusy(hostname, Number(port), next, until, latenciesMs)))
  return { requestsPerSecond: latenciesMs.length / ((performance.now() - start) / 1000), latenciesMs }
}

/** Sends one request, and answers its body. */
export function ask(contender: Contender): Promise<string> {
  const { hostname, port } = new URL(contender.url)
  const [request] = contender.requests
  if (!request) throw new Error(`${contender.name} has no request`)
  return new Promise((resolve, reject) => {
    const reader = new AnswerReader()
    const socket = net.connect(Number(port), hostname, () => socket.write(toBytes(request, hostname)))
    socket.once('error', reject).once('close', () => reject(new Error(`${contender.name} closed the connection`)))
    socket.on('data', (data) => {
      const answer = reader.take(data)
      if (!answer) return
      resolve(answer.body.toString('utf8'))
      socket.destroy()
    })
  })
}

function keepBusy(host: string, port: number, next: () => Buffer, until: number, latenciesMs: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const reader = new AnswerReader()
    let sentAt = 0
    const socket = net.connect({ host, port, noDelay: true })
    const send = () => {
      sentAt = performance.now()
      socket.write(next())
    }
    socket
      .once('connect', send)
      .once('error', reject)
      .once('close', () => reject(new Error('The server closed a connection')))
    socket.on('data', (data) => {
      const answer = reader.take(data)
      if (!answer) return
      if (answer.status !== 200) return void socket.destroy(new Error(`Answered ${answer.status}: ${answer.body.toString('utf8', 0, 300)}`))
      const now = performance.now()
      latenciesMs.push(now - sentAt)
      if (now < until) return send()
      socket.destroy()
      resolve()
    })
  })
}

function toBytes({ path, headers, body }: HttpRequest, host: string): Buffer {
  const all = {
    host,
    'content-type': 'application/json',
    accept: 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  }
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\n${Object.entries(all)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n${body}`,
  )
}
