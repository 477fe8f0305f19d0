import type { DomainModule } from '../../kernel/module.ts'
import { bookingChanged } from '../events/service/index.ts'
import { leadsChanged } from '../leads/service/index.ts'
import { paymentChanged, reportsMatched } from '../payments/service/index.ts'
import { attributionResolvers } from './graphql/attribution.resolver.ts'
import { attributionRules } from './graphql/attribution.rules.ts'
import { creditAgainJob } from './jobs/credit-again.job.ts'
import { creditPayment } from './service/credit-payment.ts'
import { creditPaymentsOfLead } from './service/credit-payments-of-lead.ts'
import { creditPaymentsOfLeads } from './service/credit-payments-of-leads.ts'
import { followMatches } from './service/follow-matches.ts'

export const attributionModule: DomainModule = {
  name: 'attribution',
  resolvers: attributionResolvers,
  rules: attributionRules,
  reactions: [
    leadsChanged.reactWith(creditPaymentsOfLeads),
    bookingChanged.reactWith(creditPaymentsOfLead),
    paymentChanged.reactWith(creditPayment),
    reportsMatched.reactWith(followMatches),
  ],
  jobs: [creditAgainJob],
}
