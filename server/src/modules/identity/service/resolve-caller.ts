import type { IncomingHttpHeaders } from 'node:http'
import type { Database } from '../../../database/tx.ts'
import type { SessionSettings } from '../../../database/session-settings.ts'
import { type MemberRole, type Scope, scopes } from '../../../kernel/actor.ts'
import { type Account, anonymous, type Caller } from '../../../kernel/caller.ts'
import { readTenantToken } from '../../../kernel/tenant-token.ts'
import type { Auth } from './auth.ts'
import { BriefMemory } from './brief-memory.ts'

/** Who was recognised is remembered for so long; a revoked key or ended session may go on for that time in other processes. */
const rememberedMs = 5_000
const rememberedCallers = 10_000

export interface CallerResolver {
  resolve(headers: IncomingHttpHeaders): Promise<Caller>
  /** Forgets everybody at once, after credentials or memberships changed. */
  forget(): void
}

export const apiKeyPrefix = 'clinch'

/** Tells who calls, by an API key or by a session and the organization that it names. */
export function createCallerResolver(database: Database, auth: Pick<Auth, 'accountOf'>): CallerResolver {
  const memory = new BriefMemory<Caller>(rememberedMs, rememberedCallers)
  return {
    resolve(headers) {
      const bearer = /^Bearer\s+(.+)$/i.exec(headers.authorization ?? '')?.[1]?.trim()
      if (bearer !== undefined) return memory.recall(`key:${bearer}`, () => callerOfKey(database, bearer))
      if (!headers.cookie?.includes('session_token')) return Promise.resolve(anonymous)
      const wanted = headers['x-organization-id']
      const organizationId = typeof wanted === 'string' && wanted !== '' ? wanted.toLowerCase() : null
      return memory.recall(`session:${organizationId ?? ''}:${headers.cookie}`, async () => {
        const account = await auth.accountOf(headers)
        return account
          ? callerOfAccount(database, account, organizationId)
          : { ...anonymous, why: 'Your session has ended. Sign in again.' }
      })
    },
    forget: () => memory.forget(),
  }
}

const insideTenant = (organizationId: string): SessionSettings => ({
  organizationId,
  userId: null,
  scope: 'organization',
  repIds: [],
  actor: 'job:sign-in',
  requestId: '',
})

interface KeyRow {
  id: string
  name: string
  scopes: string[]
  expired: boolean
  revoked: boolean
  stale: boolean
}

const badKey: Caller = { ...anonymous, why: 'This API key is not valid.' }

async function callerOfKey(database: Database, text: string): Promise<Caller> {
  const token = readTenantToken(apiKeyPrefix, text)
  if (!token) return badKey
  const { organizationId, hash } = token
  const [rows] = await database.flight(
    insideTenant(organizationId),
    [
      {
        text: `select id, name, scopes, coalesce(expires_at <= now(), false) as expired, revoked_at is not null as revoked,
                 coalesce(last_used_at < now() - interval '1 minute', true) as stale
               from api_keys where organization_id = $1 and key_hash = $2`,
        parameters: [organizationId, hash],
      },
    ],
    { readOnly: true },
  )
  const key = rows?.[0] as KeyRow | undefined
  if (!key) return badKey
  if (key.revoked) return { ...anonymous, why: 'This API key was revoked.' }
  if (key.expired) return { ...anonymous, why: 'This API key has expired.' }
  if (key.stale) {
    await database.flight(insideTenant(organizationId), [
      { text: `update api_keys set last_used_at = now() where organization_id = $1 and id = $2`, parameters: [organizationId, key.id] },
    ])
  }
  const granted = scopes.filter((scope): scope is Scope => key.scopes.includes(scope))
  return { account: null, actor: { kind: 'api_key', organizationId, keyId: key.id, name: key.name, scopes: granted }, why: null }
}

/** A membership of a user, as seen from outside of any organization. */
export interface Membership {
  organizationId: string
  role: MemberRole
  name: string
}

/** The organizations that a user belongs to, the oldest membership first. */
export async function membershipsOf(database: Database, userId: string): Promise<Membership[]> {
  const outside: SessionSettings = { organizationId: null, userId, scope: 'none', repIds: [], actor: 'job:sign-in', requestId: '' }
  const [rows] = await database.flight(
    outside,
    [
      {
        text: `select organization_id as "organizationId", role, name from organization_members where user_id = $1 order by created_at, id`,
        parameters: [userId],
      },
    ],
    { readOnly: true },
  )
  return (rows ?? []) as Membership[]
}

async function callerOfAccount(database: Database, account: Account, wanted: string | null): Promise<Caller> {
  const memberships = await membershipsOf(database, account.userId)
  const membership = wanted
    ? memberships.find((each) => each.organizationId === wanted)
    : memberships.length === 1
      ? memberships[0]
      : undefined
  if (!membership) return { account, actor: null, why: whyNot(wanted, memberships.length) }
  const { organizationId, role } = membership
  const [links] = await database.flight(
    insideTenant(organizationId),
    [
      {
        text: `select (select id from closers where organization_id = $1 and user_id = $2) as "closerId",
                 (select id from setters where organization_id = $1 and user_id = $2) as "setterId"`,
        parameters: [organizationId, account.userId],
      },
    ],
    { readOnly: true },
  )
  const link = links?.[0] as { closerId: string | null; setterId: string | null } | undefined
  const { closerId = null, setterId = null } = link ?? {}
  return {
    account,
    actor: { kind: 'user', organizationId, userId: account.userId, name: account.name, role, closerId, setterId },
    why: null,
  }
}

function whyNot(wanted: string | null, memberships: number): string {
  if (wanted) return 'You are not a member of this organization.'
  return memberships === 0 ? 'You are not a member of an organization yet.' : 'Say which organization with the x-organization-id header.'
}
