import type { Tx } from '../../../database/tx.ts'
import type { DealsConcerned } from './store-decision.ts'

interface Followed {
  id: string
  eventId: string
  /** Of the call, as it is now. */
  leadId: string
  /** Whom it was with until now. */
  before: string | null
}

/**
 * Credits by hand stay with the call that the person named, whatever is found out of it since: where it is a copy of another, the payment is
 * that one's; where that is taken back, or leads are made one or two again, the payment goes with the call. The decision keeps what was said,
 * so that nothing is lost by a merge. Answers the payments that followed, and the leads that this concerns.
 */
export async function followCalls(tx: Tx, paymentIds: readonly string[]): Promise<DealsConcerned> {
  const followed = await strayed(tx, paymentIds)
  if (followed.length === 0) return { paymentIds: [], leadIds: [] }
  const ids = followed.map(({ id }) => id)
  await tx.query(`select id from payments where organization_id = $1 and id = any($2::uuid[]) order by id for update`, [
    tx.organizationId,
    paymentIds,
  ])
  await tx.query(
    `update payments p set event_id = f.event, lead_id = f.lead from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as f(id, event, lead)
     where p.organization_id = $1 and p.id = f.id`,
    [tx.organizationId, ids, followed.map(({ eventId }) => eventId), followed.map(({ leadId }) => leadId)],
  )
  return { paymentIds: ids, leadIds: [...new Set(followed.flatMap(({ leadId, before }) => (before === null ? leadId : [leadId, before])))] }
}

/** Payments credited by hand whose call is another than what stands for the one that was named, or is another lead's than theirs. */
const strayed = (tx: Tx, paymentIds: readonly string[]): Promise<Followed[]> =>
  tx.query<Followed>(
    `with recursive named as (
       select p.id, p.event_id, p.lead_id, (select d.event_id from attribution_decisions d where d.organization_id = p.organization_id
         and d.payment_id = p.id order by d.decided_at desc, d.id desc limit 1) as call
       from payments p where p.organization_id = $1 and p.id = any($2::uuid[]) and p.attribution_locked
     ), chain as (
       select n.id, e.id as at, e.lead_id, e.duplicate_of_id as next, 1 as length
       from named n join events e on e.organization_id = $1 and e.id = n.call
       union all
       select c.id, o.id, o.lead_id, o.duplicate_of_id, c.length + 1
       from chain c join events o on o.organization_id = $1 and o.id = c.next where c.length < 10
     )
     select n.id, c.at as "eventId", c.lead_id as "leadId", n.lead_id as before from named n join chain c on c.id = n.id and c.next is null
     where (n.event_id, n.lead_id) is distinct from (c.at, c.lead_id) order by n.id`,
    [tx.organizationId, paymentIds],
  )
