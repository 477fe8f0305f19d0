import { once } from 'node:events'
import WebSocket from 'ws'
import type { GraphqlProblem } from './person.ts'
import { until } from './until.ts'

/** A message of the protocol, as it came. */
interface Message {
  type: string
  id?: string
  payload?: unknown
}

export interface Told {
  kind: string
  recordId: string | null
  count: number
  event?: { id: string; leadName: string } | null
  payment?: { id: string } | null
}

export const activityDocument = 'subscription { activity { kind recordId count event { id leadName } } }'

/** Somebody at the other end of a socket: what they are told, and how it ends. */
export class Listening {
  readonly told: Told[] = []
  /** The data of every answer, whatever was asked for. */
  readonly answers: Record<string, unknown>[] = []
  readonly problems: GraphqlProblem[] = []
  readonly #messages: Message[] = []
  readonly #socket: WebSocket
  #closed: { code: number; reason: string } | null = null
  #asked = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data: Buffer) => this.#take(JSON.parse(data.toString('utf8')) as Message))
    socket.on('close', (code, reason) => (this.#closed = { code, reason: reason.toString() }))
    // A socket that breaks off closes as well, and that is what is looked at.
    socket.on('error', () => undefined)
  }

  /** Opens a socket and says nothing yet. Answers the status where that was refused. */
  static async open(
    url: string,
    headers: Readonly<Record<string, string>> = {},
    protocol = 'graphql-transport-ws',
  ): Promise<Listening | number> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, protocol, { headers })
    const listening = new Listening(socket)
    const refused = once(socket, 'unexpected-response').then(([, response]) => (response as { statusCode: number }).statusCode)
    const opened = await Promise.race([once(socket, 'open').then(() => listening), refused])
    if (typeof opened === 'number') socket.terminate()
    return opened
  }

  /** Opens a socket, says who it is, and asks to be told of activity; waits until the first two were answered. */
  static async begin(
    url: string,
    { credentials = {} }: { credentials?: Readonly<Record<string, string>> },
    { params, document = activityDocument }: { params?: Record<string, unknown>; document?: string } = {},
  ): Promise<Listening> {
    const listening = await Listening.open(url, credentials)
    if (typeof listening === 'number') throw new Error(`The socket was refused: ${listening}`)
    if (await listening.enter(params)) listening.ask(document)
    return listening
  }

  /** Says who it is; whether they were let in. */
  async enter(params?: Record<string, unknown>): Promise<boolean> {
    this.send({ type: 'connection_init', ...(params ? { payload: params } : {}) })
    await until('the first message is answered', () => Promise.resolve(this.#closed !== null || this.#has('connection_ack')))
    return this.#has('connection_ack')
  }

  ask(query: string, variables?: Record<string, unknown>): string {
    this.#asked += 1
    const id = `s${this.#asked}`
    this.send({ type: 'subscribe', id, payload: { query, ...(variables ? { variables } : {}) } })
    return id
  }

  send(message: object | string): void {
    this.#socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  }

  /** Reads nothing that comes from now on, nor answers signs of life. */
  stopReading(): void {
    this.#socket.pause()
  }

  get closed(): { code: number; reason: string } | null {
    return this.#closed
  }

  /** Whether the server said that something which was asked for is over. */
  get ended(): boolean {
    return this.#has('complete')
  }

  kinds(): string[] {
    return [...new Set(this.told.map(({ kind }) => kind))].toSorted()
  }

  /** Waits until something was told that fits; fails after two seconds, which is the promise. */
  async hears(what: string, fits: (told: Told) => boolean, withinMs = 2_000): Promise<void> {
    await until(`${what} was told`, () => Promise.resolve(this.told.some(fits)), withinMs).catch((error: unknown) => {
      throw new Error(`${String(error)}; told were ${JSON.stringify(this.told)}, closed ${JSON.stringify(this.#closed)}`)
    })
  }

  async isClosed(withinMs = 2_000): Promise<number> {
    await until('the socket is closed', () => Promise.resolve(this.#closed !== null), withinMs)
    return this.#closed?.code ?? 0
  }

  /** Waits until an answer to what was asked was a refusal, and says its code. */
  async refusal(): Promise<string> {
    await until('it was refused', () => Promise.resolve(this.problems.length > 0))
    return this.problems[0]?.extensions.code ?? ''
  }

  end(): void {
    this.#socket.terminate()
  }

  #has(type: string): boolean {
    return this.#messages.some((message) => message.type === type)
  }

  #take(message: Message): void {
    this.#messages.push(message)
    if (message.type === 'error') this.problems.push(...(message.payload as GraphqlProblem[]))
    if (message.type !== 'next') return
    const { data, errors } = message.payload as { data?: ({ activity?: Told } & Record<string, unknown>) | null; errors?: GraphqlProblem[] }
    if (data) this.answers.push(data)
    if (data?.activity) this.told.push(data.activity)
    if (errors) this.problems.push(...errors)
  }
}
