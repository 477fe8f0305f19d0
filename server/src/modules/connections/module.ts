import type { DomainModule } from '../../kernel/module.ts'
import { connectionResolvers } from './graphql/connections.resolver.ts'
import { connectionRules } from './graphql/connections.rules.ts'
import { deliveryResolvers } from './graphql/deliveries.resolver.ts'
import { vaultResolvers } from './graphql/vault.resolver.ts'
import { resealJob, sealImportedJob } from './jobs/seal-secrets.job.ts'
import { releaseHeldDeliveriesJob, releaseOnReopening } from './service/release-held-deliveries.ts'

export const connectionsModule: DomainModule = {
  name: 'connections',
  resolvers: [...connectionResolvers, ...deliveryResolvers, ...vaultResolvers],
  rules: connectionRules,
  reactions: [releaseOnReopening],
  jobs: [releaseHeldDeliveriesJob, sealImportedJob, resealJob],
}

export { acceptDelivery, recordRefusal } from './service/accept-delivery.ts'
export { admitWebhook } from './service/admit-webhook.ts'
export { askToReseal, askToSealImported } from './jobs/seal-secrets.job.ts'
