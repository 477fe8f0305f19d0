import { Conditions } from '../../../database/conditions.ts'
import type { Tx } from '../../../database/tx.ts'
import { inTurn } from '../../payments/service/index.ts'
import { standsFirst } from './first-payments.ts'
import type { StandingPayment } from './payments-to-credit.ts'
import type { Scope } from './rerun-scope.ts'

type Subscribed = Pick<StandingPayment, 'id' | 'connectionId' | 'subscriptionRef'>

/**
 * The later payments of the subscriptions that these payments are the first of, by the first; without those of `scope`, where it is said,
 * but for the ones that are named.
 */
export async function heirsOf(
  tx: Tx,
  payments: readonly Subscribed[],
  others?: { scope: Scope; butOf: readonly string[] },
): Promise<ReadonlyMap<string, string[]>> {
  const subscriptions = payments.flatMap(({ id, connectionId, subscriptionRef }) =>
    connectionId !== null && subscriptionRef !== null ? [{ id, connectionId, subscriptionRef }] : [],
  )
  const heirs = new Map<string, string[]>(subscriptions.map(({ id }) => [id, []]))
  if (subscriptions.length === 0) return heirs
  const asked = [tx.organizationId, subscriptions.map(({ connectionId }) => connectionId), subscriptions.map((one) => one.subscriptionRef)]
  const left = others && others.scope(new Conditions([...asked, others.butOf]))
  const rows = await tx.query<{ id: string; first: string | null }>(
    `select p.id, w.first from (
       select w.connection, w.ref, (select f.id from (select p.* from payments p where p.organization_id = $1 and p.connection_id = w.connection
         and p.subscription_ref = w.ref and ${standsFirst} order by ${inTurn('p')} limit 1) f) as first
       from (select distinct * from unnest($2::uuid[], $3::text[]) as w(connection, ref)) w) w
     join payments p on p.organization_id = $1 and p.connection_id = w.connection and p.subscription_ref = w.ref
     ${left ? `where p.id = any($4::uuid[]) or (${left.where}) is not true` : ''}`,
    left?.parameters ?? asked,
  )
  for (const { id, first } of rows) if (id !== first) heirs.get(first ?? '')?.push(id)
  return heirs
}

/**
 * Of the subscriptions of these payments, the first ones that are in the scope themselves: what the rules come to of them is what these
 * inherit, whether it is stored yet or not.
 */
export async function firstsInScope(tx: Tx, ids: readonly string[], scope: Scope): Promise<string[]> {
  const scoped = scope(new Conditions([tx.organizationId, ids]))
  const rows = await tx.query<{ id: string }>(
    `select p.id from (
       select distinct (select p.id from payments p where p.organization_id = $1 and p.connection_id = w.connection and p.subscription_ref = w.ref
         and ${standsFirst} order by ${inTurn('p')} limit 1) as id
       from (select distinct o.connection_id as connection, o.subscription_ref as ref from payments o
         where o.organization_id = $1 and o.id = any($2::uuid[]) and o.connection_id is not null and o.subscription_ref is not null) w) f
     join payments p on p.organization_id = $1 and p.id = f.id where ${scoped.where} and p.id <> all($2::uuid[])`,
    scoped.parameters,
  )
  return rows.map(({ id }) => id)
}
