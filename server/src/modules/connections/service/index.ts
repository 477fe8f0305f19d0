export { finishDelivery, holdDelivery, lockDelivery, NeverAnswered, recordFailure } from './delivery-state.ts'
export { processDelivery, triesBeforeParked } from './process-delivery.ts'
