/** What a promise answers, or an error if it has not answered by then: a caller that hangs is told apart from one that waits. */
export async function within<Result>(what: string, limitMs: number, promise: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(`No answer within ${limitMs} ms: ${what}`)), limitMs)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

export class NoAnswer extends Error {}

/** Rejections and exceptions that nobody caught, from now on. */
export function recordUncaught(): { seen: unknown[]; stop(): void } {
  const seen: unknown[] = []
  const note = (error: unknown) => void seen.push(error)
  process.on('unhandledRejection', note).on('uncaughtException', note)
  return {
    seen,
    stop() {
      process.off('unhandledRejection', note).off('uncaughtException', note)
    },
  }
}
