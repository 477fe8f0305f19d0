import { v7 as uuidv7 } from 'uuid'
import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Database } from '../../../database/tx.ts'

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
  const settings: SessionSettings = {
    organizationId,
    userId: null,
    scope: 'organization',
    repIds: [],
    actor: `webhook:${connectionId}`,
    requestId,
  }
  await database.flight(settings, [
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
