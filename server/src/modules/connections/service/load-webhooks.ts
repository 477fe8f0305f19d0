import type { Tx } from '../../../database/tx.ts'

export type WebhookProblem = 'address_unreachable' | 'address_taken' | 'not_allowed' | 'no_key' | 'key_refused' | 'refused'

/** How a connection’s webhook stands at its provider, as far as is known. */
export interface WebhookRow {
  connectionId: string
  /** Whether the provider has one of which Clinch knows, and whether it may have one of which it does not. */
  isRegistered: boolean
  mayBeRegistered: boolean
  replaceWanted: boolean
  scope: 'organization' | 'user' | null
  ownerName: string | null
  registeredAt: string | null
  checkedAt: string | null
  problem: WebhookProblem | null
  waitsFor: string | null
  failingSince: string | null
  disabledSince: string | null
  missedSince: string | null
  healedAt: string | null
}

/** The webhooks of these connections; none of one for which Clinch was never asked to register it. */
export async function loadWebhooks(tx: Tx, connectionIds: readonly string[]): Promise<ReadonlyMap<string, WebhookRow>> {
  const rows = await tx.query<WebhookRow>(
    `select connection_id as "connectionId", subscription_ref is not null as "isRegistered", attempted_at is not null as "mayBeRegistered",
       replace_wanted as "replaceWanted", scope, owner_name as "ownerName", registered_at as "registeredAt", checked_at as "checkedAt",
       problem, waits_for as "waitsFor", failing_since as "failingSince", disabled_since as "disabledSince",
       missed_since as "missedSince", healed_at as "healedAt"
     from connection_webhooks where organization_id = $1 and connection_id = any($2::uuid[])`,
    [tx.organizationId, connectionIds],
  )
  return new Map(rows.map((row) => [row.connectionId, row]))
}
