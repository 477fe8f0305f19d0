import { Connection } from './connection.ts'
import { DatabaseUnavailable } from './database-errors.ts'

export interface PoolOptions {
  url: string
  max: number
  queueMs: number
  connectMs: number
  lifetimeMs: number
  statementTimeoutMs: number
}

interface Waiter {
  give(connection: Connection): void
  fail(error: Error): void
}

/** After a failed attempt nobody else tries for so long: a server that is down is not stormed. */
const backoffMs = 100

/** Lends each connection to one transaction at a time. Who waits too long is told so; what died is replaced. */
export class ConnectionPool {
  readonly #options: PoolOptions
  readonly #all = new Set<Connection>()
  readonly #idle: Connection[] = []
  readonly #waiting: Waiter[] = []
  #closing = false
  #whenEmpty: (() => void) | null = null
  #downUntil = 0
  #downCause: unknown

  constructor(options: PoolOptions) {
    this.#options = options
  }

  stats(): { open: number; idle: number; waiting: number } {
    return { open: this.#all.size, idle: this.#idle.length, waiting: this.#waiting.length }
  }

  /** A connection, at once if one is idle; else one is opened or waited for, no longer than the queue allows. */
  take(waitMs: number = this.#options.queueMs): Connection | Promise<Connection> {
    if (this.#closing) throw new DatabaseUnavailable('closed')
    const idle = this.#idle.pop()
    if (idle) return idle
    if (Date.now() < this.#downUntil) throw new DatabaseUnavailable('connect', this.#downCause)
    return this.#wait(Math.min(waitMs, this.#options.queueMs))
  }

  /** Takes a connection back. One that is not clean, or old, is not lent again. */
  put(connection: Connection): void {
    if (connection.death) return
    if (connection.busy) return connection.destroy(new DatabaseUnavailable('lost', new Error('a query was left running')))
    if (this.#closing || Date.now() - connection.openedAt > this.#options.lifetimeMs) return connection.retire()
    this.#idle.push(connection)
    this.#serve()
  }

  /** Lends no more, lets what is lent come back for a while, then destroys what is left. */
  async close(timeoutMs: number): Promise<void> {
    this.#closing = true
    for (const waiter of this.#waiting.splice(0)) waiter.fail(new DatabaseUnavailable('closed'))
    for (const connection of [...this.#idle]) connection.retire()
    if (this.#all.size > 0) {
      let timer: NodeJS.Timeout | undefined
      await Promise.race([
        new Promise<void>((resolve) => {
          this.#whenEmpty = resolve
        }),
        new Promise<void>((resolve) => {
          timer = setTimeout(resolve, timeoutMs)
        }),
      ])
      clearTimeout(timer)
    }
    for (const connection of [...this.#all]) connection.destroy(new DatabaseUnavailable('closed'))
  }

  #wait(waitMs: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      let over = false
      const waiter: Waiter = {
        give: (connection) => {
          clearTimeout(timer)
          if (over) this.put(connection)
          else resolve(connection)
        },
        fail: (error) => {
          clearTimeout(timer)
          reject(error)
        },
      }
      const timer = setTimeout(() => {
        over = true
        const place = this.#waiting.indexOf(waiter)
        if (place >= 0) this.#waiting.splice(place, 1)
        reject(new DatabaseUnavailable('queue'))
      }, waitMs)
      this.#waiting.push(waiter)
      this.#serve()
    })
  }

  #serve(): void {
    while (this.#waiting.length > 0 && !this.#closing) {
      const idle = this.#idle.pop()
      if (!idle && this.#all.size >= this.#options.max) return
      const waiter = this.#waiting.shift()
      if (!waiter) return
      if (idle) waiter.give(idle)
      else this.#open().then(waiter.give, waiter.fail)
    }
  }

  async #open(): Promise<Connection> {
    const connection = new Connection(this.#options, (gone) => this.#forget(gone))
    this.#all.add(connection)
    try {
      await connection.ready
      return connection
    } catch (error) {
      this.#downUntil = Date.now() + backoffMs
      this.#downCause = error instanceof DatabaseUnavailable ? (error.cause ?? error) : error
      const unavailable = new DatabaseUnavailable('connect', this.#downCause)
      connection.destroy(unavailable)
      throw unavailable
    }
  }

  #forget(connection: Connection): void {
    if (!this.#all.delete(connection)) return
    const place = this.#idle.indexOf(connection)
    if (place >= 0) this.#idle.splice(place, 1)
    if (this.#all.size === 0) this.#whenEmpty?.()
    this.#serve()
  }
}
