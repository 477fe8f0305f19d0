export interface Rounds {
  /** A round is to be made that begins after this; however often it is asked for, one is. */
  ask(): void
  /** Makes no more, and waits for the one that is under way. */
  stop(): Promise<void>
}

/** Makes one round of work at a time, each for all that asked before it began, `gatherMs` after the first of them. */
export function inRounds(work: () => Promise<void>, gatherMs: number): Rounds {
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> | null = null
  let again = false
  let stopped = false

  const ask = (): void => {
    if (stopped || timer !== undefined) return
    // What it has looked at already may have changed since: one more, however long it takes and however often that is said.
    if (round) {
      again = true
      return
    }
    timer = setTimeout(() => {
      timer = undefined
      round = work().finally(() => {
        round = null
        if (!again) return
        again = false
        ask()
      })
    }, gatherMs)
  }
  return {
    ask,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}
