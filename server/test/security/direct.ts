import { graphql, type GraphQLSchema } from 'graphql'
import pino from 'pino'
import { toPublicError } from '../../src/app/graphql/error-adapter.ts'
import type { Database, Tx } from '../../src/database/tx.ts'
import { GraphContext } from '../../src/graphql-kit/context.ts'
import type { MemberRole, Scope } from '../../src/kernel/actor.ts'
import { acting, type Caller } from '../../src/kernel/caller.ts'
import { testVault } from '../intake.ts'
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
  const services = { database, vault: testVault, publicUrl: () => 'https://clinch.example', forgetCallers: () => undefined }
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

/** A member of a tenant, as the server recognises them. */
export function memberOf(tenant: Tenant, role: MemberRole, closerId: string | null = null): Caller {
  const userId = tenant.id('users')
  const account = { userId, name: 'Some Body', email: 'some.body@clinch.example', isOperator: false }
  return acting(account, {
    kind: 'user',
    organizationId: tenant.organizationId,
    userId,
    name: account.name,
    role,
    closerId,
    setterId: null,
  })
}

/** An API key of a tenant. */
export const keyOf = (tenant: Tenant, scopes: readonly Scope[]): Caller =>
  acting(null, { kind: 'api_key', organizationId: tenant.organizationId, keyId: tenant.id('api_keys'), name: 'Key', scopes })

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
