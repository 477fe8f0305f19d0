import type { IncomingMessage, ServerResponse } from 'node:http'
import { v7 as uuidv7 } from 'uuid'

/** What the edge knows of a request before anybody handles it. */
export interface RequestInfo {
  id: string
  /** The caller's network address, as far as the trusted proxies in front of us tell it. */
  address: string
  path: string
  query: string
}

export type Handler = (request: IncomingMessage, response: ServerResponse, info: RequestInfo) => Promise<void>

const saneId = /^[A-Za-z0-9_.:-]{8,100}$/

export function describeRequest(request: IncomingMessage, trustedProxies: number): RequestInfo {
  const given = request.headers['x-request-id']
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
  return {
    id: typeof given === 'string' && saneId.test(given) ? given : uuidv7(),
    address: addressOf(request, trustedProxies),
    path,
    query: query ? `?${query}` : '',
  }
}

/** Each trusted proxy adds the address that it saw; what a caller writes there by himself comes before those. */
function addressOf(request: IncomingMessage, trustedProxies: number): string {
  const socket = request.socket.remoteAddress ?? 'unknown'
  if (trustedProxies === 0) return socket
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return forwarded.at(-trustedProxies) ?? socket
}

/** The request's body was longer than its reader allows. */
export class BodyTooLarge extends Error {}

/** Reads a body, counting as it comes: one that is too long is given up at once, whatever its headers said. */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw new BodyTooLarge()
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limitBytes) throw new BodyTooLarge()
    chunks.push(chunk)
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
}

export function sendJson(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  const text = JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text), ...headers })
  response.end(text)
}
