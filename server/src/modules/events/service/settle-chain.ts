import type { Tx } from '../../../database/tx.ts'

interface Link {
  id: string
  leadId: string
  fromId: string | null
  closerId: string | null
  closerAssigned: boolean
  setterId: string | null
  setterAssigned: boolean
  setterName: string | null
  setterKey: string | null
  sourceId: string | null
  sourceName: string | null
  trafficTypeId: string | null
  trafficTypeName: string | null
}

/** An event whose people or origin became others. */
export interface Resettled {
  id: string
  leadId: string
}

/**
 * Lets a chain of reschedules keep its first booking's setter, source and traffic type. Whom a person gave a call to, takes also what that
 * call was moved to, until a person says otherwise of one of those. Answers the events that changed by it.
 */
export async function settleChain(tx: Tx, eventId: string): Promise<Resettled[]> {
  const settled = new Map<string, Link & { closerByHand: boolean }>()
  const changed: Resettled[] = []
  for (const link of await chainOf(tx, eventId)) {
    const before = link.fromId === null ? undefined : settled.get(link.fromId)
    const next = before ? { ...link, ...inherited(link, before) } : link
    settled.set(link.id, { ...next, closerByHand: link.closerAssigned || (before?.closerByHand ?? false) })
    if (!differs(link, next)) continue
    await store(tx, next)
    changed.push({ id: link.id, leadId: link.leadId })
  }
  return changed
}

const inherited = (link: Link, before: Link & { closerByHand: boolean }) => ({
  closerId: !link.closerAssigned && before.closerByHand ? before.closerId : link.closerId,
  setterId: link.setterAssigned ? link.setterId : before.setterId,
  setterName: before.setterName,
  setterKey: before.setterKey,
  sourceId: before.sourceId,
  sourceName: before.sourceName,
  trafficTypeId: before.trafficTypeId,
  trafficTypeName: before.trafficTypeName,
})

const compared = ['closerId', 'setterId', 'setterName', 'setterKey', 'sourceId', 'sourceName', 'trafficTypeId', 'trafficTypeName'] as const

const differs = (one: Link, other: Link): boolean => compared.some((field) => one[field] !== other[field])

/** The whole chain that an event is of, each event after the one that was moved to it. */
const chainOf = (tx: Tx, eventId: string): Promise<Link[]> =>
  tx.query<Link>(
    `with recursive up as (
       select id, rescheduled_from_id, 0 as depth from events where organization_id = $1 and id = $2
       union all
       select e.id, e.rescheduled_from_id, u.depth + 1 from events e join up u on e.id = u.rescheduled_from_id
         where e.organization_id = $1 and u.depth < 100
     ), down as (
       (select up.id, 0 as depth from up order by up.depth desc limit 1)
       union all
       select e.id, d.depth + 1 from events e join down d on e.rescheduled_from_id = d.id where e.organization_id = $1 and d.depth < 200
     )
     select e.id, e.lead_id as "leadId", e.rescheduled_from_id as "fromId", e.closer_id as "closerId", e.closer_assigned as "closerAssigned",
       e.setter_id as "setterId", e.setter_assigned as "setterAssigned", e.setter_name as "setterName", e.setter_key as "setterKey",
       e.source_id as "sourceId", e.source_name as "sourceName", e.traffic_type_id as "trafficTypeId", e.traffic_type_name as "trafficTypeName"
     from down d join events e on e.organization_id = $1 and e.id = d.id order by d.depth, e.id`,
    [tx.organizationId, eventId],
  )

const store = (tx: Tx, link: Link): Promise<unknown> =>
  tx.query(
    `update events set closer_id = $3, setter_id = $4, setter_name = $5, setter_key = $6, source_id = $7, source_name = $8,
       traffic_type_id = $9, traffic_type_name = $10 where organization_id = $1 and id = $2`,
    [tx.organizationId, link.id, ...compared.map((field) => link[field])],
  )
