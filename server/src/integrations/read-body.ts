import type { z } from 'zod'
import { UnreadableMessage } from '../kernel/unreadable-message.ts'

/** Reads a vendor's message by its shape; what it has beyond that does not matter. */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw unreadable(parsed.error)
}

/** What a shape that does not fit is told as. */
export function unreadable({ issues: [issue] }: z.ZodError): UnreadableMessage {
  return new UnreadableMessage(issue?.path.map(String).join('.') ?? '', issue?.message ?? 'not as documented')
}
