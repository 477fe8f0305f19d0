import type { z } from 'zod'
import type { Tx } from '../database/tx.ts'
import type { Actor } from './actor.ts'
import { badInput } from './errors.ts'

/** What every verb is given: who acts, with what, in which open tenant transaction. */
export interface Verb<Input> {
  actor: Actor
  input: Input
  tx: Tx
}

/** What PostgreSQL keeps in no text: U+0000, and half of a surrogate pair, which is left where an emoji is cut in two. */
const isUnstorable = (text: string): boolean => text.includes('\u0000') || /\p{Cs}/u.test(text)

/** Where in an input there is a text that cannot be kept, as `rows.3.name`; null where there is none. */
function unstorableIn(input: unknown, path = ''): string | null {
  if (typeof input === 'string') return isUnstorable(input) ? path : null
  if (typeof input !== 'object' || input === null || input instanceof Date) return null
  for (const [key, value] of Object.entries(input)) {
    const found = unstorableIn(value, path === '' ? key : `${path}.${key}`)
    if (found !== null) return found
  }
  return null
}

/** Parses a verb's input; what does not fit, or no database could keep, is BAD_USER_INPUT naming each field. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const path = unstorableIn(input)
  if (path !== null) throw badInput([{ path, message: 'Some characters of this cannot be kept.' }])
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw badInput(parsed.error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message })))
}
