import { z } from 'zod'
import { conflict } from '../../kernel/errors.ts'
import type { KeyedCaller } from '../keyed-caller.ts'
import { readBody } from '../read-body.ts'

export interface StripePage {
  items: readonly unknown[]
  hasMore: boolean
  askedAt: Date
}

/** A page of a list. Its items are read one by one: one that has not its shape must not hide the others. */
const Page = z.object({ data: z.array(z.unknown()), has_more: z.boolean() })

/** What is shown within an item of a list. A key that may not see it is shown none of the list. */
const expanded: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  charges: { 'expand[]': 'data.payment_intent' },
  invoices: { 'expand[]': 'data.payments' },
}

/** What older versions of Stripe's API, which accounts may be kept at, do not know: there it stands in the item itself. */
const unknownOnce: ReadonlySet<string> = new Set(['invoices'])

/**
 * Asks for a page of a list, the newest first, with all of it that is read. Throws CONFLICT, saying what to do, where Stripe refuses.
 */
export async function askForPage(
  { outbound, connection, apiKey, requestId }: KeyedCaller,
  list: string,
  query: Readonly<Record<string, string>>,
): Promise<StripePage> {
  const ask = (asked: Readonly<Record<string, string>>) =>
    outbound.call({
      connection,
      requestId,
      path: `/v1/${list}?${new URLSearchParams(asked).toString()}`,
      authorization: `Bearer ${apiKey}`,
    })
  const answer = await ask({ ...expanded[list], ...query })
  const { status, body, askedAt } = answer.status === 400 && unknownOnce.has(list) ? await ask(query) : answer
  if (status === 401) throw conflict('Stripe does not accept the key. Make a new restricted key there, and enter it as the API key.')
  if (status === 403)
    throw conflict(
      `Stripe does not show ${list.replace('/', ' ')} to this key. Let it read invoices, checkout sessions, charges, payment intents, refunds and disputes, or enter another.`,
    )
  if (status >= 300) throw conflict(`Stripe refused to show its ${list} (${status}).`)
  const { data, has_more: hasMore } = readBody(Page, body)
  return { items: data, hasMore, askedAt }
}
