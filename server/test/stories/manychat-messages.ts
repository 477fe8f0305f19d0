import type { Customer } from './history.ts'
import type { Message } from './message.ts'

/** All that an automation tells of a contact. */
export const manychatMessages = ({ name, email, phone, contact }: Customer): Message[] =>
  (contact?.told ?? []).map((told) => ({
    provider: 'manychat',
    body: {
      event: 'qualified',
      subscriber_id: contact?.ref,
      full_name: name,
      email: told.email ? email : '',
      phone: told.phone ? phone : '',
      source: told.source,
      sent_at: told.at.toISOString(),
    },
  }))
