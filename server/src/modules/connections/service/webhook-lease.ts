import type { Provider } from '@clinch/drizzle/tables'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../database/tx.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { holdOrganization } from '../../organizations/service/index.ts'
import { askToSettle } from './settle-webhook.ts'

/** A webhook that is being settled, by one worker at a time. */
export interface HeldWebhook {
  connectionId: string
  /** By which whoever holds it is known: what another one has taken over meanwhile is not written to. */
  leaseToken: string
  provider: Provider
  /** Whether it is to be at the provider. */
  isWanted: boolean
  /** What is known to be there. */
  subscription: { ref: string; url: string } | null
  /** Whether that signs with another secret than it should. */
  replaceWanted: boolean
  /** Whether there may be one that nobody knows of: it was asked for, and the answer never came. */
  mayBeThere: boolean
  /** When it was last known to work. */
  lastSeenAt: Date | null
}

/** Another one has taken the webhook over: whatever this one found out counts no more. */
export class LeaseLost extends Error {}

/** Longer than one call to a provider takes with all its tries; each call begins it anew. */
const leaseSeconds = 120
/** How long somebody waits who finds that another one is at it. */
const busySeconds = 5

type Row = Omit<HeldWebhook, 'leaseToken' | 'subscription' | 'lastSeenAt'> & {
  isFree: boolean
  ref: string | null
  url: string | null
  lastSeenAt: string | null
}

/**
 * Takes a webhook to settle it. Null where there is nothing to settle, where nobody may act in its organization now, and where somebody
 * else is at it: then it comes again. A job that is tried again after its process died holds it still.
 */
export async function holdWebhook(tx: Tx, connectionId: string, jobId: string): Promise<HeldWebhook | null> {
  if ((await holdOrganization(tx)).state !== 'active') return null
  const [row] = await tx.query<Row>(
    `select w.connection_id as "connectionId", c.provider, c.registers_webhook and c.state = 'active' as "isWanted",
       w.subscription_ref as ref, w.subscription_url as url, w.replace_wanted as "replaceWanted", w.attempted_at is not null as "mayBeThere",
       coalesce(w.checked_at, w.registered_at) as "lastSeenAt",
       w.lease_token is null or w.leased_until < now() or w.leased_by = $3 as "isFree"
     from connection_webhooks w join connections c on c.organization_id = w.organization_id and c.id = w.connection_id
     where w.organization_id = $1 and w.connection_id = $2 for update of w`,
    [tx.organizationId, connectionId, jobId],
  )
  if (!row) return null
  if (!row.isFree) {
    await askToSettle(tx, connectionId, new Date(Date.now() + busySeconds * 1000))
    return null
  }
  const leaseToken = uuidv7()
  await tx.query(
    `update connection_webhooks set lease_token = $3, leased_by = $4, leased_until = now() + make_interval(secs => $5::int)
     where organization_id = $1 and connection_id = $2`,
    [tx.organizationId, connectionId, leaseToken, jobId, leaseSeconds],
  )
  const { ref, url, lastSeenAt, isFree: _, ...held } = row
  return {
    ...held,
    leaseToken,
    subscription: ref === null || url === null ? null : { ref, url },
    lastSeenAt: lastSeenAt === null ? null : dateFromPostgres(lastSeenAt),
  }
}

/** Holds it for another while, before the provider is called. Throws LeaseLost where it is another one's. */
export const keepHolding = (tx: Tx, held: HeldWebhook): Promise<void> =>
  writeHeld(tx, held, `leased_until = now() + make_interval(secs => $4::int)`, [leaseSeconds])

/** Lets go of it. Nothing happens where another one has it. */
export async function letGo(tx: Tx, { connectionId, leaseToken }: HeldWebhook): Promise<void> {
  await tx.query(
    `update connection_webhooks set lease_token = null, leased_by = null, leased_until = null
     where organization_id = $1 and connection_id = $2 and lease_token = $3`,
    [tx.organizationId, connectionId, leaseToken],
  )
}

/** Writes to a webhook that is held: assignments with parameters from the fourth on. Throws LeaseLost where it is another one's. */
export async function writeHeld(
  tx: Tx,
  { connectionId, leaseToken }: HeldWebhook,
  assignments: string,
  parameters: readonly unknown[] = [],
): Promise<void> {
  const [written] = await tx.query<{ id: string }>(
    `update connection_webhooks set ${assignments}
     where organization_id = $1 and connection_id = $2 and lease_token = $3 returning connection_id as id`,
    [tx.organizationId, connectionId, leaseToken, ...parameters],
  )
  if (!written) throw new LeaseLost('Another worker has taken the webhook over')
}
