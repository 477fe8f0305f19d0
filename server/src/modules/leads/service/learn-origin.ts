import type { Tx } from '../../../database/tx.ts'
import { matchSource, matchTrafficType } from '../../roster/service/index.ts'

/** What a message says of where a contact came from. */
export interface Origin {
  leadId: string
  connectionId: string
  ref: string
  saidAt: Date
  sourceName: string | null
  trafficTypeName: string | null
}

/**
 * Keeps where a contact came from as it was first said, whichever message came first, and gives it to the lead. Of several contacts who are
 * one lead, whoever was first heard of decides.
 */
export async function learnOrigin(tx: Tx, { leadId, connectionId, ref, saidAt, sourceName, trafficTypeName }: Origin): Promise<void> {
  if (sourceName === null && trafficTypeName === null) return
  const [earlier] = await tx.query<{ id: string }>(
    `update lead_refs set source_name = $4, traffic_type_name = $5, said_at = $6::text::timestamptz
     where organization_id = $1 and connection_id = $2 and ref = $3
       and (said_at is null or (said_at, coalesce(source_name, ''), coalesce(traffic_type_name, ''))
         > ($6::text::timestamptz, coalesce($4::text, ''), coalesce($5::text, '')))
     returning id`,
    [tx.organizationId, connectionId, ref, sourceName, trafficTypeName, saidAt.toISOString()],
  )
  if (!earlier) return
  const [first] = await tx.query<{ sourceName: string | null; trafficTypeName: string | null }>(
    `select source_name as "sourceName", traffic_type_name as "trafficTypeName" from lead_refs
     where organization_id = $1 and lead_id = $2 and said_at is not null order by said_at, connection_id, ref limit 1`,
    [tx.organizationId, leadId],
  )
  if (!first) return
  const source = first.sourceName ? await matchSource(tx, first.sourceName) : null
  const trafficTypeId = first.trafficTypeName ? await matchTrafficType(tx, first.trafficTypeName) : null
  await tx.query(`update leads set source_id = $3, source_name = $4, traffic_type_id = $5 where organization_id = $1 and id = $2`, [
    tx.organizationId,
    leadId,
    source?.id ?? null,
    first.sourceName,
    trafficTypeId ?? source?.trafficTypeId ?? null,
  ])
}
