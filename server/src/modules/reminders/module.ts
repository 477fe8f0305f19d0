import type { DomainModule } from '../../kernel/module.ts'
import { reminderResolvers } from './graphql/reminders.resolver.ts'
import { reminderRules } from './graphql/reminders.rules.ts'
import { remindDailyJob, remindDailyRequest } from './jobs/remind-daily.job.ts'

export const remindersModule: DomainModule = {
  name: 'reminders',
  resolvers: reminderResolvers,
  rules: reminderRules,
  jobs: [remindDailyJob],
  // Zones lie up to a quarter of an hour apart.
  schedule: [{ job: remindDailyRequest.name, cron: '*/15 * * * *' }],
}
