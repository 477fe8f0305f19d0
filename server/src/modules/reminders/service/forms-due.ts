import type { Tx } from '../../../database/tx.ts'
import { overdueCondition } from '../../events/service/index.ts'
import type { CallDue, ReminderRecipient } from './reminder-channel.ts'

/** What one closer has to file, and when they were last reminded of it. Instants are PostgreSQL's text in UTC. */
export interface FormsDueRow extends ReminderRecipient {
  formsDue: number
  oldestAt: string
  calls: readonly CallDue[]
  lastRemindedAt: string | null
  /** Whole seconds since; null where they never were. */
  secondsSinceReminded: number | null
  /** They are on the roster no more. */
  left: boolean
}

const callsTold = 10

/** Everybody with forms to file, whose oldest is due longest first; or one of them, whose calls are then looked for by their closer. */
export function formsDueByCloser(tx: Tx, closerId: string | null = null): Promise<FormsDueRow[]> {
  const whose = closerId === null ? 'e.closer_id is not null' : 'e.closer_id = $3::uuid'
  return tx.query<FormsDueRow>(
    `select c.id as "closerId", c.name, c.email, c.user_id is not null as "signsIn", c.deactivated_at is not null as "left",
       d.forms_due as "formsDue", d.oldest_at as "oldestAt", d.calls, r.sent_at as "lastRemindedAt",
       floor(extract(epoch from now() - r.sent_at))::int as "secondsSinceReminded"
     from (
       select o.closer_id, count(*)::int as forms_due, min(o.scheduled_at) as oldest_at,
         jsonb_agg(jsonb_build_object('leadName', o.lead_name, 'scheduledAt', o.scheduled_at) order by o.place) filter (where o.place <= $2::int) as calls
       from (
         select e.closer_id, e.lead_name, e.scheduled_at, row_number() over (partition by e.closer_id order by e.scheduled_at, e.id) as place
         from events e where e.organization_id = $1 and ${whose} and ${overdueCondition}
       ) o group by o.closer_id
     ) d
     join closers c on c.organization_id = $1 and c.id = d.closer_id
     left join lateral (
       select f.sent_at from form_reminders f where f.organization_id = $1 and f.closer_id = c.id order by f.sent_at desc limit 1
     ) r on true
     order by d.oldest_at, c.id`,
    [tx.organizationId, callsTold, ...(closerId === null ? [] : [closerId])],
  )
}
