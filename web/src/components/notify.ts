import { useSyncExternalStore } from 'react'

export interface Notice {
  /** A second, quieter line. */
  detail?: string
  /** Something to press: `Undo`, `Try again`. */
  action?: { label: string; onPress: () => void }
}

export interface ShownNotice extends Notice {
  id: number
  kind: 'done' | 'news' | 'problem'
  title: string
}

let shown: readonly ShownNotice[] = []
let lastId = 0
const listeners = new Set<() => void>()

const change = (next: readonly ShownNotice[]): void => {
  shown = next
  for (const listener of listeners) listener()
}

/** A problem that is said twice is shown once, with whatever either of the two offers. */
const add =
  (kind: ShownNotice['kind']) =>
  (title: string, notice: Notice = {}): void => {
    lastId += 1
    const same = kind === 'problem' ? shown.find((each) => each.kind === kind && each.title === title) : undefined
    const others = shown.filter((each) => each !== same)
    change([...others, { ...same, ...notice, action: notice.action ?? same?.action, id: lastId, kind, title }])
  }

/** Takes a notice away. */
export const dismissNotice = (id: number): void => change(shown.filter((notice) => notice.id !== id))

/** Takes all of them away: whoever comes next is told nothing of what was. */
export const dismissNotices = (): void => change([])

/** Says something in a corner, without interrupting. What must be decided is a Dialog, what stays is on the page. */
export const notify = {
  /** Something was done; gone after 6 s. Offer Undo where that is possible. */
  done: add('done'),
  /** Something happened that the person did not do; gone after 6 s. */
  news: add('news'),
  /** Something failed; stays until it is dismissed. Put the request id into the detail. */
  problem: add('problem'),
}

export const useNotices = (): readonly ShownNotice[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
