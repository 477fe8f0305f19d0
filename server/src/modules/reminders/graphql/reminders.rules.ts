import { isAdmin } from '../../../graphql-kit/rules.ts'

export const reminderRules = {
  Query: { reminderSettings: isAdmin(null), closersWithFormsDue: isAdmin(null) },
  Mutation: { updateReminderSettings: isAdmin(null), sendReminder: isAdmin(null) },
}
