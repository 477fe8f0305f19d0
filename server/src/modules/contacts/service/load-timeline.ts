import { countList, type ListQuery, type Page, type PageRequest, readPage } from '../../../database/keyset.ts'
import type { Tx } from '../../../database/tx.ts'
import { pageAsShown, paymentsShown, withoutContacts } from '../../organizations/service/index.ts'
import { countedPayments } from '../../payments/service/index.ts'

/** Something that happened with a lead. */
export interface TimelineRow {
  id: string
  at: string
  kind: string
  /** Who did it, as people are shown it. */
  by: string | null
  /** What else there is to say, in the words of whoever told it. */
  detail: string | null
  eventId: string | null
  paymentId: string | null
  amountMinor: bigint | null
  currency: string | null
  /** The other of two leads who were merged. */
  otherLeadId: string | null
}

/**
 * All that happened with a lead, from the tables where it is kept; each of its parts is found by the lead. What the caller may not see in
 * those tables is not told here either.
 */
const everything = `
  select h.id, h.at, case when h.change in ('merged', 'unmerged') then 'call_' || h.change else h.change end as kind, h.by, coalesce(h.detail ->> 'reason', h.detail ->> 'fields') as detail, e.id as "eventId", null::uuid as "paymentId",
    null::bigint as "amountMinor", null::text as currency, null::uuid as "otherLeadId"
  from events e join event_history h on h.organization_id = e.organization_id and h.event_id = e.id
  where e.organization_id = $1 and e.lead_id = $2
  union all
  select p.id, p.paid_at, case p.origin when 'form' then 'cash_reported' else 'paid' end, p.entered_by_name, p.description, p.event_id, p.id,
    p.amount_minor, p.currency, null
  from payments p where p.organization_id = $1 and p.lead_id = $2 and ${countedPayments}
  union all
  select r.id, r.made_at, 'refunded', r.entered_by_name, r.reason, p.event_id, p.id, r.amount_minor, r.currency, null
  from payments p join payment_refunds r on r.organization_id = p.organization_id
    and (r.payment_id = p.id or (r.connection_id = p.connection_id and r.purchase_ref = p.purchase_ref))
  where p.organization_id = $1 and p.lead_id = $2 and ${countedPayments} and r.amount_minor > 0 and (r.report = 'live'
    or (r.report = 'total' and not exists (select 1 from payment_refunds o where o.organization_id = r.organization_id
      and o.connection_id = r.connection_id and o.purchase_ref = r.purchase_ref and o.report = 'live')))
  union all
  select d.id, d.reported_at, 'dispute_' || d.state, null, d.reason, p.event_id, p.id, d.amount_minor, d.currency, null
  from payments p join payment_disputes d on d.organization_id = p.organization_id and d.connection_id = p.connection_id
    and d.purchase_ref = p.purchase_ref
  where p.organization_id = $1 and p.lead_id = $2 and ${countedPayments}
  union all
  select d.id, d.decided_at, 'credited', d.decided_by_name, d.summary, d.event_id, p.id, p.amount_minor, p.currency, null
  from payments p join attribution_decisions d on d.organization_id = p.organization_id and d.payment_id = p.id
  where p.organization_id = $1 and p.lead_id = $2 and ${countedPayments} and (d.method = 'manual' or exists (select 1 from (
      select o.event_id, o.closer_id, o.setter_id, o.shares from attribution_decisions o where o.organization_id = d.organization_id
        and o.payment_id = d.payment_id and (o.decided_at, o.id) < (d.decided_at, d.id) order by o.decided_at desc, o.id desc limit 1
    ) o where (o.event_id, o.closer_id, o.setter_id, o.shares) is distinct from (d.event_id, d.closer_id, d.setter_id, d.shares)))
  union all
  select m.id, m.merged_at, 'merged', m.merged_by_name, null, null, null, null, null,
    case when m.survivor_id = $2 then m.merged_id else m.survivor_id end
  from lead_merges m where m.organization_id = $1 and $2 in (m.survivor_id, m.merged_id)
  union all
  select m.id, m.undone_at, 'unmerged', m.undone_by_name, null, null, null, null, null,
    case when m.survivor_id = $2 then m.merged_id else m.survivor_id end
  from lead_merges m where m.organization_id = $1 and $2 in (m.survivor_id, m.merged_id) and m.undone_at is not null
  union all
  select a.id, a.created_at, case when a.learned_from = 'import' then 'imported' else a.kind end,
    case when a.learned_from not in ('booking', 'import') then a.learned_from end, a.address, null, null, null, null, null
  from (
    select n.id, n.created_at, n.learned_from, n.email as address, 'email_learned' as kind from lead_emails n
      where n.organization_id = $1 and n.lead_id = $2
    union all
    select n.id, n.created_at, n.learned_from, n.phone, 'phone_learned' from lead_phones n where n.organization_id = $1 and n.lead_id = $2
  ) a join leads l on l.organization_id = $1 and l.id = $2 where a.created_at <> l.created_at
  union all
  select l.id, l.created_at, case when a.learned_from = 'import' then 'imported' else 'created' end,
    case when a.learned_from <> 'import' then a.learned_from end, null, null, null, null, null, null
  from leads l cross join lateral (
    select n.learned_from from (
      select learned_from, created_at, lead_id, organization_id from lead_emails union all
      select learned_from, created_at, lead_id, organization_id from lead_phones
    ) n where n.organization_id = $1 and n.lead_id = l.id and n.created_at = l.created_at and n.learned_from <> 'booking' limit 1
  ) a where l.organization_id = $1 and l.id = $2`

/** What of a timeline is told: of the lead alone, or of calls and money too. */
export interface TimelineParts {
  calls: boolean
  money: boolean
}
const everyPart: TimelineParts = { calls: true, money: true }

const moneyKinds = `t.kind in ('paid', 'cash_reported', 'refunded', 'credited') or t.kind like 'dispute%'`
const leadKinds = `t.kind in ('created', 'imported', 'email_learned', 'phone_learned', 'merged', 'unmerged')`

function listOf(tx: Tx, leadId: string, { calls, money }: TimelineParts): ListQuery {
  const where = [...(money ? moneyIfShown(tx) : [`not (${moneyKinds})`]), ...(calls ? [] : [`(${leadKinds} or ${moneyKinds})`])]
  return {
    select: 't.*',
    from: `(${everything}) t`,
    where: where.length > 0 ? where.join(' and ') : 'true',
    parameters: [tx.organizationId, leadId],
  }
}

const moneyIfShown = (tx: Tx): string[] => (tx.settings.scope === 'organization' ? [] : [`(${paymentsShown(tx)} or not (${moneyKinds}))`])

/** A page of what happened with a lead, the latest first. */
export function loadTimeline(tx: Tx, leadId: string, page: PageRequest, parts = everyPart): Promise<Page<TimelineRow>> {
  const order = { column: 't.at', id: 't.id', type: 'timestamptz', direction: 'desc' } as const
  const reading = readPage<TimelineRow>(tx, listOf(tx, leadId, parts), order, page)
  return pageAsShown(tx, reading, (row) => ({ ...row, by: withoutContacts(row.by), detail: withoutContacts(row.detail) }))
}

export const countTimeline = (tx: Tx, leadId: string, parts = everyPart): Promise<number> => countList(tx, listOf(tx, leadId, parts))
