import type { Tx } from '../../../database/tx.ts'

/** A closer who has forms to file. */
export interface ReminderRecipient {
  closerId: string
  name: string
  email: string | null
  /** Whether they sign in, or come by a portal link. */
  signsIn: boolean
}

/** A call whose form is due. */
export interface CallDue {
  leadName: string
  /** ISO 8601. */
  scheduledAt: string
}

/** What one reminder says. */
export interface Reminder {
  recipient: ReminderRecipient
  organizationName: string
  /** IANA name of the zone that times are said in. */
  timeZone: string
  /** How many forms are due. */
  total: number
  /** Those that are due longest, the oldest first; not all where there are many. */
  calls: readonly CallDue[]
}

/** A way to remind somebody. The first of those there are that reaches a closer is taken. */
export interface ReminderChannel {
  /** As it is kept with each reminder. */
  readonly name: string
  reaches(recipient: ReminderRecipient): boolean
  /** Has it sent, if and only if the given transaction commits. */
  send(tx: Tx, reminder: Reminder): Promise<void>
}

/** The channel by which somebody is reminded; none where none reaches them. */
export const channelFor = (channels: readonly ReminderChannel[], recipient: ReminderRecipient): ReminderChannel | null =>
  channels.find((channel) => channel.reaches(recipient)) ?? null
