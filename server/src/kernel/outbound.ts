import type { Logger } from 'pino'
import type { Database } from '../database/tx.ts'
import { isUnavailable, providerUnavailable } from './errors.ts'
import type { CalledProvider, ProviderAnswer, ProviderRequest } from './outbound-call.ts'
import { type OutboundClock, systemClock } from './outbound-clock.ts'
import { type Attempt, fetchOnce } from './outbound-fetch.ts'
import { createGate, type Gate } from './outbound-gate.ts'
import { backoffMs } from './outbound-retry.ts'

/** How every call to a provider is made. */
export interface Outbound {
  /** Throws PROVIDER_UNAVAILABLE where the provider does not answer, or may not be called now. */
  call(request: ProviderRequest): Promise<ProviderAnswer>
}

export interface OutboundOptions {
  database: Database
  logger: Logger
  providers: Readonly<Record<string, CalledProvider>>
  clock?: OutboundClock
  timeoutMs?: number
  callsAMinute?: number
  callsAtOnce?: number
}

const tries = 3
const largestAnswerBytes = 2 * 1024 * 1024
/** Longer than this no call waits for its turn or its next try: whoever wants it comes again later, and keeps no worker busy meanwhile. */
const longestWaitMs = 10_000

/**
 * Calls to providers: timed out, tried again with growing delays and as the provider asks, limited and cut off for each connection, by what
 * all processes share. Whoever calls gets an answer or PROVIDER_UNAVAILABLE, within about a minute.
 */
export function createOutbound(options: OutboundOptions): Outbound {
  const { logger, providers, clock = systemClock, timeoutMs = 10_000 } = options
  const gate = createGate({
    database: options.database,
    clock,
    callsAMinute: options.callsAMinute ?? 50,
    callsAtOnce: options.callsAtOnce ?? 5,
    heldForMs: timeoutMs + 5_000,
    longestWaitMs,
  })
  return {
    async call(request) {
      const provider = providers[request.connection.provider]
      if (!provider) throw new Error(`There is no address of ${request.connection.provider}`)
      let failure: string | null = null
      for (let count = 1; ; count += 1) {
        const { attempt, askedAt } = await tryOnce(request, count, provider).catch((error: unknown) => {
          // That it may not be called again says less than why it was to be.
          if (failure !== null && isUnavailable(error)) throw providerUnavailable(failure, Number(error.details.retryAfter))
          throw error
        })
        if (attempt.kind === 'answer') return { status: attempt.status, body: attempt.body, askedAt }
        failure = attempt.why
        const waitMs = attempt.retryAfterMs ?? backoffMs(count, clock.random())
        const again = attempt.repeatable && (isRepeatable(request) || attempt.kind === 'held_off')
        if (!again || count === tries || waitMs > longestWaitMs) throw providerUnavailable(attempt.why, Math.ceil(waitMs / 1000))
        await clock.wait(waitMs)
      }
    },
  }

  async function tryOnce(request: ProviderRequest, count: number, provider: CalledProvider): Promise<{ attempt: Attempt; askedAt: Date }> {
    const place = await gate.enter(request, provider.name)
    const began = clock.now().getTime()
    const attempt = await fetchOnce(request, provider, { timeoutMs, largestAnswerBytes, now: clock.now() })
    const { connection, requestId, method = 'GET', path } = request
    const outcome = {
      provider: connection.provider,
      method,
      path: path.split('?', 1)[0],
      attempt: count,
      came: attempt.kind,
      status: attempt.status,
    }
    const { organizationId, connectionId } = connection
    logger.info({ ...outcome, organizationId, connectionId, requestId, durationMs: clock.now().getTime() - began }, 'provider called')
    await leave(gate, place.callId, request, attempt, count)
    return { attempt, askedAt: place.askedAt }
  }

  function leave(to: Gate, callId: string, request: ProviderRequest, attempt: Attempt, count: number): Promise<void> {
    if (attempt.kind === 'answer') {
      const refused = attempt.status === 401 || attempt.status === 403
      return to.leave(request, callId, refused ? { outcome: 'refused', why: attempt.why } : { outcome: 'answered' })
    }
    if (attempt.kind === 'failed') return to.leave(request, callId, { outcome: 'failed', why: attempt.why })
    return to.leave(request, callId, {
      outcome: 'held_off',
      why: attempt.why,
      holdOffMs: attempt.retryAfterMs ?? backoffMs(count, 1),
    })
  }
}

const isRepeatable = ({ method = 'GET', repeatable }: ProviderRequest): boolean => repeatable ?? method !== 'POST'
