import type { DomainModule } from '../../kernel/module.ts'
import { formFiled } from '../forms/service/index.ts'
import { paymentResolvers } from './graphql/payments.resolver.ts'
import { paymentRules } from './graphql/payments.rules.ts'
import { matchReportsAnewJob } from './jobs/match-reports-anew.job.ts'
import { matchOnChange, matchOnReopening } from './service/match-anew.ts'
import { recordReportedPayment } from './service/record-report.ts'

export const paymentsModule: DomainModule = {
  name: 'payments',
  resolvers: paymentResolvers,
  rules: paymentRules,
  reactions: [formFiled.reactWith(recordReportedPayment), matchOnChange, matchOnReopening],
  jobs: [matchReportsAnewJob],
}
