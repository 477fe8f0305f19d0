import type { DomainModule } from '../../kernel/module.ts'
import { bookingChanged } from '../events/service/index.ts'
import { paymentChanged } from '../payments/service/index.ts'
import { attributionResolvers } from './graphql/attribution.resolver.ts'
import { attributionRules } from './graphql/attribution.rules.ts'
import { creditPayment } from './service/credit-payment.ts'
import { creditPaymentsOfLead } from './service/credit-payments-of-lead.ts'

export const attributionModule: DomainModule = {
  name: 'attribution',
  resolvers: attributionResolvers,
  rules: attributionRules,
  reactions: [bookingChanged.reactWith(creditPaymentsOfLead), paymentChanged.reactWith(creditPayment)],
}
