import type { DomainModule } from '../../kernel/module.ts'
import { connectionResolvers } from './graphql/connections.resolver.ts'
import { connectionRules } from './graphql/connections.rules.ts'
import { deliveryResolvers } from './graphql/deliveries.resolver.ts'

export const connectionsModule: DomainModule = {
  name: 'connections',
  resolvers: [...connectionResolvers, ...deliveryResolvers],
  rules: connectionRules,
}

export { acceptDelivery, recordRefusal } from './service/accept-delivery.ts'
export { admitWebhook } from './service/admit-webhook.ts'
