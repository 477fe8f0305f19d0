import { graphql, type GraphQLSchema } from 'graphql'
import pino from 'pino'
import { toPublicError } from '../../src/app/graphql/error-adapter.ts'
import type { Database, Tx } from '../../src/database/tx.ts'
import { GraphContext } from '../../src/graphql-kit/context.ts'
import type { MemberRole, Scope } from '../../src/kernel/actor.ts'
import { type Account, acting, type Caller } from '../../src/kernel/caller.ts'
import { testVault } from '../intake.ts'
import { noActivity } from '../no-activity.ts'
import type { GraphqlAnswer } from '../person.ts'
import type { Tenant } from './tenant-rows.ts'

const quiet = pino({ level: 'silent' })

/** Executes an operation on a schema put together by the test, as the server does: one context an operation, errors made public. */
export async function execute(
  { schema, database }: { schema: GraphQLSchema; database: Database },
  caller: Caller,
  source: string,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<GraphqlAnswer<Record<string, unknown>>> {
  const services = {
    database,
    vault: testVault,
    publicUrl: () => 'https://clinch.example',
    forgetCallers: () => undefined,
    confirmIdentity: () => Promise.resolve(),
    activity: noActivity,
    checkKey: () => Promise.reject(new Error('No provider is called here')),
    unlimited: true,
  }
  const contextValue = new GraphContext(caller, { id: 'test-request', address: '127.0.0.1' }, services)
  try {
    const { data, errors } = await graphql({ schema, source, contextValue, variableValues })
    const plain = { data: data ?? null, ...(errors ? { errors: errors.map((error) => toPublicError(error, 'test-request', quiet)) } : {}) }
    // As it would go over the wire.
    return JSON.parse(JSON.stringify(plain)) as GraphqlAnswer<Record<string, unknown>>
  } finally {
    await contextValue.end()
  }
}

/** A person who signed in. */
export const accountOf = (tenant: Tenant, userId: string): Account => ({
  userId,
  name: 'Some Body',
  email: 'some.body@clinch.example',
  emailVerified: true,
  twoFactorEnabled: false,
  sessionId: tenant.id('sessions'),
  isOperator: false,
})

const users = { owner: 1, admin: 2, sales_rep: 3, operator: 4 } as const
const userOf = (tenant: Tenant, who: keyof typeof users): string => tenant.id('callers', users[who])

/**
 * Statements that give a tenant those who call here, since a write asks whether its caller still stands: members of every role, an
 * operator who acts there, a key, and a session by a portal link for the closer and for the setter. Run again, they put them back.
 */
export function callersOf(tenant: Tenant): string[] {
  const { organizationId, id } = tenant
  const members = (['owner', 'admin', 'sales_rep'] as const).map(
    (role) => `insert into organization_members (organization_id, id, user_id, role, name, email)
      values ('${organizationId}', '${userOf(tenant, role)}', '${userOf(tenant, role)}', '${role}', 'Some Body', '${role}@callers.example')
      on conflict (organization_id, id) do update set role = excluded.role`,
  )
  const portals = (['closers', 'setters'] as const).flatMap((as, index) => {
    const link = `'${organizationId}', '${id(`callers of ${as}`)}'`
    const person = index === 0 ? 'closer_id' : 'setter_id'
    return [
      `update ${as} set user_id = '${userOf(tenant, 'sales_rep')}', deactivated_at = null where organization_id = '${organizationId}' and id = '${id(as)}'`,
      `insert into portal_links (organization_id, id, ${person}, token_hash, last_four, created_by, expires_at)
         values (${link}, '${id(as)}', 'callers ${as}', 'abcd', 'Ada', '2099-01-01') on conflict (organization_id, id) do update set revoked_at = null`,
      `insert into portal_sessions (organization_id, id, link_id, token_hash, address, device, expires_at)
         values (${link}, '${id(`callers of ${as}`)}', 'callers ${as}', '', '', '2099-01-01') on conflict (organization_id, id) do update set ended_at = null`,
    ]
  })
  return [
    ...members,
    ...portals,
    `insert into api_keys (organization_id, id, name, key_hash, last_four, scopes, created_by)
       values ('${organizationId}', '${id('key of callers')}', 'Key', 'callers', 'abcd', '{}', 'Ada') on conflict (organization_id, id) do update set revoked_at = null`,
    `insert into user_roles (user_id, role) values ('${userOf(tenant, 'operator')}', 'super_admin') on conflict do nothing`,
    `insert into operator_sessions (organization_id, id, user_id, operator_name, reason, expires_at)
       values ('${organizationId}', '${id('session of callers')}', '${userOf(tenant, 'operator')}', 'Op Erator', 'They asked.', '2099-01-01')
       on conflict (organization_id, id) do update set ended_at = null`,
  ]
}

/** A member of a tenant, as the server recognises them. */
export function memberOf(
  tenant: Tenant,
  role: MemberRole,
  { closerId = null, setterId = null }: { closerId?: string | null; setterId?: string | null } = {},
): Caller {
  const account = accountOf(tenant, userOf(tenant, role))
  return acting(account, {
    kind: 'user',
    organizationId: tenant.organizationId,
    userId: account.userId,
    name: account.name,
    role,
    closerId,
    setterId,
  })
}

/** Whoever came by the portal link of a tenant’s first closer or setter. */
export const portalOf = (tenant: Tenant, as: 'closers' | 'setters'): Caller =>
  acting(null, {
    kind: 'portal',
    organizationId: tenant.organizationId,
    linkId: tenant.id(`callers of ${as}`),
    sessionId: tenant.id(`callers of ${as}`),
    name: 'Some Body',
    closerId: as === 'closers' ? tenant.id('closers') : null,
    setterId: as === 'setters' ? tenant.id('setters') : null,
  })

/** An operator of the platform who acts for a tenant. */
export function operatorOf(tenant: Tenant): Caller {
  const account = { ...accountOf(tenant, userOf(tenant, 'operator')), isOperator: true }
  return acting(account, { kind: 'operator', organizationId: tenant.organizationId, userId: account.userId, name: account.name })
}

/** An API key of a tenant. */
export const keyOf = (tenant: Tenant, scopes: readonly Scope[]): Caller =>
  acting(null, { kind: 'api_key', organizationId: tenant.organizationId, keyId: tenant.id('key of callers'), name: 'Key', scopes })

/**
 * A database whose transactions belong to their caller's tenant, while the code that uses them takes another one for it: every
 * condition that it writes names the wrong organization. What is then kept from it, row-level security alone keeps.
 */
export function mistaking(database: Database, claimed: Tenant): Database {
  const mistaken = <Given extends Tx>(tx: Given): Given => Object.defineProperty(tx, 'organizationId', { value: claimed.organizationId })
  return {
    ...database,
    transaction: (settings, work, options) => database.transaction(settings, (tx) => work(mistaken(tx)), options),
    open(settings, options) {
      const opened = database.open(settings, options)
      mistaken(opened.tx)
      return opened
    },
  }
}
