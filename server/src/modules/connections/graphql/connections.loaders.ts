import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { type ConnectionRow, loadConnections } from '../service/load-connections.ts'
import { loadWebhooks, type WebhookRow } from '../service/load-webhooks.ts'

export const connectionById = defineLoader<ConnectionRow | null>(loadConnections, null)
export const webhookOfConnection = defineLoader<WebhookRow | null>(loadWebhooks, null)
