import { useSyncExternalStore } from 'react'

const tickMs = 30_000
const listeners = new Set<() => void>()
let now = new Date()
let timer: ReturnType<typeof setInterval> | undefined

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = new Date()
    for (const each of listeners) each()
  }, tickMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

const snapshot = (): Date => {
  // With no timer running the clock stood still: catch up before it is shown again.
  if (timer === undefined && Date.now() - now.getTime() > tickMs) now = new Date()
  return now
}

/** The present, half a minute exact; one timer serves every relative time on the page. */
export const useNow = (): Date => useSyncExternalStore(subscribe, snapshot)
