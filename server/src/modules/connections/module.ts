import type { DomainModule } from '../../kernel/module.ts'
import { connectionResolvers } from './graphql/connections.resolver.ts'
import { connectionRules } from './graphql/connections.rules.ts'
import { deliveryResolvers } from './graphql/deliveries.resolver.ts'
import { vaultResolvers } from './graphql/vault.resolver.ts'
import { webhookResolvers } from './graphql/webhooks.resolver.ts'
import { checkOnReopening, checkWebhooks, checkWebhooksJob } from './jobs/check-webhooks.job.ts'
import { removeOldBodies, removeOldBodiesJob } from './jobs/remove-old-bodies.job.ts'
import { resealJob, sealImportedJob } from './jobs/seal-secrets.job.ts'
import { releaseHeldDeliveriesJob, releaseOnReopening } from './service/release-held-deliveries.ts'

export const connectionsModule: DomainModule = {
  name: 'connections',
  resolvers: [...connectionResolvers, ...deliveryResolvers, ...vaultResolvers, ...webhookResolvers],
  rules: connectionRules,
  reactions: [releaseOnReopening, checkOnReopening],
  schedule: [
    { job: removeOldBodies.name, cron: '23 3 * * *' },
    { job: checkWebhooks.name, cron: '41 4 * * *' },
  ],
  jobs: [releaseHeldDeliveriesJob, sealImportedJob, resealJob, removeOldBodiesJob, checkWebhooksJob],
}

export { deliveryStore } from './service/accept-delivery.ts'
export { webhookAdmission } from './service/admit-webhook.ts'
export { maskBody } from './service/mask-body.ts'
export { recordRefusal } from './service/record-refusal.ts'
export { askToReseal, askToSealImported } from './jobs/seal-secrets.job.ts'
