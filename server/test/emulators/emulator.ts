import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a provider answers next, instead of what was asked for. */
export type Mishap = { status: number; headers?: Record<string, string>; body?: string } | 'silence' | 'reset'

/** What is common to every emulated provider: where it is, what it was asked, and whatever can go wrong with it. */
export interface Emulator {
  /** The base address of its API. */
  url: string
  /** The paths that were asked for, in order. */
  calls: string[]
  /** The next calls meet these, one each; after them it is itself again. */
  meet(...mishaps: Mishap[]): void
  /** Every call from now on meets this, until null. */
  suffer(mishap: Mishap | null): void
  /** Breaks off every call that is met by silence. */
  release(): void
  close(): Promise<void>
}

export interface Asked {
  method: string
  /** Without the base path. */
  path: string
  query: URLSearchParams
  authorization: string | undefined
  headers: IncomingHttpHeaders
  /** What was sent with it; undefined where nothing was. */
  json: unknown
}

/** A provider's API on a port of its own. `answer` says what it would say if nothing went wrong. */
export async function startEmulator(
  basePath: string,
  answer: (asked: Asked) => { status: number; body: unknown } | Promise<{ status: number; body: unknown }>,
): Promise<Emulator> {
  const queue: Mishap[] = []
  let lasting: Mishap | null = null
  const calls: string[] = []
  const silent = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    calls.push(request.url ?? '')
    const mishap = queue.shift() ?? lasting
    if (mishap === 'silence') return void silent.add(response)
    if (mishap) return meetWith(mishap, request, response)
    const url = new URL(request.url ?? '', 'http://emulator')
    const path = url.pathname.startsWith(basePath) ? url.pathname.slice(basePath.length) : '/elsewhere'
    const { headers, method = 'GET' } = request
    const asked = { method, path, query: url.searchParams, authorization: headers.authorization, headers }
    void readJson(request)
      .then((json) => answer({ ...asked, json }))
      .then(({ status, body }) => reply(response, status, JSON.stringify(body)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${basePath}`,
    calls,
    meet: (...mishaps) => void queue.push(...mishaps),
    suffer: (mishap) => void (lasting = mishap),
    release() {
      for (const response of silent) response.destroy()
      silent.clear()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  return text === '' ? undefined : JSON.parse(text)
}

function meetWith(mishap: Exclude<Mishap, 'silence'>, request: IncomingMessage, response: ServerResponse): void {
  if (mishap === 'reset') request.socket.destroy()
  else reply(response, mishap.status, mishap.body ?? JSON.stringify({ status_code: mishap.status }), mishap.headers)
}

function reply(response: ServerResponse, status: number, body: string | undefined, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(body)
}
