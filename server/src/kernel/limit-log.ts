import type { Logger } from 'pino'

/** What somebody tried to do more often, or larger, than is allowed. */
export interface OverLimit {
  /** Which limit. */
  limit: string
  /** Who, or from where: no e-mail address, no secret. */
  who: string
  address: string
  requestId: string
}

const windowMs = 60_000
/** A minute in which more try than this is told of by so many lines; the log is not to be filled by whoever sends from many addresses. */
const mostLines = 1_000

/** Notes attempts around limits as security events: each limit and caller once a minute, however often they try. */
export class LimitLog {
  readonly #logger: Logger
  readonly #now: () => number
  readonly #noted = new Set<string>()
  #windowEndsAt = 0

  constructor(logger: Logger, now: () => number = Date.now) {
    this.#logger = logger
    this.#now = now
  }

  note({ limit, who, ...where }: OverLimit): void {
    const now = this.#now()
    if (now >= this.#windowEndsAt) {
      this.#noted.clear()
      this.#windowEndsAt = now + windowMs
    }
    const key = `${limit} ${who}`
    if (this.#noted.has(key) || this.#noted.size >= mostLines) return
    this.#noted.add(key)
    this.#logger.warn({ security: true, limit, who, ...where }, 'a limit was tried')
  }
}
