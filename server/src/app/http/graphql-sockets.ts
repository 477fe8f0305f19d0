import { handleProtocols } from 'graphql-ws'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Caller } from '../../kernel/caller.ts'
import { inRounds } from './in-rounds.ts'
import type { UpgradeListener } from './listener.ts'
import { OpenSockets, type SocketLimits } from './open-sockets.ts'
import { describeRequest, type RequestInfo } from './request.ts'
import { openedByForeignPage } from './same-origin.ts'
import { closing, SocketSession } from './socket-session.ts'
import { subscriptionProtocol, type SubscriptionProtocolOptions } from './subscription-protocol.ts'
import { watchPulse } from './watch-pulse.ts'

export interface GraphqlSocketOptions extends Omit<SubscriptionProtocolOptions, 'open'> {
  resolveCaller: (headers: IncomingMessage['headers']) => Promise<Caller>
  /** The address as browsers know it. */
  publicUrl: string
  trustedProxies: number
  /** How many may be open. */
  most?: SocketLimits | undefined
  pulseMs?: number | undefined
}

export interface GraphqlSockets {
  upgrade: UpgradeListener
  /** Somebody's credentials, role or organization changed: who may not be told any more is closed out. */
  lookAgain(): void
  /** Takes no more, and closes those that are open, so that they come back to another process. */
  stop(): Promise<void>
}

const largestMessageBytes = 64 * 1024
const pulseMsByDefault = 15_000
const goodbyeMs = 1_000
/** What expires by itself changes nothing in the database: it is asked for so often. */
const lookAgainEveryMs = 30_000
/** Changes of credentials come in bursts, and each asks for everybody. */
const lookAgainAfterMs = 100
const askedAtOnce = 8

/** Subscriptions by WebSocket at the address of the API. */
export function graphqlSockets(options: GraphqlSocketOptions): GraphqlSockets {
  const { logger, limits, pulseMs = pulseMsByDefault } = options
  const { origin } = new URL(options.publicUrl)
  const open = new OpenSockets(options.most)
  const protocol = subscriptionProtocol({ ...options, open })
  const server = new WebSocketServer({ noServer: true, maxPayload: largestMessageBytes, perMessageDeflate: false, handleProtocols })
  let stopped = false
  const regular = setInterval(() => lookAgain(), lookAgainEveryMs)

  const fail = (session: SocketSession) => (error: unknown) => {
    logger.error({ err: error, requestId: session.info.id }, 'a socket failed')
    session.close(closing.tryLater, 'Try again later.')
  }
  const begin = (socket: WebSocket, request: IncomingMessage, info: RequestInfo) => {
    const session = new SocketSession(socket, request, info, options)
    open.add(session)
    const endPulse = watchPulse(socket, pulseMs)
    // What is wrong with a socket closes it; that is all there is to do about it.
    socket.on('error', (error) => logger.debug({ err: error, requestId: info.id }, 'a socket broke off'))
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) =>
          new Promise((resolve, reject) => {
            if (socket.readyState !== socket.OPEN) resolve()
            else socket.send(text, (error) => (error ? reject(error) : resolve()))
          }),
        close: (code = closing.normal, reason = '') => session.close(code, reason),
        onMessage(receive) {
          socket.on('message', (data, isBinary) => {
            if (session.isFlooding()) {
              limits.note({ limit: 'socket messages', who: info.address, address: info.address, requestId: info.id })
              return session.close(closing.tooManyMessages, 'Too many messages.')
            }
            if (isBinary || socket.readyState !== socket.OPEN) return session.close(4400, 'Send text.')
            receive((data as Buffer).toString('utf8')).catch(fail(session))
          })
        },
      },
      { session },
    )
    socket.once('close', (code, reason) => {
      endPulse()
      open.remove(session)
      closed(code, reason.toString()).catch(fail(session))
    })
  }

  const askEverybody = async () => {
    const waiting = open.sessions.filter(({ isEntered }) => isEntered)
    const askNext = async (): Promise<void> => {
      for (let session = waiting.pop(); session; session = waiting.pop()) await session.stillThere().catch(fail(session))
    }
    await Promise.all(Array.from({ length: askedAtOnce }, askNext))
  }
  const rounds = inRounds(askEverybody, lookAgainAfterMs)
  function lookAgain(): void {
    if (open.sessions.length > 0) rounds.ask()
  }

  return {
    upgrade(request, socket, head) {
      const info = describeRequest(request, options.trustedProxies)
      socket.on('error', () => socket.destroy())
      if (stopped) return refuse(socket, 503, 'Service Unavailable')
      if (info.path !== '/graphql') return refuse(socket, 404, 'Not Found')
      if (!handleProtocols(request.headers['sec-websocket-protocol'] ?? '')) return refuse(socket, 400, 'Bad Request')
      if (openedByForeignPage(request.headers, origin)) {
        logger.warn({ security: true, address: info.address, requestId: info.id }, 'a foreign page tried to open a socket')
        return refuse(socket, 403, 'Forbidden')
      }
      if (!open.hasRoomFor(info.address)) {
        limits.note({ limit: 'sockets', who: `address:${info.address}`, address: info.address, requestId: info.id })
        return refuse(socket, 429, 'Too Many Requests')
      }
      server.handleUpgrade(request, socket, head, (opened) => begin(opened, request, info))
    },
    lookAgain,
    async stop() {
      stopped = true
      clearInterval(regular)
      const asked = rounds.stop()
      const gone = open.sessions.map((session) => new Promise<void>((resolve) => session.socket.once('close', () => resolve())))
      for (const session of open.sessions) session.close(closing.restart, 'The server restarts.')
      const late = setTimeout(() => open.sessions.forEach(({ socket }) => socket.terminate()), goodbyeMs)
      await Promise.all(gone)
      clearTimeout(late)
      await asked
      server.close()
    },
  }
}

function refuse(socket: Duplex, status: number, words: string): void {
  socket.end(`HTTP/1.1 ${status} ${words}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}
