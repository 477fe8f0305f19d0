import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Database } from '../../database/tx.ts'
import type { Integration } from '../../integrations/integration.ts'
import { integrationOf } from '../../integrations/registry.ts'
import type { Refusal } from '../../integrations/webhook-signature.ts'
import type { Vault } from '../../kernel/vault.ts'
import { askToSealImported, deliveryStore, maskBody, recordRefusal, webhookAdmission } from '../../modules/connections/module.ts'
import { nestingOf } from '../../lib/json-nesting.ts'
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
 * cannot be decided, for whatever reason of ours, is answered 503, so that the provider sends it again.
 */
export function webhookRoutes(options: WebhookOptions): Handler {
  const doors: Doors = { ...options, admit: webhookAdmission(options.database, options.vault), store: deliveryStore(options.database) }
  return async (request, response, info) => {
    if (request.method !== 'POST') return answer(response, 405, 'Webhooks are posted.', { allow: 'POST' })
    const [, provider = '', connectionId = ''] = address.exec(info.path) ?? []
    const integration = integrationOf(provider.toLowerCase())
    if (!integration) return answer(response, 404, 'There is no such connection.')
    try {
      const { status, message, headers, reply } = await takeIn(doors, integration, {
        request,
        connectionId: connectionId.toLowerCase(),
        info,
      })
      sendJson(response, status, { message, ...reply }, headers)
    } catch (error) {
      if (error instanceof BodyTooLarge) return answer(response, 413, 'A webhook has at most 1 MiB.', { connection: 'close' })
      if (request.errored) return options.logger.info({ err: error, requestId: info.id }, 'a webhook was broken off by its sender')
      options.logger.error({ err: error, requestId: info.id, provider, connectionId }, 'webhook could not be taken in')
      answer(response, 503, 'Not taken in. Send it again.', { 'retry-after': '5' })
    }
  }
}

interface Doors extends WebhookOptions {
  admit: ReturnType<typeof webhookAdmission>
  store: ReturnType<typeof deliveryStore>
}

interface Incoming {
  request: IncomingMessage
  connectionId: string
  info: RequestInfo
}

interface Answer {
  status: number
  message: string
  headers?: Record<string, string>
  /** What its provider reads of an answer, beside the message. */
  reply?: object | undefined
}

async function takeIn(
  { database, logger, limited, admit, store }: Doors,
  integration: Integration,
  { request, connectionId, info }: Incoming,
): Promise<Answer> {
  const { provider } = integration
  const perMinute = limited ? integration.webhooksAMinute : null
  const admission = await admit({ provider, connectionId, address: info.address, perMinute })
  if (!admission.admitted) return admission.reason === 'unknown' ? noSuchConnection : tooMany(admission.retryAfterSeconds)
  const rawBody = await readBody(request, largestBodyBytes)
  const { organizationId, secrets, hasPlainSecret } = admission.connection
  const origin = { organizationId, connectionId, remoteAddress: info.address, requestId: info.id }
  const verdict = integration.verifyWebhook({ headers: request.headers, rawBody, secrets, now: new Date() })
  if (verdict.verdict === 'refused') {
    const reason = refusals[verdict.reason]
    logger.warn(
      { security: true, provider, connectionId, organizationId, address: info.address, requestId: info.id, reason },
      'webhook refused',
    )
    await recordRefusal(database, { ...origin, kind: 'unknown', answer: 401, reason })
    return { status: 401, message: `${reason}.` }
  }
  const body = (integration.parseBody ?? parse)(rawBody)
  if (body === undefined) {
    await recordRefusal(database, { ...origin, kind: 'unknown', answer: 400, reason: 'The body cannot be read' })
    return { status: 400, message: 'The body is not JSON, or not the form that it should be.' }
  }
  const kind = storable(integration.deliveryKind(body), 100)
  const dedupeKey = storable(integration.deliveryKey(body, rawBody), 300)
  const accepted = await store({ ...origin, kind, dedupeKey, body: maskBody(rawBody, integration.unneeded ?? []), perMinute })
  if (accepted.taken === 'unknown') return noSuchConnection
  if (accepted.taken === 'limit') return tooMany(accepted.retryAfterSeconds)
  // The sender does not wait for it, and if it cannot be asked for now, the next delivery asks again.
  if (hasPlainSecret)
    askToSealImported(database, organizationId, info.id).catch((error: unknown) =>
      logger.error({ err: error, requestId: info.id, connectionId }, 'an imported secret could not be asked to be sealed'),
    )
  return { status: 200, message: accepted.taken === 'new' ? 'Taken in.' : 'Known already.', reply: integration.reply?.(body) }
}

const noSuchConnection: Answer = { status: 404, message: 'There is no such connection.' }

const tooMany = (retryAfterSeconds: number): Answer => ({
  status: 429,
  message: 'Too many webhooks.',
  headers: { 'retry-after': String(retryAfterSeconds) },
})

/** As much of a sender's text as a column takes; the database keeps no zero byte. */
const storable = (text: string, length: number): string => text.replaceAll('\u0000', '').slice(0, length)

/** Deeper than any provider writes; what reads it later may go into it step by step. */
const deepestBody = 100

function parse(rawBody: Buffer): unknown {
  if (nestingOf(rawBody) > deepestBody) return undefined
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
