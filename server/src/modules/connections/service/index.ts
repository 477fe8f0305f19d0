export { connectionReady } from './facts.ts'
export { type Credentials, openCredentials } from './open-credentials.ts'
export { postponeDelivery } from './postpone-delivery.ts'
export { type ConnectionRow, loadConnections } from './load-connections.ts'
export { mappingOf } from './mapping-of.ts'
export { finishDelivery, holdDelivery, lockDelivery, NeverAnswered, recordFailure } from './delivery-state.ts'
export { processDelivery, triesBeforeParked } from './process-delivery.ts'
export { type WebhookProblem } from './load-webhooks.ts'
export { settleWebhook, askToSettle } from './settle-webhook.ts'
export { type HeldWebhook, holdWebhook, keepHolding, LeaseLost, letGo } from './webhook-lease.ts'
export {
  beginAttempt,
  missedSince,
  putOff,
  storeGone,
  storeHealed,
  storeLost,
  storeProblem,
  storeRemoved,
  storeSeen,
  storeSubscription,
} from './webhook-steps.ts'
