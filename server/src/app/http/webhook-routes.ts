import type { ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { CommitOutcomeUnknown, DatabaseUnavailable } from '../../database/database-errors.ts'
import type { Database } from '../../database/tenant-transaction.ts'
import type { Integration } from '../../integrations/integration.ts'
import { integrationOf } from '../../integrations/registry.ts'
import type { Refusal } from '../../integrations/webhook-signature.ts'
import type { Vault } from '../../kernel/vault.ts'
import { acceptDelivery, admitWebhook, recordRefusal } from '../../modules/connections/module.ts'
import { BodyTooLarge, type Handler, readBody, type RequestInfo, sendJson } from './request.ts'

export interface WebhookOptions {
  database: Database
  vault: Vault
  logger: Logger
  /** Whether connections and addresses are limited to their webhooks a minute. */
  limited: boolean
}

const largestBodyBytes = 1024 * 1024
const address = /^\/webhooks\/([a-z]+)\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i

const refusals: Readonly<Record<Refusal, string>> = {
  missing: 'The signature is missing',
  malformed: 'The signature has not its form',
  mismatch: 'Signature does not match',
  too_old: 'Signed too long ago',
  in_the_future: 'Signed in the future',
  no_secret: 'No signing secret is on file',
}

/**
 * Takes webhooks in: counted against the limits, verified over the raw bytes, stored with their job, and only then answered. What
 * cannot be decided is answered 503, so that the provider sends it again.
 */
export function webhookRoutes(options: WebhookOptions): Handler {
  return async (request, response, info) => {
    if (request.method !== 'POST') return answer(response, 405, 'Webhooks are posted.', { allow: 'POST' })
    const [, provider = '', connectionId = ''] = address.exec(info.path) ?? []
    const integration = integrationOf(provider.toLowerCase())
    if (!integration) return answer(response, 404, 'There is no such connection.')
    try {
      const rawBody = await readBody(request, largestBodyBytes)
      await take(options, integration, { connectionId: connectionId.toLowerCase(), rawBody, headers: request.headers, info }, response)
    } catch (error) {
      if (error instanceof BodyTooLarge) return answer(response, 413, 'A webhook has at most 1 MiB.', { connection: 'close' })
      if (error instanceof DatabaseUnavailable || error instanceof CommitOutcomeUnknown) {
        options.logger.error({ err: error, requestId: info.id }, 'webhook could not be taken in')
        return answer(response, 503, 'Not taken in. Send it again.', { 'retry-after': '5' })
      }
      throw error
    }
  }
}

interface Incoming {
  connectionId: string
  rawBody: Buffer
  headers: Readonly<Record<string, string | string[] | undefined>>
  info: RequestInfo
}

async function take({ database, vault, logger, limited }: WebhookOptions, integration: Integration, incoming: Incoming, response: ServerResponse): Promise<void> {
  const { connectionId, rawBody, headers, info } = incoming
  const { provider } = integration
  const admission = await admitWebhook(database, vault, { provider, connectionId, address: info.address, perMinute: limited ? integration.webhooksAMinute : null })
  if (!admission.admitted) {
    if (admission.reason === 'unknown') return answer(response, 404, 'There is no such connection.')
    return answer(response, 429, 'Too many webhooks.', { 'retry-after': String(admission.retryAfterSeconds) })
  }
  const { organizationId, secrets, name } = admission.connection
  const verdict = integration.verifyWebhook({ headers, rawBody, secrets, now: new Date() })
  if (verdict.verdict === 'refused') {
    const reason = refusals[verdict.reason]
    logger.warn({ security: true, provider, connectionId, organizationId, address: info.address, requestId: info.id, reason }, 'webhook refused')
    await recordRefusal(database, { organizationId, connectionId, kind: 'unknown', answer: 401, reason, remoteAddress: info.address, requestId: info.id })
    return answer(response, 401, `${reason}.`)
  }
  const body = parse(rawBody)
  if (body === undefined) return answer(response, 400, 'The body is not JSON.')
  const arrival = { organizationId, connectionId, connectionName: name, provider, rawBody, remoteAddress: info.address, requestId: info.id }
  const taken = await acceptDelivery(database, { ...arrival, kind: integration.deliveryKind(body).slice(0, 100), dedupeKey: integration.deliveryKey(body, rawBody).slice(0, 300) })
  answer(response, 200, taken === 'new' ? 'Taken in.' : 'Known already.')
}

function parse(rawBody: Buffer): unknown {
  try {
    const body: unknown = JSON.parse(rawBody.toString('utf8'))
    return typeof body === 'object' && body !== null ? body : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const answer = (response: ServerResponse, status: number, message: string, headers: Record<string, string> = {}): void =>
  sendJson(response, status, { message }, headers)
