import { paymentProcessor } from '../payment-processor.ts'
import { deliveryKey, deliveryKind, toDomain } from './to-domain.ts'
import { verifyWebhook } from './verify-webhook.ts'

export const stripe = paymentProcessor({ provider: 'stripe', webhooksAMinute: 60, verifyWebhook, deliveryKind, deliveryKey, toDomain })
