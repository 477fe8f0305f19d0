import type { z } from 'zod'
import { type ClinchError, conflict } from '../../kernel/errors.ts'
import type { KeyedCaller } from '../keyed-caller.ts'
import { readBody } from '../read-body.ts'
import { CalendlyMe } from './payload.ts'

/** Whoever asks Calendly, with which token. */
export type CalendlyCaller = KeyedCaller

/** A page token that Calendly knows no more: its list is to be begun again. */
export class PageForgotten extends Error {}

/** The token was revoked, or never was one. */
export const tokenRefused = (): ClinchError =>
  conflict('Calendly does not accept the token. Make a new personal access token there, and enter it as the API key.')

/** What Calendly answers, by its shape. Throws CONFLICT, saying what to do, where it refuses. */
export async function ask<Schema extends z.ZodType>(
  { outbound, connection, apiKey, requestId }: CalendlyCaller,
  path: string,
  schema: Schema,
): Promise<{ answer: z.output<Schema>; askedAt: Date }> {
  const { status, body, askedAt } = await outbound.call({ connection, requestId, path, authorization: `Bearer ${apiKey}` })
  if (status === 401) throw tokenRefused()
  if (status === 403)
    throw conflict('Calendly lets this token see too little. Make one as an owner or admin of the Calendly organization, and enter that.')
  if (status === 400 && path.includes('page_token=')) throw new PageForgotten()
  if (status >= 300) throw conflict(`Calendly refused to show its bookings (${status}).`)
  return { answer: readBody(schema, body), askedAt }
}

/** Whose token it is, and the address of the organization that it belongs to. */
export const whoIs = async (caller: CalendlyCaller): Promise<{ name: string | null; organization: string }> => {
  const { resource } = (await ask(caller, '/users/me', CalendlyMe)).answer
  return { name: resource.name, organization: resource.current_organization }
}

/** A path with its query; what is null is left out. */
export function pathOf(path: string, query: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null)
  return `${path}?${new URLSearchParams(given).toString()}`
}
