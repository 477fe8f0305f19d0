import http, { type IncomingMessage, type RequestListener } from 'node:http'
import type { Duplex } from 'node:stream'

/** The port is taken, or may not be used; the message says what to do. */
export class CannotListen extends Error {}

/** Takes over a connection that is to be more than HTTP; `head` is what came after the request's head already. */
export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

export interface Listener {
  port: number
  /** From now on requests are handled; before, they are told to come back. */
  serve(handle: RequestListener, upgrade?: UpgradeListener): void
  /** Takes no more connections, and waits for the requests under way. */
  close(): Promise<void>
}

/** Opens the port first, so that the server knows its own address, and a taken port is known before anything else is started. */
export function openListener(host: string, port: number): Promise<Listener> {
  let handle: RequestListener = (_request, response) => {
    response.writeHead(503, { 'retry-after': '1' })
    response.end()
  }
  let upgrade: UpgradeListener = (_request, socket) => socket.destroy()
  let closing = false
  const server = http.createServer({ keepAliveTimeout: 65_000, requestTimeout: 60_000, maxHeaderSize: 16 * 1024 }, (request, response) => {
    if (closing) response.setHeader('connection', 'close')
    handle(request, response)
  })
  server.on('upgrade', (request, socket, head) => upgrade(request, socket, head))
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)))
    server.listen(port, host, () => {
      const address = server.address()
      resolve({
        port: typeof address === 'object' && address ? address.port : port,
        serve: (next, nextUpgrade = upgrade) => {
          handle = next
          upgrade = nextUpgrade
        },
        close: () =>
          new Promise((done) => {
            closing = true
            server.close(() => done())
            server.closeIdleConnections()
          }),
      })
    })
  })
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new CannotListen(`Port ${port} is in use. Stop what uses it, or choose another with PORT=${port + 1}.`)
  if (error.code === 'EACCES') return new CannotListen(`Port ${port} may not be used by this user. Choose one above 1023 with PORT.`)
  return error
}
