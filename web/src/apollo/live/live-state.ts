import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let told = false

/** Whether the server tells this page of what happens. While it does not, pages look for themselves. */
export function setTold(next: boolean): void {
  if (told === next) return
  told = next
  for (const each of listeners) each()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useTold = (): boolean => useSyncExternalStore(subscribe, () => told)
