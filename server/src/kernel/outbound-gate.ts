import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../database/tx.ts'
import type { SessionSettings } from '../database/session-settings.ts'
import { dateFromPostgres } from '../lib/postgres-time.ts'
import { providerUnavailable } from './errors.ts'
import type { ProviderRequest } from './outbound-call.ts'
import type { OutboundClock } from './outbound-clock.ts'

export interface GateOptions {
  database: Database
  clock: OutboundClock
  callsAMinute: number
  callsAtOnce: number
  /** After so long a call whose process died is taken for over. */
  heldForMs: number
  longestWaitMs: number
}

/** How a call went, as its connection's breaker and page are told. */
export type CallOutcome =
  { outcome: 'answered' } | { outcome: 'refused' | 'failed'; why: string } | { outcome: 'held_off'; why: string; holdOffMs: number }

/** What lets calls through, for all processes: the limits and the breaker of each connection, kept in the database. */
export interface Gate {
  /** Waits for its turn; throws PROVIDER_UNAVAILABLE where that would take long. */
  enter(request: ProviderRequest, providerName: string): Promise<{ callId: string; askedAt: Date }>
  leave(request: ProviderRequest, callId: string, outcome: CallOutcome): Promise<void>
}

/** After so many failures in a row no call is made for a while; then one is tried. */
const failuresToOpen = 5
const openForMs = 60_000
const busyPauseMs = 200

interface Verdict {
  verdict: 'go' | 'open' | 'busy' | 'limit'
  waitMs: number
  beganAt: string
}

export function createGate({ database, clock, callsAMinute, callsAtOnce, heldForMs, longestWaitMs }: GateOptions): Gate {
  return {
    async enter(request, providerName) {
      const callId = uuidv7()
      for (let waitedMs = 0; ;) {
        const { verdict, waitMs, beganAt } = await ask(request, callId)
        if (verdict === 'go') return { callId, askedAt: dateFromPostgres(beganAt) }
        const pauseMs = verdict === 'busy' ? Math.round(busyPauseMs * (0.5 + clock.random())) : waitMs
        waitedMs += pauseMs
        if (waitedMs > longestWaitMs) throw providerUnavailable(reasons[verdict](providerName), Math.max(1, Math.ceil(pauseMs / 1000)))
        await clock.wait(pauseMs)
      }
    },

    async leave(request, callId, result) {
      const why = result.outcome === 'answered' ? null : result.why
      const holdOffMs = result.outcome === 'held_off' ? result.holdOffMs : 0
      await database.flight(asOutbound(request), [
        {
          text: `select intake.end_call($1, $2, $3, $4, $5::int * interval '1 ms', $6::int, $7::int * interval '1 ms', $8::text::timestamptz)`,
          parameters: [
            request.connection.connectionId,
            callId,
            result.outcome,
            why,
            holdOffMs,
            failuresToOpen,
            openForMs,
            clock.shared()?.toISOString() ?? null,
          ],
        },
      ])
    },
  }

  async function ask(request: ProviderRequest, callId: string): Promise<Verdict> {
    const [rows] = await database.flight(asOutbound(request), [
      {
        text: `select verdict, wait_ms as "waitMs", began_at as "beganAt"
          from intake.begin_call($1, $2, $3, $4::int, $5::int, $6::int, $7::int * interval '1 ms', $8::text::timestamptz)`,
        parameters: [
          request.connection.connectionId,
          callId,
          request.lane ?? null,
          callsAMinute,
          callsAtOnce,
          failuresToOpen,
          heldForMs,
          clock.shared()?.toISOString() ?? null,
        ],
      },
    ])
    // The shape that the statement's columns give.
    const [verdict] = rows as [Verdict]
    return verdict
  }
}

const reasons: Readonly<Record<'open' | 'busy' | 'limit', (name: string) => string>> = {
  open: (name) => `${name} failed again and again, so it is left alone for a moment.`,
  busy: (name) => `Too many calls to ${name} are under way.`,
  limit: (name) => `${name} was called as often as this connection may in a minute.`,
}

const asOutbound = ({ connection, requestId }: ProviderRequest): SessionSettings => ({
  organizationId: connection.organizationId,
  userId: null,
  scope: 'organization',
  repIds: [],
  actor: `job:outbound.${connection.provider}`,
  requestId,
})
