import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Database } from '../../../database/tx.ts'
import type { Origin } from '../../../kernel/actor.ts'
import type { Account } from '../../../kernel/caller.ts'
import { rateLimited } from '../../../kernel/errors.ts'
import { limitKeyOfAddress } from '../../../lib/limit-key.ts'

/** Attempts to use an invitation, a minute. An office joining on its first day stays well below the second. */
const perAccount = 30
const perAddress = 120

const nobody: SessionSettings = { organizationId: null, userId: null, scope: 'none', repIds: [], actor: 'job:invitations', requestId: '' }

/**
 * Counts an attempt to use an invitation against its account and its address, and throws RATE_LIMITED over either limit. Counted in a
 * transaction of its own, so that an attempt that fails counts as well.
 */
export async function limitAttempts(database: Database, account: Account, { address }: Origin): Promise<void> {
  const limits = [
    { key: `invitation:account:${account.userId}`, allowed: perAccount },
    ...(address ? [{ key: `invitation:address:${limitKeyOfAddress(address)}`, allowed: perAddress }] : []),
  ]
  const [rows = []] = await database.flight(nobody, [
    {
      text: `select max(intake.consume(key, allowed, 60)) as wait from unnest($1::text[], $2::int[]) as l(key, allowed)`,
      parameters: [limits.map(({ key }) => key), limits.map(({ allowed }) => allowed)],
    },
  ])
  // The shape that the statement's column gives.
  const { wait } = rows[0] as { wait: number }
  if (wait > 0) throw rateLimited('Too many attempts to use an invitation.', wait)
}
