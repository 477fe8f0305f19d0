import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFixture } from '../fixtures/read-fixture.ts'

/** What Acuity answers next, instead of what was asked for. */
export type Mishap = { status: number; headers?: Record<string, string>; body?: string } | 'silence' | 'reset'

export interface AcuityEmulator {
  /** The base address of its API. */
  url: string
  userId: string
  apiKey: string
  /** Books, moves or changes an appointment: what is given replaces what was there. */
  appointment(id: number, change?: Record<string, unknown>): void
  forget(id: number): void
  /** The next calls meet these, one each; after them it is itself again. */
  meet(...mishaps: Mishap[]): void
  /** Every call from now on meets this, until null. */
  suffer(mishap: Mishap | null): void
  /** Breaks off every call that is met by silence. */
  release(): void
  /** The paths that were asked for, in order. */
  calls: string[]
  close(): Promise<void>
}

/** Acuity's API, as far as Clinch uses it: appointments and calendars behind a user id and a key, and whatever can go wrong with it. */
export async function startAcuity(): Promise<AcuityEmulator> {
  const appointments = new Map<number, Record<string, unknown>>()
  const calendars = [
    { id: 7_654_321, name: 'Owen Castell', email: 'owen.castell@northlight.example' },
    { id: 7_654_322, name: 'Priya Nair', email: 'priya.nair@northlight.example' },
    { id: 7_654_323, name: 'Ines Roth', email: '' },
  ]
  const [userId, apiKey] = ['18263544', 'acuity-key-3f9b2c7d5e8a']
  const authorization = `Basic ${Buffer.from(`${userId}:${apiKey}`).toString('base64')}`
  const queue: Mishap[] = []
  let lasting: Mishap | null = null
  const calls: string[] = []
  const silent = new Set<ServerResponse>()

  const server = createServer((request, response) => {
    calls.push(request.url ?? '')
    const mishap = queue.shift() ?? lasting
    if (mishap === 'silence') return void silent.add(response)
    if (mishap) return suffer(mishap, request, response)
    if (request.headers.authorization !== authorization) return answer(response, 401, { status_code: 401, error: 'unauthorized' })
    const [, id] = /^\/api\/v1\/appointments\/(\d+)$/.exec(request.url ?? '') ?? []
    if (id !== undefined) {
      const found = appointments.get(Number(id))
      return found ? answer(response, 200, found) : answer(response, 404, { status_code: 404, error: 'not_found' })
    }
    if (request.url === '/api/v1/calendars') return answer(response, 200, calendars)
    if (request.url === '/api/v1/me')
      return answer(response, 200, { id: Number(userId), email: 'owner@northlight.example', name: 'Northlight' })
    answer(response, 404, { status_code: 404, error: 'not_found' })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/api/v1`,
    userId,
    apiKey,
    calls,
    appointment(id, change = {}) {
      appointments.set(id, { ...(appointments.get(id) ?? { ...readFixture('acuity/api.appointment'), id }), ...change })
    },
    forget: (id) => void appointments.delete(id),
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

function suffer(mishap: Exclude<Mishap, 'silence'>, request: IncomingMessage, response: ServerResponse): void {
  if (mishap === 'reset') request.socket.destroy()
  else {
    response.writeHead(mishap.status, { 'content-type': 'application/json', ...mishap.headers })
    response.end(mishap.body ?? JSON.stringify({ status_code: mishap.status }))
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
