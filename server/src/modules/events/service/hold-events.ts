import type { Tx } from '../../../database/tx.ts'
import { notFound } from '../../../kernel/errors.ts'
import { lockLeads } from '../../leads/service/index.ts'
import type { Host } from '../../roster/service/index.ts'
import { hostsOfEvent } from './hosts-of-event.ts'

/** An event as verbs find it that a person acts by. */
export interface HeldEvent {
  id: string
  leadId: string
  leadName: string
  closerId: string | null
  closerAssigned: boolean
  setterId: string | null
  setterAssigned: boolean
  hosts: readonly Host[]
  bookedAt: string
  scheduledAt: string
  duplicateOfId: string | null
  hasForm: boolean
}

/** Holds events with their leads, the leads always first. NOT_FOUND where one of them is none of the caller's. */
export async function holdEvents(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, HeldEvent>> {
  let held: readonly string[] = []
  for (;;) {
    const rows = await tx.query<{ leadId: string }>(
      `select distinct lead_id as "leadId" from events where organization_id = $1 and id = any($2::uuid[])`,
      [tx.organizationId, ids],
    )
    const leads = rows.map(({ leadId }) => leadId)
    // While that was waited for, a lead may have been merged into another.
    if (leads.every((leadId) => held.includes(leadId))) break
    await lockLeads(tx, leads)
    held = [...held, ...leads]
  }
  const rows = await tx.query<HeldEvent>(
    `select e.id, e.lead_id as "leadId", e.lead_name as "leadName", e.closer_id as "closerId", e.closer_assigned as "closerAssigned",
       e.setter_id as "setterId", e.setter_assigned as "setterAssigned", ${hostsOfEvent} as hosts, e.booked_at as "bookedAt",
       e.scheduled_at as "scheduledAt", e.duplicate_of_id as "duplicateOfId",
       exists (select 1 from post_call_forms f where f.organization_id = e.organization_id and f.event_id = e.id) as "hasForm"
     from events e where e.organization_id = $1 and e.id = any($2::uuid[]) order by e.id for update of e`,
    [tx.organizationId, ids],
  )
  if (rows.length < new Set(ids).size) throw notFound('call')
  return new Map(rows.map((row) => [row.id, row]))
}
