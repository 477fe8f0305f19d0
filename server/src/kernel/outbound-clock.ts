import { setTimeout } from 'node:timers/promises'

/** Time and chance, as calls to providers know them. */
export interface OutboundClock {
  now(): Date
  /** By what limits and breakers are judged: null for the database's own clock, which all processes share. */
  shared(): Date | null
  /** Resolves after so long. */
  wait(milliseconds: number): Promise<void>
  /** From 0 up to 1. */
  random(): number
}

export const systemClock: OutboundClock = {
  now: () => new Date(),
  shared: () => null,
  wait: (milliseconds) => setTimeout(milliseconds),
  random: () => Math.random(),
}
