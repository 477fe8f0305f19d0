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

/** Parses a verb's input; what does not fit is BAD_USER_INPUT naming each field. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw badInput(parsed.error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message })))
}
