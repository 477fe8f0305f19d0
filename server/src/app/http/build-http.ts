import type { RequestListener } from 'node:http'
import type { Logger } from 'pino'
import { DatabaseUnavailable } from '../../database/database-errors.ts'
import { mailboxPaths } from './mailbox-routes.ts'
import { portalPaths } from './portal-routes.ts'
import { describeRequest, type Handler, sendJson } from './request.ts'
import { setSecurityHeaders } from './security-headers.ts'

export interface HttpOptions {
  graphql: Handler
  auth: Handler
  mailbox: Handler
  portal: Handler
  webhooks: Handler
  readiness: Handler
  health: Handler
  web: Handler
  logger: Logger
  trustedProxies: number
  /** Whether browsers reach this server by https. */
  overHttps: boolean
}

/** The web app, the API, signing in and the webhooks at one address. What a handler throws is answered and logged, never lost. */
export function buildHttp(options: HttpOptions): RequestListener {
  return (request, response) => {
    const info = describeRequest(request, options.trustedProxies)
    response.setHeader('x-request-id', info.id)
    setSecurityHeaders(response, options.overHttps)
    route(options, info.path)(request, response, info).catch((error: unknown) => {
      options.logger.error({ err: error, requestId: info.id, path: info.path }, 'request failed')
      if (response.headersSent) return response.destroy()
      const busy = error instanceof DatabaseUnavailable
      const message = busy
        ? 'The database is busy or out of reach. Try again in a moment.'
        : `Something went wrong on our side. The id of this request is ${info.id}.`
      const code = busy ? 'PROVIDER_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR'
      sendJson(
        response,
        busy ? 503 : 500,
        { errors: [{ message, extensions: { code, requestId: info.id } }] },
        busy ? { 'retry-after': '2' } : {},
      )
    })
  }
}

function route(options: HttpOptions, path: string): Handler {
  if (path === '/graphql') return options.graphql
  if (path === '/webhooks' || path.startsWith('/webhooks/')) return options.webhooks
  if (path.startsWith('/api/auth/')) return options.auth
  if (mailboxPaths.includes(path)) return options.mailbox
  if (portalPaths.includes(path)) return options.portal
  if (path === '/healthz') return options.health
  if (path === '/readyz') return options.readiness
  return options.web
}
