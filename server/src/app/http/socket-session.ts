import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import type { Caller } from '../../kernel/caller.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { RequestInfo } from './request.ts'
import { socketCredentials } from './socket-credentials.ts'

/** Why a socket is closed, as its client is told. 4401 is final; after the others it may come again. */
export const closing = {
  normal: 1000,
  /** The credentials are not good, or not any more. */
  unauthenticated: 4401,
  /** They lead into no organization, or elsewhere than before. */
  forbidden: 4403,
  tooManyMessages: 4429,
  /** The server stops; another takes over. */
  restart: 1012,
  /** Not now. */
  tryLater: 1013,
} as const

const longestReasonBytes = 120
const messageWindowMs = 60_000
/** Few are needed: one to begin with, one for each subscription, and now and then a sign of life. */
const mostMessages = 120

export interface SocketOptions {
  resolveCaller: (headers: IncomingMessage['headers']) => Promise<Caller>
}

/** One open socket: who is at its other end, asked for again whenever that may have changed. */
export class SocketSession {
  readonly socket: WebSocket
  readonly info: RequestInfo
  /** From where in the organization's history on it wants to be told: where that stood when it was let in. */
  since = 0n
  readonly #headers: IncomingMessage['headers']
  readonly #resolveCaller: SocketOptions['resolveCaller']
  #params: Readonly<Record<string, unknown>> | undefined
  #actor: string | null = null
  #windowEndsAt = 0
  #messages = 0

  constructor(socket: WebSocket, request: IncomingMessage, info: RequestInfo, { resolveCaller }: SocketOptions) {
    this.socket = socket
    this.info = info
    this.#headers = request.headers
    this.#resolveCaller = resolveCaller
  }

  /** Counts a message; answers whether it was one too many. */
  isFlooding(now: number = Date.now()): boolean {
    if (now >= this.#windowEndsAt) {
      this.#windowEndsAt = now + messageWindowMs
      this.#messages = 0
    }
    this.#messages += 1
    return this.#messages > mostMessages
  }

  /** Finds out who it is, by the headers of its opening and its first message. Closes it and answers null where nobody may be told. */
  async enter(params: Readonly<Record<string, unknown>> | undefined): Promise<(Caller & { actor: Actor }) | null> {
    this.#params = params
    const caller = await this.#resolveCaller(socketCredentials(this.#headers, params))
    const { actor } = caller
    if (!actor) {
      this.close(caller.recognised ? closing.forbidden : closing.unauthenticated, caller.why ?? 'Sign in first.')
      return null
    }
    this.#actor = JSON.stringify(actor)
    return { ...caller, actor }
  }

  /** Whether somebody was let in. */
  get isEntered(): boolean {
    return this.#actor !== null
  }

  /** Who it is now. Closes it and answers null where that is not who was let in, or who may not be told any more. */
  async stillThere(): Promise<Caller | null> {
    const before = this.#actor
    if (before === null || this.socket.readyState !== this.socket.OPEN) return null
    const caller = await this.#resolveCaller(socketCredentials(this.#headers, this.#params))
    if (!caller.actor) {
      this.close(caller.recognised ? closing.forbidden : closing.unauthenticated, caller.why ?? 'You were signed out.')
      return null
    }
    if (JSON.stringify(caller.actor) !== before) {
      this.close(closing.forbidden, 'What you may do has changed. Connect again.')
      return null
    }
    return caller
  }

  close(code: number, reason: string): void {
    this.socket.close(code, Buffer.byteLength(reason) <= longestReasonBytes ? reason : '')
  }
}
