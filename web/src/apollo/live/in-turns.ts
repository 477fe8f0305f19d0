/** How far apart two turns begin at the least, and how long the first waits for what comes with it. */
export interface TurnTimes {
  apartMs: number
  gatherMs: number
}

export interface Turns {
  /** Something is to be done; however often this is called, it is done once for all of it. */
  ask(): void
  stop(): void
}

/** Whether somebody sees the page, and word of a change of that. */
export interface Sight {
  readonly hidden: boolean
  addEventListener: (type: 'visibilitychange', listener: () => void) => void
  removeEventListener: (type: 'visibilitychange', listener: () => void) => void
}

/**
 * Does something again and again, as often as it is asked for and not oftener than may be: one turn after the other, each for all that
 * was asked before it. While nobody sees the page it is put off until somebody does.
 */
export function inTurns(work: () => Promise<unknown>, { apartMs, gatherMs }: TurnTimes, page: Sight = document): Turns {
  let wanted = false
  let working = false
  let stopped = false
  let lastBegunAt = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined

  const next = () => {
    if (stopped || !wanted || working || timer !== undefined || page.hidden) return
    const waitMs = Math.max(gatherMs, lastBegunAt + apartMs - performance.now())
    timer = setTimeout(() => {
      timer = undefined
      if (page.hidden) return
      wanted = false
      working = true
      lastBegunAt = performance.now()
      void work().finally(() => {
        working = false
        next()
      })
    }, waitMs)
  }
  page.addEventListener('visibilitychange', next)
  return {
    ask() {
      wanted = true
      next()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      page.removeEventListener('visibilitychange', next)
    },
  }
}
