export type UnavailableReason = 'connect' | 'queue' | 'deadline' | 'lost' | 'aborted' | 'closed'

/** The work was not done, for want of a database: no connection, no free one in time, over its deadline, or lost on the way. */
export class DatabaseUnavailable extends Error {
  readonly reason: UnavailableReason
  constructor(reason: UnavailableReason, cause?: unknown) {
    super(`database unavailable: ${reason}`, { cause })
    this.name = 'DatabaseUnavailable'
    this.reason = reason
  }
}

/** The commit was sent and its answer never came: the work may or may not be stored. `Database.outcome` can tell later. */
export class CommitOutcomeUnknown extends Error {
  readonly transactionId: string | null
  constructor(transactionId: string | null, cause?: unknown) {
    super('the outcome of a commit is unknown', { cause })
    this.name = 'CommitOutcomeUnknown'
    this.transactionId = transactionId
  }
}

/** A query came after the end of its transaction: something was not awaited. */
export class TransactionEnded extends Error {
  constructor() {
    super('a query came after the end of its transaction')
    this.name = 'TransactionEnded'
  }
}

/** A statement failed, its error was swallowed, and so the commit became a rollback. */
export class TransactionRolledBack extends Error {
  constructor() {
    super('a statement failed and its error was swallowed, so nothing was committed')
    this.name = 'TransactionRolledBack'
  }
}

/** The server answered, and refused: whether it is stored is known. */
export const isRefusal = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'severity' in error && error.severity === 'ERROR'
