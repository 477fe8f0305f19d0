import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Database, Tx } from '../../../database/tx.ts'
import type { Origin } from '../../../kernel/actor.ts'
import type { Account } from '../../../kernel/caller.ts'
import { conflict, forbidden, notFound } from '../../../kernel/errors.ts'
import { onceForOperator } from '../../../kernel/idempotency.ts'

/** Who operates the platform, and from where. */
export interface Operating {
  account: Account
  database: Database
  origin: Origin
}

/** What makes the retry of an act safe. */
export interface Retry {
  clientMutationId?: string | null | undefined
}

/** What every verb of an operator is given. It opens its own transaction: no tenant is theirs. */
export interface OperatorVerb<Input> extends Operating {
  input: Input & Retry
}

/** Throws FORBIDDEN for whoever is no operator. The database's functions ask the same again. */
export function authorizeOperator({ isOperator }: Account): void {
  if (!isOperator) throw forbidden('Only an operator of the platform may do this.', 'super_admin')
}

/** What the database is told of an operator: who they are, and no tenant, unless one that is just being made. */
const operatorSettings = ({ account, origin }: Operating, organizationId: string | null = null): SessionSettings => ({
  organizationId,
  userId: account.userId,
  scope: organizationId === null ? 'none' : 'organization',
  repIds: [],
  actor: `operator:${account.userId}`,
  ...origin,
})

/**
 * Runs an act in a transaction of the operator's. A `clientMutationId` in its input makes a retry answer what the first one did, so that
 * it is one act; `work` therefore answers ids only. `organizationId` is for an organization that is just being made.
 */
export function act<Result extends object>(
  by: Operating,
  { operation, input, organizationId = null }: { operation: string; input: Retry; organizationId?: string | null },
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  authorizeOperator(by.account)
  const key = input.clientMutationId
  return by.database.transaction(operatorSettings(by, organizationId), (tx) =>
    key ? onceForOperator(tx, by.account.userId, { operation, key, input }, () => work(tx)) : work(tx),
  )
}

/** Reads as an operator. */
export function look<Result>(by: Operating, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  authorizeOperator(by.account)
  return by.database.transaction(operatorSettings(by), work, { readOnly: true })
}

/** Calls a function of the platform that answers what became of it, and throws unless it was done. */
export async function perform(
  tx: Tx,
  call: string,
  parameters: readonly unknown[],
  { what, refusals }: { what: string; refusals: Readonly<Record<string, string>> },
): Promise<void> {
  const [row] = await tx.query<{ outcome: string }>(`select platform.${call} as outcome`, parameters)
  const outcome = row?.outcome ?? 'missing'
  if (outcome === 'done') return
  if (outcome === 'missing') throw notFound(what)
  throw conflict(refusals[outcome] ?? 'This cannot be done now.')
}
