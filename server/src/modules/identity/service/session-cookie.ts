import { createHash } from 'node:crypto'

/** Ends the name of the cookie that holds a session; over https a prefix comes before it. */
export const sessionCookieSuffix = 'session_token'

/** With this header a page says that nobody sits before it: what it asks for by itself, time and again, is no use of the session. */
export const unattendedHeader = 'x-unattended'

/**
 * SHA-256 of the token in a session's cookie, hex; null where there is none. Nothing is believed of it: who knows a token's hash may be
 * told why it is not good any more, and that is all that this is for.
 */
export function hashOfSessionToken(cookies: string): string | null {
  for (const each of cookies.split(';')) {
    const [name = '', value = ''] = each.trim().split('=', 2)
    if (!name.endsWith(`.${sessionCookieSuffix}`)) continue
    const token = plain(value).split('.')[0]
    return token ? createHash('sha256').update(token).digest('hex') : null
  }
  return null
}

/** What was percent-encoded; text that is not is nobody's token. */
function plain(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
