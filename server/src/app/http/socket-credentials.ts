import type { IncomingHttpHeaders } from 'node:http'
import { unattendedHeader } from '../../modules/identity/module.ts'

/** What a page cannot send as a header of a socket, it sends in the first message under the header's name. */
const names = ['authorization', 'x-organization-id', 'x-portal'] as const
const longest = 4_096

/**
 * The credentials that a socket was opened with. That it is open is no sign of anybody sitting before the page, so it never counts as a
 * use of their session.
 */
export function socketCredentials(
  headers: IncomingHttpHeaders,
  params: Readonly<Record<string, unknown>> | undefined,
): IncomingHttpHeaders {
  const named = names.flatMap((name) => {
    const value = params?.[name]
    return typeof value === 'string' && value.length <= longest ? [[name, value] as const] : []
  })
  return { ...headers, ...Object.fromEntries(named), [unattendedHeader]: '1' }
}
