import { reminderDays } from '@clinch/drizzle/tables'
import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Database, Tx } from '../../../database/tx.ts'
import { sessionOf } from '../../../kernel/actor.ts'
import { formsDueByCloser } from './forms-due.ts'
import { holdReminders, remind, remindingOrganization } from './remind.ts'
import { channelFor, type ReminderChannel } from './reminder-channel.ts'

const batch = 200

/** Organizations in which it failed; the next quarter of an hour tries those again. */
export class RemindersFailed extends Error {
  constructor(errors: readonly unknown[]) {
    super(`The daily reminders failed in ${errors.length} organizations`, { cause: errors[0] })
    this.name = 'RemindersFailed'
  }
}

interface DueOrganization {
  organizationId: string
  day: string
}

export interface RemindDailyOptions {
  database: Database
  channels: readonly ReminderChannel[]
  requestId: string
  now: () => Date
}

/** Reminds the closers of every organization whose hour has come. One in which that fails keeps no other from it. */
export async function remindDaily({ database, channels, requestId, now }: RemindDailyOptions): Promise<{ reminded: number }> {
  const errors: unknown[] = []
  let reminded = 0
  let past = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const due = await readDue(database, requestId, now(), past)
    for (const { organizationId, day } of due) {
      const settings = sessionOf({ kind: 'job', organizationId, name: 'reminders' }, { requestId })
      try {
        reminded += await database.transaction(settings, (tx) => remindAll(tx, day, channels))
      } catch (error) {
        errors.push(error)
      }
    }
    const last = due.at(-1)
    if (!last || due.length < batch) break
    past = last.organizationId
  }
  if (errors.length > 0) throw new RemindersFailed(errors)
  return { reminded }
}

const readDue = (database: Database, requestId: string, now: Date, past: string): Promise<DueOrganization[]> => {
  const nobody: SessionSettings = { organizationId: null, userId: null, scope: 'none', repIds: [], actor: 'job:reminders', requestId }
  return database.transaction(
    nobody,
    (tx) =>
      tx.query<DueOrganization>(
        'select organization_id as "organizationId", day::text as day from reminders.due($1::text::timestamptz, $2::uuid, $3::int)',
        [now.toISOString(), past, batch],
      ),
    { readOnly: true },
  )
}

/** The whole day of one organization in one transaction: all of it is noted and sent, or nothing, and whoever comes second finds it done. */
async function remindAll(tx: Tx, day: string, channels: readonly ReminderChannel[]): Promise<number> {
  const begun = await tx.db
    .insert(reminderDays)
    .values({ organizationId: tx.organizationId, day })
    .onConflictDoNothing()
    .returning({ id: reminderDays.id })
  if (begun.length === 0) return 0
  const organization = { ...(await remindingOrganization(tx)), day }
  const everybody = await formsDueByCloser(tx)
  await holdReminders(
    tx,
    everybody.map(({ closerId }) => closerId),
  )
  let reminded = 0
  for (const due of everybody) {
    const channel = due.left ? null : channelFor(channels, due)
    if (channel && (await remind(tx, organization, { due, channel, kind: 'daily' }))) reminded += 1
  }
  return reminded
}
