import { useTold } from './live-state.ts'

/** Calls become overdue, and come nearer, without anything being written: nobody is told of that. */
const whileToldMs = 60_000
const byItselfMs = 20_000

export interface LookAgain {
  pollInterval: number
  skipPollAttempt: () => boolean
}

/** How often a page looks for itself: seldom while the server tells it what happens, and never while nobody sees it. */
export function useLookAgain(): LookAgain {
  return { pollInterval: useTold() ? whileToldMs : byItselfMs, skipPollAttempt: isHidden }
}

const isHidden = (): boolean => document.hidden
