import { v7 as uuidv7 } from 'uuid'
import type { Database, SessionSettings } from '../../../database/tenant-transaction.ts'
import { processDelivery } from './process-delivery.ts'

/** A request that was let in, as it arrived. */
export interface Arrival {
  organizationId: string
  connectionId: string
  connectionName: string
  provider: string
  kind: string
  dedupeKey: string
  rawBody: Buffer
  remoteAddress: string
  requestId: string
}

const asWebhook = (organizationId: string, connectionId: string, requestId: string): SessionSettings => ({
  organizationId,
  userId: null,
  scope: 'organization',
  repIds: [],
  actor: `webhook:${connectionId}`,
  requestId,
})

/** Stores a delivery and its job in one transaction, in one flight. One that is known already is only counted. */
export async function acceptDelivery(database: Database, arrival: Arrival): Promise<'new' | 'repeated'> {
  const { organizationId, connectionId, connectionName, provider, kind, dedupeKey, rawBody, remoteAddress, requestId } = arrival
  const id = uuidv7()
  const job = JSON.stringify({ ...processDelivery.payload.parse({ organizationId, connectionId, connectionName, provider, deliveryId: id }), requestId })
  const [rows] = await database.flight(asWebhook(organizationId, connectionId, requestId), [
    {
      text: `with stored as (
          insert into deliveries as d (organization_id, id, connection_id, dedupe_key, kind, state, answer, body, remote_address, request_id)
          values ($1, $2, $3, $4, $5, 'received', 200, $6, $7, $8)
          on conflict (organization_id, connection_id, dedupe_key) where dedupe_key is not null do update set repeats = d.repeats + 1
          returning id
        )
        select id = $2::uuid as "isNew", case when id = $2::uuid then jobs_api.enqueue($9, $10::text::json, null, null, $11) end from stored`,
      parameters: [organizationId, id, connectionId, dedupeKey, kind, rawBody, remoteAddress, requestId, processDelivery.name, job, processDelivery.maxAttempts],
    },
  ])
  const row = rows?.[0] as { isNew: boolean } | undefined
  return row?.isNew ? 'new' : 'repeated'
}

/** Keeps that a request was refused, without its body. */
export async function recordRefusal(
  database: Database,
  refusal: { organizationId: string; connectionId: string; kind: string; answer: number; reason: string; remoteAddress: string; requestId: string },
): Promise<void> {
  const { organizationId, connectionId, kind, answer, reason, remoteAddress, requestId } = refusal
  await database.flight(asWebhook(organizationId, connectionId, requestId), [
    {
      text: `insert into deliveries (organization_id, id, connection_id, kind, state, answer, finished_at, error, remote_address, request_id)
             values ($1, $2, $3, $4, 'refused', $5, now(), $6, $7, $8)`,
      parameters: [organizationId, uuidv7(), connectionId, kind, answer, reason, remoteAddress, requestId],
    },
  ])
}
