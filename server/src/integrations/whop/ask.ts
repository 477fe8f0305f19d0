import { syncPermissions } from '@clinch/schema/providers'
import type { z } from 'zod'
import { conflict } from '../../kernel/errors.ts'
import type { KeyedCaller } from '../keyed-caller.ts'
import { readBody } from '../read-body.ts'
import { WhopAccount, WhopPage } from './payload.ts'

/** The lists of a company that are read. */
export const whopLists = ['payments', 'refunds', 'disputes', 'memberships'] as const
export type WhopList = (typeof whopLists)[number]

interface WhopPageOfItems {
  items: readonly unknown[]
  /** By what the next page is asked for; null where this is the last. */
  next: string | null
  askedAt: Date
}

/** Which company a key is of. A key that is nobody's, or an app's, is refused in words. */
export async function whoIs(caller: KeyedCaller): Promise<{ company: string; title: string | null }> {
  const { answer } = await ask(
    caller,
    '/accounts/me',
    WhopAccount,
    (status) => `Whop does not say whose this key is (${status}). Enter a key of your company, with the permission company:basic:read.`,
  )
  return { company: answer.id, title: answer.title }
}

/** Asks for a page of a list, the earliest first. Throws CONFLICT, saying what to do, where Whop refuses. */
export async function askForPage(
  caller: KeyedCaller,
  list: WhopList,
  query: Readonly<Record<string, string | null>>,
): Promise<WhopPageOfItems> {
  const order = canBeOrdered.has(list) ? 'created_at' : null
  const given = Object.entries({ ...query, order, direction: 'asc' }).filter((pair): pair is [string, string] => pair[1] !== null)
  const { answer, askedAt } = await ask(caller, `/${list}?${new URLSearchParams(given).toString()}`, WhopPage, (status) =>
    status === 403
      ? `Whop does not show ${list} to this key. Give it these permissions, or enter another: ${syncPermissions.whop.join(', ')}.`
      : `Whop refused to show its ${list} (${status}).`,
  )
  const { data: items, page_info: page } = answer
  const isLast = items.length === 0 || page.has_next_page === false || page.end_cursor === query.after
  return { items, next: isLast ? null : page.end_cursor, askedAt }
}

/** Lists that take the field by which they are ordered; the others know only one. */
const canBeOrdered: ReadonlySet<WhopList> = new Set(['payments', 'memberships'])

async function ask<Schema extends z.ZodType>(
  { outbound, connection, apiKey, requestId }: KeyedCaller,
  path: string,
  schema: Schema,
  refused: (status: number) => string,
): Promise<{ answer: z.output<Schema>; askedAt: Date }> {
  const { status, body, askedAt } = await outbound.call({ connection, requestId, path, authorization: `Bearer ${apiKey}` })
  if (status === 401) throw conflict('Whop does not accept the key. Make a new company API key there, and enter it as the API key.')
  if (status >= 300) throw conflict(refused(status))
  return { answer: readBody(schema, body), askedAt }
}
