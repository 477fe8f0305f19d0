import { composeMail } from '../../../kernel/compose-mail.ts'
import { enqueueMail, type Mail, type Post } from '../../../kernel/mail.ts'
import type { Reminder, ReminderChannel } from './reminder-channel.ts'

/** Reminds by e-mail, at the address on the roster. */
export const emailReminders = ({ publicUrl, vault }: Post): ReminderChannel => ({
  name: 'email',
  reaches: ({ email }) => email !== null,
  async send(tx, reminder) {
    const { email } = reminder.recipient
    if (email === null) throw new Error('A reminder was to be mailed to nobody')
    await enqueueMail(tx, vault, composeReminder(reminder, email, publicUrl))
  },
})

/** The mail itself: one thing to do, and what for. */
export function composeReminder({ recipient, organizationName, timeZone, total, calls }: Reminder, to: string, publicUrl: string): Mail {
  const forms = total === 1 ? 'One post-call form is' : `${total} post-call forms are`
  const when = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  })
  const left = total - calls.length
  return composeMail({
    to,
    subject: total === 1 ? 'One post-call form is due' : `${total} post-call forms are due`,
    title: `${recipient.name}, ${forms} due`,
    paragraphs: [
      'Each takes less than a minute, and your numbers count only what you filed.',
      ...calls.map(({ leadName, scheduledAt }) => `${leadName}, ${when.format(new Date(scheduledAt))}`),
      ...(left > 0 ? [`And ${left} more.`] : []),
      `${organizationName} sends this once a day while forms are due. It stops when all are filed.`,
    ],
    action: { label: 'File them', url: `${publicUrl}${recipient.signsIn ? '/calls?overdue=1&sort=SCHEDULED_AT' : '/portal'}` },
  })
}
