import type { Database } from '../../../database/tx.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { limitKeyOfAddress } from '../../../lib/limit-key.ts'
import { asIntake } from './as-intake.ts'
import { gather } from './gather.ts'

/** A connection as the intake sees it: found by its id alone, with its secrets opened. */
export interface KnownConnection {
  organizationId: string
  secrets: string[]
  /** Whether one of them was imported in the clear, and is to be sealed now that it is used. */
  hasPlainSecret: boolean
}

export type Admission =
  | { admitted: false; reason: 'limit'; retryAfterSeconds: number }
  | { admitted: false; reason: 'unknown' }
  | { admitted: true; connection: KnownConnection }

export interface Knock {
  provider: string
  connectionId: string
  address: string
  /** How many requests a minute its address may send; null for any number. */
  perMinute: number | null
}

interface Found {
  place: number
  wait: number
  organizationId: string | null
  state: string
  /** Sealed, or imported in the clear and not sealed yet. */
  secrets: { id: string; sealed: string | null; plain: string | null }[] | null
}

/**
 * Counts a request against the limit of its address, and finds the connection: one flight, for all requests that came meanwhile. It is
 * looked up each time, so that a connection that was switched off, or a secret that was replaced, counts at once in every process. The
 * connection's own limit is counted later, for what is rightly signed, so that nobody else can use it up. If the database cannot be
 * reached, this throws.
 */
export function webhookAdmission(database: Database, vault: Vault): (knock: Knock) => Promise<Admission> {
  const find = async (knocks: readonly Knock[]): Promise<PromiseSettledResult<Admission>[]> => {
    const [rows] = await database.flight(asIntake, [
      {
        text: `select place, wait, organization_id as "organizationId", state, secrets
          from intake.admit($1::text[], $2::uuid[], $3::text[], $4::int[])`,
        parameters: [
          knocks.map(({ provider }) => provider),
          knocks.map(({ connectionId }) => connectionId),
          knocks.map(({ address }) => `webhook:address:${limitKeyOfAddress(address)}`),
          knocks.map(({ perMinute }) => perMinute),
        ],
      },
    ])
    // The shape that the function's columns give.
    const found = new Map((rows as Found[]).map((row) => [row.place, row]))
    return Promise.allSettled(knocks.map(async (knock, index) => admit(vault, knock, found.get(index + 1))))
  }
  return gather({ lanes: 2, most: 100, heaviest: 100, weightOf: () => 1, waitMs: 2_000, send: find })
}

/** Throws where a secret does not open: then nobody can tell who signed. */
function admit(vault: Vault, { connectionId }: Knock, found: Found | undefined): Admission {
  if (!found) throw new Error('A request was given no answer')
  if (found.wait > 0) return { admitted: false, reason: 'limit', retryAfterSeconds: found.wait }
  if (found.organizationId === null || found.state !== 'active') return { admitted: false, reason: 'unknown' }
  const { organizationId } = found
  const secrets = found.secrets ?? []
  const opened = secrets.map(({ id, sealed, plain }) =>
    sealed === null ? (plain ?? '') : vault.open(sealed, { organizationId, connectionId, secretId: id, field: 'webhook_secret' }),
  )
  return {
    admitted: true,
    connection: {
      organizationId,
      // Whatever an import brought: with a blank secret anybody could sign.
      secrets: opened.filter((secret) => secret.trim() !== ''),
      hasPlainSecret: secrets.some(({ plain }) => plain !== null),
    },
  }
}
