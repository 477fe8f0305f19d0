import { z } from 'zod'
import { recordListed } from '../../modules/payments/service/index.ts'
import { textAt } from '../message-text.ts'
import { readBody } from '../read-body.ts'
import type { SyncItem, SyncSource, Taken } from '../sync-source.ts'
import { seconds } from '../wire-values.ts'
import { askForPage } from './ask.ts'
import { toDomain } from './to-domain.ts'

/** What is gone through, in this order: a purchase is there before what was taken back of it. */
export const syncedLists = ['charges', 'refunds', 'disputes'] as const
type List = (typeof syncedLists)[number]

/** As many as Stripe gives in one answer. */
const pageSize = '100'

/** By so much Stripe's clock and ours may differ. */
const clockToleranceMs = 5 * 60_000

/** Which list, and after which of its items; Stripe lists the newest first. */
const Cursor = z.object({ list: z.enum(syncedLists), after: z.string().nullable() })
type Cursor = z.output<typeof Cursor>

const Listed = z.object({ id: z.string().min(1), created: seconds })
const ListedCharge = z.object({ status: z.string(), payment_intent: z.unknown() })
const Paid = z.object({ status: z.literal('succeeded') })

/**
 * The charges, refunds and disputes that were made within the span, each as the webhooks about it tell it: one that is known is the same
 * payment, and a refund or the end of a dispute that got lost is found.
 */
export const syncPayments: SyncSource = async function* (request, { outbound }) {
  const { connection, credentials, requestId, span, actor } = request
  const caller = { outbound, connection, apiKey: credentials.apiKey, requestId }
  let cursor: Cursor = request.cursor === null ? { list: 'charges', after: null } : Cursor.parse(request.cursor)
  const within = { 'created[gte]': unix(span.start), 'created[lt]': unix(span.end), limit: pageSize }
  for (const list of syncedLists.slice(syncedLists.indexOf(cursor.list))) {
    if (list !== cursor.list) cursor = { list, after: null }
    for (let more = true; more;) {
      const page = await askForPage(caller, list, {
        ...within,
        ...(list === 'charges' ? { 'expand[]': 'data.payment_intent' } : {}),
        ...(cursor.after === null ? {} : { starting_after: cursor.after }),
      })
      for (const item of page.items) {
        cursor = { list, after: textAt(item, 'id') ?? cursor.after }
        const record: SyncItem['record'] = (tx) => {
          const messages = messagesOf(list, item, page.askedAt)
          if (messages.length === 0) return Promise.resolve<Taken>('beside')
          return recordListed({ actor, tx, input: { connectionId: connection.connectionId, messages } })
        }
        yield {
          name: `${names[list]} ${textAt(item, 'id') ?? ''}`.trim(),
          position: { cursor, progress: progressAt(list, item, span) },
          record,
        }
      }
      more = page.hasMore && page.items.length > 0
    }
  }
}

const names: Readonly<Record<List, string>> = { charges: 'The charge', refunds: 'The refund', disputes: 'The dispute' }

const unix = (instant: Date): string => String(Math.floor(instant.getTime() / 1000))

/** Every list is a third of the way, and goes from the end of the span to its start. */
function progressAt(list: List, item: unknown, { start, end }: { start: Date; end: Date }): number {
  const read = Listed.safeParse(item)
  const share = read.success ? (end.getTime() - read.data.created.getTime()) / (end.getTime() - start.getTime()) : 0
  return (syncedLists.indexOf(list) + share) / syncedLists.length
}

/** What the webhooks about a listed thing would tell; nothing where no money moved. */
function messagesOf(list: List, item: unknown, askedAt: Date) {
  const { created } = readBody(Listed, item)
  return eventsOf(list, item, created, new Date(askedAt.getTime() - clockToleranceMs)).flatMap(({ type, at, object }) => {
    const message = toDomain({ id: 'listed', type, created: Math.floor(at.getTime() / 1000), data: { object } })
    return message.kind === 'ignored' ? [] : [message]
  })
}

interface Told {
  type: string
  at: Date
  object: unknown
}

/** A list says how things stand now by our clock, and what changed shortly before may have been told as newer. */
function eventsOf(list: List, item: unknown, created: Date, seenAt: Date): Told[] {
  const at = seenAt > created ? seenAt : created
  if (list === 'refunds') return [{ type: 'refund.updated', at, object: item }]
  if (list === 'disputes') return [{ type: 'charge.dispute.updated', at, object: item }]
  const { status, payment_intent: intent } = readBody(ListedCharge, item)
  if (status !== 'succeeded') return []
  const charged = { type: 'charge.succeeded', at: created, object: item }
  return Paid.safeParse(intent).success ? [charged, { type: 'payment_intent.succeeded', at: created, object: intent }] : [charged]
}
