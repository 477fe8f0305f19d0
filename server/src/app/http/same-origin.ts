import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a page of ours sent a request that a browser makes by itself only for pages of ours: browsers name the page's origin with
 * every POST, and most say how it stands to us. One that names none is no page of ours.
 */
export function comesFromOurPages(headers: IncomingHttpHeaders, ourOrigin: string): boolean {
  const relation = headers['sec-fetch-site']
  return headers.origin === ourOrigin && (relation === undefined || relation === 'same-origin')
}

/**
 * Whether a page of another site opened a socket along with cookies of ours. No rule of browsers keeps it from doing so, but they name the
 * page's origin with each; programs name none, and send credentials of their own.
 */
export const openedByForeignPage = (headers: IncomingHttpHeaders, ourOrigin: string): boolean =>
  headers.cookie !== undefined && headers.origin !== undefined && !comesFromOurPages(headers, ourOrigin)

/**
 * Whether a page of another site sent a request along with cookies of ours, as its browser says. Programs say nothing of the kind, and
 * send credentials of their own.
 */
export function comesFromForeignPage(headers: IncomingHttpHeaders): boolean {
  const relation = headers['sec-fetch-site']
  return headers.cookie !== undefined && (relation === 'cross-site' || relation === 'same-site')
}
