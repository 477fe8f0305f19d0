import { type ApolloServer, HeaderMap } from '@apollo/server'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { GraphContext, type Services } from '../../graphql-kit/context.ts'
import type { Caller } from '../../kernel/caller.ts'
import type { LimitLog } from '../../kernel/limit-log.ts'
import { type CallerBudget, overBudgetMessage, payerOf } from '../graphql/caller-budget.ts'
import { BodyTooLarge, type Handler, readBody, type RequestInfo, sendJson } from './request.ts'
import { comesFromForeignPage } from './same-origin.ts'

export interface GraphqlRoute {
  apollo: ApolloServer<GraphContext>
  services: Services
  resolveCaller: (headers: IncomingMessage['headers']) => Promise<Caller>
  /** What each caller may spend; without end where null. */
  budget: CallerBudget | null
  limits: LimitLog
}

const largestRequestBytes = 1024 * 1024

/** GraphQL over HTTP, on node's own server: no framework stands between the socket and Apollo. */
export function graphqlRoute({ apollo, services, resolveCaller, budget, limits }: GraphqlRoute): Handler {
  return async (request, response, info) => {
    if (comesFromForeignPage(request.headers))
      return refuse(response, info, { status: 403, code: 'FORBIDDEN', message: 'Only a page of this site may use its cookies.' })
    const body = await readRequest(request, response, info)
    if (body === undefined) return
    const context = new GraphContext(await resolveCaller(request.headers), info, services)
    // Whoever has spent all is not even read: parsing costs too.
    if (budget && (await refuseSpent(response, context, budget, limits))) return
    try {
      const answer = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: (request.method ?? 'GET').toUpperCase(), headers: toHeaderMap(request), search: info.query, body },
        context: () => Promise.resolve(context),
      })
      if (answer.body.kind !== 'complete') throw new Error('Incremental answers are not offered')
      for (const [name, value] of answer.headers) response.setHeader(name, value)
      response.statusCode = answer.status ?? 200
      response.setHeader('content-length', Buffer.byteLength(answer.body.string))
      response.end(answer.body.string)
    } finally {
      await context.end()
    }
  }
}

/** The body as Apollo wants it: parsed. Undefined where the answer was given already. */
async function readRequest(request: IncomingMessage, response: ServerResponse, info: RequestInfo): Promise<unknown> {
  if (request.method !== 'POST') return {}
  try {
    const bytes = await readBody(request, largestRequestBytes)
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch (error) {
    if (error instanceof BodyTooLarge) refuse(response, info, { status: 413, message: 'A request has at most 1 MiB.' })
    else if (error instanceof SyntaxError) refuse(response, info, { status: 400, message: 'The body is not JSON.' })
    else throw error
    return undefined
  }
}

interface RefusedRequest {
  status: number
  message: string
  code?: 'BAD_USER_INPUT' | 'FORBIDDEN'
}

const refuse = (response: ServerResponse, info: RequestInfo, { status, message, code = 'BAD_USER_INPUT' }: RefusedRequest): void =>
  sendJson(response, status, { errors: [{ message, extensions: { code, requestId: info.id } }] }, { connection: 'close' })

/** Answers a caller who has nothing left, and says whether it did. */
async function refuseSpent(response: ServerResponse, context: GraphContext, budget: CallerBudget, limits: LimitLog): Promise<boolean> {
  const who = payerOf(context)
  const standing = await budget.standing(who)
  const retryAfter = standing.retryAfterSeconds
  if (retryAfter === null) return false
  limits.note({ limit: 'RATE_LIMITED', who, address: context.address, requestId: context.requestId })
  const extensions = { code: 'RATE_LIMITED', retryAfter, requestId: context.requestId }
  const headers = { 'retry-after': String(retryAfter), ...budget.headersOf(standing) }
  sendJson(response, 429, { errors: [{ message: overBudgetMessage(standing, retryAfter), extensions }] }, headers)
  return true
}

function toHeaderMap(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}
