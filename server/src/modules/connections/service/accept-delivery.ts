import { v7 as uuidv7 } from 'uuid'
import { isRefusal } from '../../../database/database-errors.ts'
import type { Database } from '../../../database/tx.ts'
import { asIntake } from './as-intake.ts'
import { gather } from './gather.ts'
import { processDelivery } from './process-delivery.ts'

/** A request that was verified with a secret of its connection, as it is to be kept. */
export interface Arrival {
  /** Of the connection with whose secret it was verified. */
  organizationId: string
  connectionId: string
  kind: string
  dedupeKey: string
  body: Buffer
  remoteAddress: string
  requestId: string
  /** How many deliveries a minute its connection may have; null for any number. */
  perMinute: number | null
}

/** `limit`: over the connection's limit, and not stored. `unknown`: its connection was switched off meanwhile. */
export type Acceptance = { taken: 'new' | 'repeated' } | { taken: 'limit'; retryAfterSeconds: number } | { taken: 'unknown' }

interface Stored {
  place: number
  wait: number
  isNew: boolean
}

const mostTogether = 100
const heaviestTogetherBytes = 2 * 1024 * 1024

/**
 * Counts deliveries, and stores each with its job before it is answered: those that come while a write is under way go together in the
 * next one. One that is known already is only counted. Where the database refuses a group, each is tried alone, so that none fails for
 * another's sake.
 */
export function deliveryStore(database: Database): (arrival: Arrival) => Promise<Acceptance> {
  const store = async (arrivals: readonly Arrival[]): Promise<PromiseSettledResult<Acceptance>[]> => {
    try {
      const stored = await storeTogether(database, arrivals)
      return stored.map((value) => ({ status: 'fulfilled', value }))
    } catch (error) {
      if (arrivals.length === 1 || !isRefusal(error)) throw error
      return Promise.allSettled(arrivals.map(async (arrival) => only(await storeTogether(database, [arrival]))))
    }
  }
  return gather({
    lanes: 2,
    most: mostTogether,
    heaviest: heaviestTogetherBytes,
    weightOf: ({ body }) => body.length,
    waitMs: 2_000,
    send: store,
  })
}

async function storeTogether(database: Database, arrivals: readonly Arrival[]): Promise<Acceptance[]> {
  const [rows] = await database.flight(asIntake, [
    {
      text: `select place, wait, is_new as "isNew" from intake.store_deliveries(
        $1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bytea[], $7::text[], $8::text[], $9::int[], $10::text, $11::int)`,
      parameters: [
        arrivals.map(({ organizationId }) => organizationId),
        arrivals.map(({ connectionId }) => connectionId),
        arrivals.map(() => uuidv7()),
        arrivals.map(({ dedupeKey }) => dedupeKey),
        arrivals.map(({ kind }) => kind),
        arrivals.map(({ body }) => body),
        arrivals.map(({ remoteAddress }) => remoteAddress),
        arrivals.map(({ requestId }) => requestId),
        arrivals.map(({ perMinute }) => perMinute),
        processDelivery.name,
        processDelivery.maxAttempts,
      ],
    },
  ])
  // The shape that the function's columns give.
  const stored = new Map((rows as Stored[]).map((row) => [row.place, row]))
  return arrivals.map((_, index) => toAcceptance(stored.get(index + 1)))
}

function toAcceptance(stored: Stored | undefined): Acceptance {
  if (!stored) return { taken: 'unknown' }
  if (stored.wait > 0) return { taken: 'limit', retryAfterSeconds: stored.wait }
  return { taken: stored.isNew ? 'new' : 'repeated' }
}

function only<Value>([value]: readonly Value[]): Value {
  if (value === undefined) throw new Error('A delivery was given no answer')
  return value
}
