import { formReminders } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import type { FormsDueRow } from './forms-due.ts'
import type { ReminderChannel } from './reminder-channel.ts'

/** The organization, as reminders name it. */
export interface RemindingOrganization {
  name: string
  timeZone: string
  /** The day that it is by its clock. */
  day: string
}

export async function remindingOrganization(tx: Tx): Promise<RemindingOrganization> {
  const [row] = await tx.query<RemindingOrganization>(
    `select name, time_zone as "timeZone", (now() at time zone time_zone)::date::text as day from organizations where id = $1`,
    [tx.organizationId],
  )
  if (!row) throw new Error('The organization of a transaction is not there')
  return row
}

/** Holds who reminds these closers: whoever is about to waits until the transaction ends, and then sees what it did. */
export const holdReminders = (tx: Tx, closerIds: readonly string[]): Promise<void> =>
  lockNames(
    tx,
    closerIds.map((id) => `reminder of ${id}`),
  )

/** Has a closer reminded and notes it, in one transaction; by the clock once a day, whoever else does it at the same time. Whether it was done. */
export async function remind(
  tx: Tx,
  organization: RemindingOrganization,
  { due, channel, kind }: { due: FormsDueRow; channel: ReminderChannel; kind: 'daily' | 'by_hand' },
): Promise<boolean> {
  const noted = await tx.db
    .insert(formReminders)
    .values({
      organizationId: tx.organizationId,
      closerId: due.closerId,
      kind,
      day: organization.day,
      forms: due.formsDue,
      channel: channel.name,
    })
    .onConflictDoNothing()
    .returning({ id: formReminders.id })
  if (noted.length === 0) return false
  await channel.send(tx, {
    recipient: due,
    organizationName: organization.name,
    timeZone: organization.timeZone,
    total: due.formsDue,
    calls: due.calls,
  })
  return true
}
