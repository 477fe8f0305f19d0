import { z } from 'zod'
import { conflict } from '../../kernel/errors.ts'
import type { Outbound } from '../../kernel/outbound.ts'
import type { CalledConnection } from '../../kernel/outbound-call.ts'
import { readBody } from '../read-body.ts'

/** Whoever asks Stripe, with which key. */
export interface StripeCaller {
  outbound: Outbound
  connection: CalledConnection
  apiKey: string
  requestId: string
}

export interface StripePage {
  items: readonly unknown[]
  hasMore: boolean
  askedAt: Date
}

/** A page of a list. Its items are read one by one: one that has not its shape must not hide the others. */
const Page = z.object({ data: z.array(z.unknown()), has_more: z.boolean() })

/** Asks for a page of a list, the newest first. Throws CONFLICT, saying what to do, where Stripe refuses. */
export async function askForPage(
  { outbound, connection, apiKey, requestId }: StripeCaller,
  list: string,
  query: Readonly<Record<string, string>>,
): Promise<StripePage> {
  const path = `/v1/${list}?${new URLSearchParams(query).toString()}`
  const { status, body, askedAt } = await outbound.call({ connection, requestId, path, authorization: `Bearer ${apiKey}` })
  if (status === 401) throw conflict('Stripe does not accept the key. Make a new restricted key there, and enter it as the API key.')
  if (status === 403)
    throw conflict(`Stripe does not show ${list} to this key. Let it read charges, refunds and disputes, or enter another.`)
  if (status >= 300) throw conflict(`Stripe refused to show its ${list} (${status}).`)
  const { data, has_more: hasMore } = readBody(Page, body)
  return { items: data, hasMore, askedAt }
}
