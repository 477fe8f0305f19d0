import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Database } from '../../database/tx.ts'
import type { Caller } from '../../kernel/caller.ts'
import type { LimitLog } from '../../kernel/limit-log.ts'
import { limitKeyOfAddress } from '../../lib/limit-key.ts'
import { portalCookieOf } from '../../modules/identity/service/index.ts'
import { admitPortalOpening, endPortalSession, openPortalLink } from '../../modules/roster/service/index.ts'
import { BodyTooLarge, type Handler, readBody, type RequestInfo, sendJson } from './request.ts'
import { comesFromOurPages } from './same-origin.ts'

export interface PortalOptions {
  database: Database
  /** The address as browsers know it. */
  publicUrl: string
  resolveCaller: (headers: IncomingMessage['headers']) => Promise<Caller>
  /** Forgets who was recognised a moment ago. */
  forgetCallers: () => void
  /** Whether attempts to open links are limited. */
  limited: boolean
  limits: LimitLog
}

const largestBodyBytes = 4 * 1024
const Opening = z.object({ token: z.string() })

export const portalPaths: readonly string[] = ['/portal/session', '/portal/session/end']

/**
 * Where the portal's page exchanges the token of a link for a session, and ends it. The token comes in a body, never in an address,
 * and only from our own page; all that are not good are answered alike.
 */
export function portalRoutes(options: PortalOptions): Handler {
  const { origin, protocol } = new URL(options.publicUrl)
  const cookie = (value: string, maxAgeSeconds: number): string =>
    `${portalCookieOf(options.publicUrl)}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${protocol === 'https:' ? '; Secure' : ''}`
  return async (request, response, info) => {
    if (request.method !== 'POST') return answer(response, 405, 'It is posted.', { allow: 'POST' })
    if (!comesFromOurPages(request.headers, origin)) return answer(response, 403, 'Only a page of this site may ask for this.')
    if (info.path === '/portal/session/end') {
      await end(options, request, info)
      return answer(response, 200, 'Signed out.', { 'set-cookie': cookie('', 0) })
    }
    const token = await readToken(request, response)
    if (token === undefined) return
    const opened = await open(options, token, request, info)
    if (opened === null) return answer(response, 401, 'This link is not good any more. Ask for a new one.')
    if ('retryAfterSeconds' in opened) {
      options.limits.note({
        limit: info.path,
        who: `address:${limitKeyOfAddress(info.address)}`,
        address: info.address,
        requestId: info.id,
      })
      return answer(response, 429, 'Too many attempts. Try again in a minute.', { 'retry-after': String(opened.retryAfterSeconds) })
    }
    answer(response, 200, 'Opened.', { 'set-cookie': cookie(opened.token, opened.maxAgeSeconds) })
  }
}

async function open({ database, limited }: PortalOptions, token: string, { headers }: IncomingMessage, info: RequestInfo) {
  const admission = await admitPortalOpening(database, { token, address: info.address, limited })
  if (!admission.admitted) return admission
  if (!admission.link) return null
  const origin = { requestId: info.id, address: info.address }
  return openPortalLink({ database, link: admission.link, device: headers['user-agent'] ?? '', origin })
}

/** Ends the session of the cookie, if it is good. A browser that signed in to the admin as well stays so. */
async function end({ database, resolveCaller, forgetCallers }: PortalOptions, { headers }: IncomingMessage, info: RequestInfo) {
  const { actor } = await resolveCaller({ cookie: headers.cookie ?? '', 'x-portal': '1' })
  if (actor?.kind !== 'portal') return
  await endPortalSession({ database, actor, origin: { requestId: info.id, address: info.address } })
  forgetCallers()
}

/** What was posted as the token; undefined where the request was answered already. */
async function readToken(request: IncomingMessage, response: ServerResponse): Promise<string | undefined> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return answer(response, 415, 'Post JSON.')
  try {
    const body: unknown = JSON.parse((await readBody(request, largestBodyBytes)).toString('utf8'))
    const opening = Opening.safeParse(body)
    if (opening.success) return opening.data.token
    return answer(response, 400, 'Post the token of a link.')
  } catch (error) {
    if (error instanceof BodyTooLarge) return answer(response, 413, 'The body has at most 4 KiB.', { connection: 'close' })
    if (error instanceof SyntaxError) return answer(response, 400, 'The body is not JSON.')
    throw error
  }
}

const answer = (response: ServerResponse, status: number, message: string, headers: Record<string, string> = {}): undefined => {
  sendJson(response, status, { message }, { 'cache-control': 'no-store', ...headers })
}
