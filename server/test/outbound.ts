import pino from 'pino'
import type { Database } from '../src/database/tx.ts'
import { calledProviders } from '../src/integrations/called-providers.ts'
import type { Outbound, OutboundOptions } from '../src/kernel/outbound.ts'
import { createOutbound } from '../src/kernel/outbound.ts'
import type { OutboundClock } from '../src/kernel/outbound-clock.ts'

/** A clock that stands still until somebody waits: then it goes on by so much, at once. */
export interface FakeClock extends OutboundClock {
  /** How long was waited each time, in milliseconds. */
  waits: number[]
  pass(milliseconds: number): void
}

export function fakeClock(start = new Date('2026-11-20T12:00:00Z')): FakeClock {
  let now = start.getTime()
  const waits: number[] = []
  return {
    waits,
    now: () => new Date(now),
    shared: () => new Date(now),
    wait(milliseconds) {
      waits.push(milliseconds)
      now += milliseconds
      return Promise.resolve()
    },
    random: () => 0.5,
    pass: (milliseconds) => void (now += milliseconds),
  }
}

/** Every provider at one address. */
export const providersAt = (url: string) => calledProviders({ CALENDLY_URL: url, ACUITY_URL: url, STRIPE_URL: url, WHOP_URL: url })

/** Calls to the one provider of a test, whichever it is, at this address; what is logged is kept. */
export function outboundTo(
  database: Database,
  url: string,
  options: Partial<Omit<OutboundOptions, 'database' | 'providers'>> = {},
): Outbound & { logs: string[] } {
  const logs: string[] = []
  const logger = pino({ level: 'debug' }, { write: (line: string) => void logs.push(line) })
  return { logs, ...createOutbound({ database, logger, providers: providersAt(url), ...options }) }
}
