import { z } from 'zod'
import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Database } from '../../../database/tx.ts'
import type { Origin } from '../../../kernel/actor.ts'
import type { Account } from '../../../kernel/caller.ts'
import { notFound } from '../../../kernel/errors.ts'
import { parseInput } from '../../../kernel/verb.ts'
import { describeDevice } from '../../../lib/describe-device.ts'

/** A session of somebody's own. Its token is nobody's to see. */
export interface SessionOfUser {
  id: string
  /** In words: "Safari on iPhone". */
  device: string
  /** The network address that it began at; null where none was known. */
  address: string | null
  createdAt: string
  /** To the minute. */
  lastSeenAt: string
  /** Whether it is the one that asks. */
  current: boolean
}

interface SessionRow {
  id: string
  userAgent: string | null
  address: string | null
  createdAt: string
  lastSeenAt: string
}

/** Whose sessions, and from where they are asked for. */
export interface OwnSessions {
  account: Account
  database: Database
  origin: Origin
}

const RevokeSession = z.object({ id: z.uuid('This is not an id.') })

/** A user outside of any tenant: the database's functions look at who they are alone. */
const asThemselves = ({ account, origin }: OwnSessions): SessionSettings => ({
  organizationId: null,
  userId: account.userId,
  scope: 'none',
  repIds: [],
  actor: `user:${account.userId}`,
  ...origin,
})

/** The caller's sessions that are good, the last used first. */
export async function listSessions(own: OwnSessions): Promise<SessionOfUser[]> {
  const rows = await own.database.transaction(
    asThemselves(own),
    (tx) =>
      tx.query<SessionRow>(
        `select id, user_agent as "userAgent", address, created_at as "createdAt", last_seen_at as "lastSeenAt" from identity.sessions()`,
      ),
    { readOnly: true },
  )
  return rows.map(({ userAgent, address, ...row }) => ({
    ...row,
    device: describeDevice(userAgent),
    address: address === '' ? null : address,
    current: row.id === own.account.sessionId,
  }))
}

/** Ends one of the caller's sessions. Throws NOT_FOUND for one that is not theirs, or has ended. */
export async function revokeSession(own: OwnSessions & { input: z.input<typeof RevokeSession> }): Promise<{ id: string }> {
  const { id } = parseInput(RevokeSession, own.input)
  const ended = await endSessions(own, 'identity.end_sessions($1, null)', id)
  if (ended === 0) throw notFound('session')
  return { id }
}

/** Ends every session of the caller's but the one that asks. */
export async function revokeOtherSessions(own: OwnSessions): Promise<void> {
  await endSessions(own, 'identity.end_sessions(null, $1)', own.account.sessionId)
}

async function endSessions(own: OwnSessions, call: string, id: string): Promise<number> {
  const ended = await own.database.transaction(asThemselves(own), (tx) => tx.query(`select from ${call}`, [id]))
  return ended.length
}
