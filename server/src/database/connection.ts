import net from 'node:net'
import postgres from 'postgres'
import { DatabaseUnavailable } from './database-errors.ts'
import { refuseUnsendable, setWireTypes } from './wire-types.ts'

/** Where and as whom to connect. */
export interface ConnectionOptions {
  url: string
  connectMs: number
  statementTimeoutMs: number
}

export type QueryRows = postgres.RowList<postgres.Row[]>
type Pending = postgres.PendingQuery<postgres.Row[]>
/** postgres.js can leave a query of a dead connection pending for ever; its `reject` is how we end it. */
type Rejectable = Pending & { reject(error: unknown): void }

/**
 * One physical connection. It is never opened again: postgres.js would reconnect behind our back, and go on without the
 * transaction and its tenant. On any doubt it is destroyed, and everything under way on it fails at once.
 */
export class Connection {
  readonly openedAt = Date.now()
  readonly ready: Promise<unknown>
  readonly #sql: postgres.Sql<{ bigint: bigint }>
  readonly #underWay = new Set<Rejectable>()
  readonly #onGone: (connection: Connection) => void
  #socket: net.Socket | undefined
  #death: Error | null = null
  /** Told when the connection dies while it is lent. */
  onDeath: ((error: Error) => void) | null = null

  constructor({ url, connectMs, statementTimeoutMs }: ConnectionOptions, onGone: (connection: Connection) => void) {
    this.#onGone = onGone
    const { hostname, port } = new URL(url)
    const host = hostname.replace(/^\[|\]$/g, '')
    this.#sql = postgres(url, {
      max: 1,
      onnotice: () => undefined,
      idle_timeout: 0,
      max_lifetime: null,
      backoff: false,
      // Its own limits are in whole seconds and end with logging in; its own errors then reach nobody.
      connect_timeout: 0,
      fetch_types: false,
      types: { bigint: postgres.BigInt },
      connection: {
        TimeZone: 'UTC',
        statement_timeout: statementTimeoutMs,
        lock_timeout: statementTimeoutMs,
        idle_in_transaction_session_timeout: statementTimeoutMs * 2,
      },
      socket: () => this.#openSocket(host, Number(port || 5432)),
    } as postgres.Options<{ bigint: postgres.PostgresType<bigint> }>)
    setWireTypes(this.#sql.options)
    const timer = setTimeout(() => this.destroy(new DatabaseUnavailable('connect', new Error(`not open after ${connectMs} ms`))), connectMs)
    this.ready = this.run('select 1').finally(() => clearTimeout(timer))
  }

  /** Why it is of no use any more; null while it lives. */
  get death(): Error | null {
    return this.#death
  }

  get busy(): boolean {
    return this.#underWay.size > 0
  }

  /** Sends a prepared statement; several may be under way at once, and are answered in order. */
  run(text: string, parameters: readonly unknown[] = []): Promise<QueryRows> {
    return this.#send(this.#prepare(text, parameters))
  }

  /** The same, each row as an array of its columns. */
  runAsArrays(text: string, parameters: readonly unknown[] = []): Promise<unknown[][]> {
    const query = this.#prepare(text, parameters)
    // `.values()` changes the query in place and answers it.
    return this.#send(query.values() as unknown as Pending) as unknown as Promise<unknown[][]>
  }

  /** Sends several statements without parameters in one message. */
  runScript(text: string): Promise<QueryRows> {
    return this.#send(this.#sql.unsafe<postgres.Row[]>(text).simple())
  }

  /** Ends the connection at once; what is under way on it fails with the error. */
  destroy(error: Error): void {
    if (!this.#death) {
      this.#death = error
      this.onDeath?.(error)
    }
    for (const query of this.#underWay) query.reject(this.#death)
    this.#underWay.clear()
    this.#socket?.destroy()
    this.#onGone(this)
  }

  /** Says goodbye to the server; nothing may be under way. */
  retire(): void {
    this.#death ??= new DatabaseUnavailable('closed')
    const terminate = Buffer.from([0x58, 0, 0, 0, 4])
    this.#socket?.end(terminate)
    setTimeout(() => this.#socket?.destroy(), 500).unref()
    this.#onGone(this)
  }

  #prepare(text: string, parameters: readonly unknown[]): Pending {
    refuseUnsendable(text, parameters)
    // Else it would tell the server that an array is of the type of its first member.
    const typed = parameters.map((parameter): unknown => (Array.isArray(parameter) ? this.#sql.typed(parameter, 0) : parameter))
    return this.#sql.unsafe(text, typed as never[], { prepare: true })
  }

  async #send(query: Pending): Promise<QueryRows> {
    if (this.#death) throw this.#death
    const pending = query as Rejectable
    this.#underWay.add(pending)
    try {
      return await pending.execute()
    } finally {
      this.#underWay.delete(pending)
    }
  }

  #openSocket(host: string, port: number): net.Socket {
    // A second call means that postgres.js wants to reconnect; a late one, that this was given up before it began.
    if (this.#socket || this.#death) throw this.#death ?? new DatabaseUnavailable('lost')
    const socket = net.connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 })
    socket.on('error', (error) => this.destroy(new DatabaseUnavailable('lost', error)))
    socket.on('close', () => this.destroy(new DatabaseUnavailable('lost')))
    sendTogether(socket)
    this.#socket = Object.assign(socket, { host, port })
    return socket
  }
}

/** Statements that are sent in one turn of the event loop leave in one packet, not each in its own: sending is the dearest of it. */
function sendTogether(socket: net.Socket): void {
  const write = socket.write
  socket.write = function (this: net.Socket, ...given: unknown[]) {
    if (socket.writableCorked === 0) {
      socket.cork()
      process.nextTick(() => socket.uncork())
    }
    // As `write` itself: whether more may be sent at once.
    return Reflect.apply(write, socket, given) as boolean
  }
}
