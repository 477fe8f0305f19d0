import { UnreadableMessage } from '../kernel/unreadable-message.ts'
import { parseJson } from '../lib/parse-json.ts'
import type { Integration } from './integration.ts'

/** Reads a body as it was stored. Throws UnreadableMessage where it cannot be read. */
export function readStoredBody({ parseBody = parseStoredJson }: Pick<Integration, 'parseBody'>, body: Buffer): unknown {
  const read = parseBody(body)
  if (read === undefined) throw new UnreadableMessage('', 'has not the form that it should have')
  return read
}

function parseStoredJson(body: Buffer): object | undefined {
  try {
    const value = parseJson(body.toString('utf8'))
    return typeof value === 'object' && value !== null ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) throw new UnreadableMessage('', 'is not JSON')
    throw error
  }
}
