import { createHash } from 'node:crypto'

/** A text at the top of a message, before its shape is known; null where there is none. */
export function textAt(body: unknown, key: string): string | null {
  if (typeof body !== 'object' || body === null) return null
  const value: unknown = Object.getOwnPropertyDescriptor(body, key)?.value
  return typeof value === 'string' && value !== '' ? value : null
}

/** The sender's own id of a message; where it gives none, the same bytes are the same delivery. */
export const idOrBytes = (body: unknown, rawBody: Buffer): string =>
  textAt(body, 'id') ?? createHash('sha256').update(rawBody).digest('hex')
