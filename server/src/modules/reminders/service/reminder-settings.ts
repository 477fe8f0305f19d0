import type { Tx } from '../../../database/tx.ts'

/** Whether closers are reminded every day, and from which hour of the organization's own clock on. */
export interface ReminderSettingsRow {
  daily: boolean
  hour: number
}

/** Mail to people begins when somebody wants it to. */
const byDefault: ReminderSettingsRow = { daily: false, hour: 9 }

export async function reminderSettingsOf(tx: Tx): Promise<ReminderSettingsRow> {
  const [row] = await tx.query<ReminderSettingsRow>('select daily, hour from reminder_settings where organization_id = $1', [
    tx.organizationId,
  ])
  return row ?? byDefault
}
