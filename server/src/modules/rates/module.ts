import type { DomainModule } from '../../kernel/module.ts'
import { rateResolvers } from './graphql/rates.resolvers.ts'
import { rateRules } from './graphql/rates.rules.ts'
import { convertAllJob } from './jobs/convert-all.job.ts'
import { convertPaymentsJob } from './jobs/convert-payments.job.ts'
import { fetchDailyRates, fetchDailyRatesJob } from './jobs/fetch-daily-rates.job.ts'
import { convertOnChange, convertOnReopening } from './service/convert-anew.ts'

export const ratesModule: DomainModule = {
  name: 'rates',
  resolvers: rateResolvers,
  rules: rateRules,
  reactions: [convertOnChange, convertOnReopening],
  jobs: [convertPaymentsJob, convertAllJob, fetchDailyRatesJob],
  // Published about 16:00 in Frankfurt; asked for again, since it may be late, and in the morning once more.
  schedule: [{ job: fetchDailyRates.name, cron: '20 6,15,16,18 * * *' }],
}
