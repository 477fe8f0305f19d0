import type { Tx } from '../../../database/tx.ts'
import type { ClinchError } from '../../../kernel/errors.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { holdOrganization } from '../../organizations/service/index.ts'
import type { WebhookProblem } from './load-webhooks.ts'
import { askToSettle } from './settle-webhook.ts'
import { type HeldWebhook, letGo, writeHeld } from './webhook-lease.ts'

/** What a provider was told to sign with. */
export interface SigningKey {
  secretId: string
  key: string
}

/** The provider is about to be asked for a webhook: from now on there may be one, also if its answer never comes. */
export async function beginAttempt(tx: Tx, vault: Vault, held: HeldWebhook): Promise<SigningKey> {
  await writeHeld(tx, held, `attempted_at = coalesce(attempted_at, now())`)
  const { organizationId } = tx
  const [secret] = await tx.query<{ id: string; sealed: string | null; plain: string | null }>(
    `select s.id, s.sealed, s.plain from connection_webhooks w
     join connection_secrets s on s.organization_id = w.organization_id and s.id = w.secret_id
     where w.organization_id = $1 and w.connection_id = $2`,
    [organizationId, held.connectionId],
  )
  if (!secret) throw new Error('A webhook has no signing secret')
  const context = { organizationId, connectionId: held.connectionId, secretId: secret.id, field: 'webhook_secret' }
  return { secretId: secret.id, key: secret.sealed === null ? (secret.plain ?? '') : vault.open(secret.sealed, context) }
}

export interface MadeSubscription {
  ref: string
  url: string
  scope: 'organization' | 'user'
  ownerName: string | null
}

/** What was replaced may be on its way still, signed with the secret before. */
const overlapHours = 24

/** The provider has the webhook, and signs with this secret; every other one is valid for an overlap only. */
export async function storeSubscription(tx: Tx, held: HeldWebhook, { secretId }: SigningKey, made: MadeSubscription): Promise<void> {
  await writeHeld(
    tx,
    held,
    `subscription_ref = $4, subscription_url = $5, scope = $6, owner_name = $7, registered_at = now(), checked_at = now(), attempted_at = null,
     problem = null, waits = 0, waits_for = null, failing_since = null, disabled_since = null, replace_wanted = (secret_id <> $8::uuid)`,
    [made.ref, made.url, made.scope, made.ownerName, secretId],
  )
  if (!(await holdOrganization(tx)).readOnly)
    await tx.query(
      `update connection_secrets s set valid_until = now() + make_interval(hours => $4::int)
       from connection_webhooks w where w.organization_id = $1 and w.connection_id = $2 and s.organization_id = $1 and s.connection_id = $2
         and s.field = 'webhook_secret' and s.valid_until is null and s.id <> $3::uuid and s.id <> w.secret_id`,
      [tx.organizationId, held.connectionId, secretId, overlapHours],
    )
}

/** The provider has it, and sends; since when it fails to, if it does. */
export const storeSeen = (tx: Tx, held: HeldWebhook, failingSince: Date | null): Promise<void> =>
  writeHeld(
    tx,
    held,
    `checked_at = now(), failing_since = $4::text::timestamptz, disabled_since = null, problem = null, waits = 0, waits_for = null`,
    [failingSince?.toISOString() ?? null],
  )

/** The provider sends no more, since an instant: what happened from then on is to be asked for. `disabled`: it gave up by itself. */
export const storeLost = (tx: Tx, held: HeldWebhook, since: Date, disabled: boolean): Promise<void> =>
  writeHeld(
    tx,
    held,
    `missed_since = case when missed_since is not null and healed_at is null then least(missed_since, $4::text::timestamptz)
       else $4::text::timestamptz end, healed_at = null, disabled_since = case when $5 then $4::text::timestamptz else disabled_since end`,
    [since.toISOString(), disabled],
  )

/** The provider has no webhook of ours any more. */
export const storeGone = (tx: Tx, held: HeldWebhook): Promise<void> =>
  writeHeld(
    tx,
    held,
    `subscription_ref = null, subscription_url = null, scope = null, owner_name = null, registered_at = null, checked_at = null,
     attempted_at = null, failing_since = null, problem = null, waits = 0, waits_for = null`,
  )

/** A removed webhook is missed by nobody. */
export const storeRemoved = async (tx: Tx, held: HeldWebhook): Promise<void> => {
  await storeGone(tx, held)
  await writeHeld(tx, held, `disabled_since = null, missed_since = null, healed_at = null`)
}

/** The provider refuses, until a person acts. `mayBeThere`: whether it may have a webhook all the same. */
export async function storeProblem(tx: Tx, held: HeldWebhook, problem: WebhookProblem, mayBeThere: boolean): Promise<void> {
  await writeHeld(tx, held, `problem = $4, waits = 0, waits_for = null, attempted_at = case when $5 then attempted_at end`, [
    problem,
    mayBeThere,
  ])
  await letGo(tx, held)
}

const longestDelaySeconds = 3_600

/** The provider cannot be asked now. It is again, with growing delays, for as long as the webhook is not what it is to be. */
export async function putOff(tx: Tx, held: HeldWebhook, error: ClinchError): Promise<void> {
  await writeHeld(tx, held, `waits = waits + 1, waits_for = $4`, [error.message])
  const [row] = await tx.query<{ waits: number }>(
    `select waits from connection_webhooks where organization_id = $1 and connection_id = $2`,
    [tx.organizationId, held.connectionId],
  )
  const delaySeconds = Math.max(
    Number(error.details.retryAfter) || 1,
    Math.min(longestDelaySeconds, 5 * 2 ** Math.min(row?.waits ?? 0, 10)),
  )
  await letGo(tx, held)
  await askToSettle(tx, held.connectionId, new Date(Date.now() + delaySeconds * 1000))
}

/** What was missed is being asked for. */
export const storeHealed = (tx: Tx, held: HeldWebhook): Promise<void> => writeHeld(tx, held, `healed_at = now()`)

/** Since when events were missed that nobody asked for yet; null where there are none. */
export async function missedSince(tx: Tx, { connectionId }: HeldWebhook): Promise<string | null> {
  const [row] = await tx.query<{ since: string }>(
    `select missed_since as since from connection_webhooks
     where organization_id = $1 and connection_id = $2 and missed_since is not null and healed_at is null`,
    [tx.organizationId, connectionId],
  )
  return row?.since ?? null
}
