import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import WebSocket, { WebSocketServer } from 'ws'
import { until } from '../../../test/until.ts'
import { watchPulse } from './watch-pulse.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** A socket, as its server and its client have it; the server watches its pulse. */
async function connect(): Promise<{ server: WebSocket; client: WebSocket }> {
  const http = createServer().listen(0, '127.0.0.1')
  const sockets = new WebSocketServer({ server: http })
  await once(http, 'listening')
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`)
  const [server] = (await once(sockets, 'connection')) as [WebSocket]
  ends.push(watchPulse(server, 100), () => {
    client.terminate()
    sockets.close()
    http.close()
  })
  return { server, client }
}

it('keeps whoever answers, and gives up whoever reads nothing any more', async () => {
  const { server, client } = await connect()
  let answered = 0
  server.on('pong', () => (answered += 1))
  await until('three signs of life were answered', () => Promise.resolve(answered >= 3))
  expect(server.readyState).toBe(server.OPEN)
  client.pause()
  await until('the server gave it up', () => Promise.resolve(server.readyState === server.CLOSED))
})
