import { toNodeHandler } from 'better-auth/node'
import type { IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type Auth, addressHeader, authPaths } from '../../modules/identity/module.ts'
import type { LimitLog } from '../../kernel/limit-log.ts'
import { limitKeyOfAddress } from '../../lib/limit-key.ts'
import { type Handler, sendJson } from './request.ts'
import { comesFromOurPages } from './same-origin.ts'

export interface AuthRouteOptions {
  auth: Auth
  /** The address as browsers know it. */
  publicUrl: string
  /** Forgets who was recognised a moment ago. */
  forgetCallers: () => void
  logger: Logger
  limits: LimitLog
}

const prefix = '/api/auth'
const largestBodyBytes = 16 * 1024
/** Asking for a new password does a little more where the address is known: it is answered no sooner than this, which hides it. */
const leastMs: Readonly<Record<string, number>> = { '/request-password-reset': 300 }

/**
 * Signing up, in and out, for our own pages alone: all of it is posted, so that no link that somebody opens does anything by itself.
 * Whoever was recognised a moment ago is asked for again by the time it is answered.
 */
export function authRoutes({ auth, publicUrl, forgetCallers, logger, limits }: AuthRouteOptions): Handler {
  const { origin } = new URL(publicUrl)
  return async (request, response, info) => {
    const path = info.path.slice(prefix.length)
    const refusal = authPaths.includes(path)
      ? refusalOf(request, origin)
      : { status: 404, code: 'NOT_FOUND', message: 'There is nothing here.' }
    if (refusal) {
      const { status, ...body } = refusal
      return sendJson(response, status, body, status === 413 ? { connection: 'close' } : {})
    }
    request.headers[addressHeader] = info.address
    const handle = toNodeHandler(async (asked) => {
      const [answer] = await Promise.all([auth.handler(asked), pause(leastMs[path] ?? 0)])
      forgetCallers()
      const where = { address: info.address, requestId: info.id }
      // Good or bad, each is kept: from where, and what came of it. Whose account it was is nothing for a log.
      if (answer.status === 429) limits.note({ limit: path, who: `address:${limitKeyOfAddress(info.address)}`, ...where })
      else logger.info({ security: true, path, status: answer.status, ...where }, 'signing in was asked for')
      return answer
    })
    await handle(request, response)
  }
}

interface Refusal {
  status: number
  code: string
  message: string
}

function refusalOf({ method, headers }: IncomingMessage, origin: string): Refusal | null {
  if (method !== 'POST') return { status: 405, code: 'METHOD_NOT_ALLOWED', message: 'It is posted.' }
  if (!comesFromOurPages(headers, origin))
    return { status: 403, code: 'INVALID_ORIGIN', message: 'Only a page of this site may ask for this.' }
  // The library reads a body to its end, however long that is.
  const bytes = Number(headers['content-length'] ?? NaN)
  return bytes <= largestBodyBytes
    ? null
    : { status: 413, code: 'BODY_TOO_LARGE', message: 'The body has at most 16 KiB, and says its length.' }
}
