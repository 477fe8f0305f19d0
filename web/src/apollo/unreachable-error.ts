/** No answer came: offline, refused, cut off. Told apart from an answer that says no, and from errors of our own code. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super('The server could not be reached.', { cause })
    this.name = 'UnreachableError'
  }
}

/** `fetch`, whose rejection says what it means. A request that was given up on purpose keeps its own error. */
export const reach: typeof fetch = async (input, init) => {
  try {
    return await fetch(input, init)
  } catch (error) {
    throw init?.signal?.aborted ? error : new UnreachableError(error)
  }
}

/** Fetches code that comes later than the page; where that fails, no answer came. */
export const fetchCode = <Code>(load: () => Promise<Code>): Promise<Code> =>
  load().catch((cause: unknown) => {
    throw new UnreachableError(cause)
  })
