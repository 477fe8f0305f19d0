import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../../../database/tx.ts'
import type { SessionSettings } from '../../../database/session-settings.ts'
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
  /** How many deliveries a minute its connection may have; null for any number. */
  perMinute: number | null
}

/** `limit`: over the connection's limit, and not stored. */
export type Acceptance = { taken: 'new' | 'repeated' } | { taken: 'limit'; retryAfterSeconds: number }

const asWebhook = (organizationId: string, connectionId: string, requestId: string): SessionSettings => ({
  organizationId,
  userId: null,
  scope: 'organization',
  repIds: [],
  actor: `webhook:${connectionId}`,
  requestId,
})

/** Counts a delivery, and stores it and its job in one transaction, in one flight. One that is known already is only counted. */
export async function acceptDelivery(database: Database, arrival: Arrival): Promise<Acceptance> {
  const { organizationId, connectionId, connectionName, provider, kind, dedupeKey, rawBody, remoteAddress, requestId, perMinute } = arrival
  const id = uuidv7()
  const job = JSON.stringify({
    ...processDelivery.payload.parse({ organizationId, connectionId, connectionName, provider, deliveryId: id }),
    requestId,
  })
  const [rows] = await database.flight(asWebhook(organizationId, connectionId, requestId), [
    {
      text: `with counted as materialized (select case when $12::int is null then 0 else intake.consume($13, $12, 60) end as wait),
        stored as (
          insert into deliveries as d (organization_id, id, connection_id, dedupe_key, kind, state, answer, body, remote_address, request_id)
          select $1::uuid, $2::uuid, $3::uuid, $4, $5, 'received', 200, $6::bytea, $7, $8 from counted where wait = 0
          on conflict (organization_id, connection_id, dedupe_key) where dedupe_key is not null do update set repeats = d.repeats + 1
          returning id
        )
        select wait, id = $2::uuid as "isNew", case when id = $2::uuid then jobs_api.enqueue($9, $10::text::json, null, null, $11) end
        from counted left join stored on true`,
      parameters: [
        organizationId,
        id,
        connectionId,
        dedupeKey,
        kind,
        rawBody,
        remoteAddress,
        requestId,
        processDelivery.name,
        job,
        processDelivery.maxAttempts,
        perMinute,
        `webhook:connection:${connectionId}`,
      ],
    },
  ])
  // The shape that the statement's columns give.
  const [stored] = rows as [{ wait: number; isNew: boolean | null }]
  if (stored.wait > 0) return { taken: 'limit', retryAfterSeconds: stored.wait }
  return { taken: stored.isNew ? 'new' : 'repeated' }
}

/** A request that was not let in. */
export interface RefusedRequest {
  organizationId: string
  connectionId: string
  kind: string
  answer: number
  reason: string
  remoteAddress: string
  requestId: string
}

const keptRefusalsAMinute = 60

/** Keeps that a request was refused, without its body; of a connection no more than so many a minute, whoever sends them. */
export async function recordRefusal(database: Database, refusal: RefusedRequest): Promise<void> {
  const { organizationId, connectionId, kind, answer, reason, remoteAddress, requestId } = refusal
  await database.flight(asWebhook(organizationId, connectionId, requestId), [
    {
      text: `insert into deliveries (organization_id, id, connection_id, kind, state, answer, finished_at, error, remote_address, request_id)
             select $1::uuid, $2::uuid, $3::uuid, $4, 'refused', $5::int, now(), $6, $7, $8 where intake.consume($9, $10, 60) = 0`,
      parameters: [
        organizationId,
        uuidv7(),
        connectionId,
        kind,
        answer,
        reason,
        remoteAddress,
        requestId,
        `webhook:refused:${connectionId}`,
        keptRefusalsAMinute,
      ],
    },
  ])
}
