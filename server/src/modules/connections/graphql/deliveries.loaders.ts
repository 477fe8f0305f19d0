import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { type DeliveryRow, loadBodies, loadDeliveries } from '../service/list-deliveries.ts'

export const deliveryById = defineLoader<DeliveryRow | null>(loadDeliveries, null)
export const bodyOfDelivery = defineLoader<Buffer | null>(loadBodies, null)
