/** Cuts what a PostgreSQL server sends into its messages: a letter, a length, a body. */
export class MessageReader {
  #rest: Buffer = Buffer.alloc(0)

  /** The messages that are complete with this chunk, in order. */
  read(chunk: Buffer): Buffer[] {
    this.#rest = Buffer.concat([this.#rest, chunk])
    const messages: Buffer[] = []
    while (this.#rest.length >= 5) {
      const length = 1 + this.#rest.readUInt32BE(1)
      if (this.#rest.length < length) break
      messages.push(this.#rest.subarray(0, length))
      this.#rest = this.#rest.subarray(length)
    }
    return messages
  }
}

export type MessageTest = (message: Buffer) => boolean

const letterOf = (message: Buffer): string => message.toString('latin1', 0, 1)

const isDone =
  (command: string): MessageTest =>
  (message) =>
    letterOf(message) === 'C' && message.toString('utf8', 5) === `${command}\0`

/** The answer to a COMMIT that committed. */
export const isCommitAnswer = isDone('COMMIT')

/** The answer to a ROLLBACK, or to the COMMIT of a transaction that had failed. */
export const isRollbackAnswer = isDone('ROLLBACK')

/** "I am ready": the first one of a connection ends its logging in. */
export const isReadyForQuery: MessageTest = (message) => letterOf(message) === 'Z'

/** Asks for a password, or says that the login is fine. */
export const isAuthentication: MessageTest = (message) => letterOf(message) === 'R'

/** The columns of an answer that will come. */
export const isRowDescription: MessageTest = (message) => letterOf(message) === 'T'
