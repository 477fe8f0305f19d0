import type { DomainModule } from '../../kernel/module.ts'
import { availabilityResolvers } from './graphql/availability.resolver.ts'
import { askDaily, askDailyJob } from './jobs/ask-daily.job.ts'
import { askForNewCloser, askOnConnecting } from './service/ask-when-changed.ts'

export const availabilityModule: DomainModule = {
  name: 'availability',
  resolvers: availabilityResolvers,
  rules: {},
  reactions: [askOnConnecting, askForNewCloser],
  jobs: [askDailyJob],
  schedule: [{ job: askDaily.name, cron: '7 4 * * *' }],
}
