export { finishDelivery, lockDelivery, recordFailure } from './delivery-state.ts'
export { processDelivery } from './process-delivery.ts'
