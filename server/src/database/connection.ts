import net from 'node:net'
import postgres from 'postgres'
import { DatabaseUnavailable } from './database-errors.ts'

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
      connect_timeout: Math.max(1, Math.ceil(connectMs / 1000)),
      types: { bigint: postgres.BigInt },
      connection: {
        TimeZone: 'UTC',
        statement_timeout: statementTimeoutMs,
        lock_timeout: statementTimeoutMs,
        idle_in_transaction_session_timeout: statementTimeoutMs * 2,
      },
      socket: () => this.#openSocket(host, Number(port || 5432)),
    } as postgres.Options<{ bigint: postgres.PostgresType<bigint> }>)
    leaveInstantsAlone(this.#sql)
    this.ready = this.run('select 1')
  }

  get dead(): boolean {
    return this.#death !== null
  }

  get busy(): boolean {
    return this.#underWay.size > 0
  }

  /** The client's options, which drizzle wants to see. */
  get options(): postgres.ParsedOptions<{ bigint: bigint }> {
    return this.#sql.options
  }

  /** Sends a prepared statement; several may be under way at once, and are answered in order. */
  run(text: string, parameters: readonly unknown[] = []): Promise<QueryRows> {
    refuseUndefined(text, parameters)
    return this.#send(this.#sql.unsafe(text, parameters as never[], { prepare: true }))
  }

  /** The same, each row as an array of its columns. */
  runAsArrays(text: string, parameters: readonly unknown[] = []): Promise<unknown[][]> {
    refuseUndefined(text, parameters)
    const query = this.#sql.unsafe(text, parameters as never[], { prepare: true })
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

  #send(query: Pending): Promise<QueryRows> {
    const pending = query as Rejectable
    const done = () => void this.#underWay.delete(pending)
    this.#underWay.add(pending)
    if (this.#death) {
      this.#underWay.delete(pending)
      return Promise.reject(this.#death)
    }
    const answer = pending.execute() as unknown as Promise<QueryRows>
    answer.then(done, done)
    return answer
  }

  #openSocket(host: string, port: number): net.Socket {
    // A second call means that postgres.js wants to reconnect.
    if (this.#socket) throw new DatabaseUnavailable('lost')
    const socket = net.connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 })
    socket.on('error', (error) => this.destroy(new DatabaseUnavailable('lost', error)))
    socket.on('close', () => this.destroy(new DatabaseUnavailable('lost')))
    this.#socket = Object.assign(socket, { host, port })
    return socket
  }
}

/** Instants and days stay PostgreSQL's own text: no Date is made that only becomes text again, and drizzle expects the same. */
function leaveInstantsAlone(sql: postgres.Sql<{ bigint: bigint }>): void {
  const asIs = (value: unknown) => value as string
  for (const type of [1184, 1082, 1083, 1114, 1182, 1185, 1115, 1231]) {
    sql.options.parsers[type] = asIs
    sql.options.serializers[type] = asIs
  }
  // Json parameters arrive as text already.
  for (const type of [114, 3802]) sql.options.serializers[type] = asIs
}

/** postgres.js would fail on it only while sending, with other statements under way on the same connection. */
function refuseUndefined(text: string, parameters: readonly unknown[]): void {
  const place = parameters.indexOf(undefined)
  if (place >= 0) throw new TypeError(`Parameter $${place + 1} is undefined in: ${text.slice(0, 80)}`)
}
