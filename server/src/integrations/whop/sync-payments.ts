import { z } from 'zod'
import type { PaymentMessage } from '../../modules/payments/service/index.ts'
import { knownAsOf } from '../known-as-of.ts'
import { textAt } from '../message-text.ts'
import { behindPlace } from '../page-place.ts'
import { readBody } from '../read-body.ts'
import type { SyncRequest, SyncSource } from '../sync-source.ts'
import { takeListed } from '../take-listed.ts'
import { askForPage, type WhopList, whoIs, whopLists } from './ask.ts'
import { latest } from './latest.ts'
import { WhopListed, WhopListedPayment } from './payload.ts'
import { toDomain } from './to-domain.ts'

/** Whop names no largest page for every list; its older lists give at most so many in one answer. */
const pageSize = '50'

/** Payments are made before they go through, and memberships before their first payment: by at most so many days, but for a few. */
const openAtMostDays = 60

/** Which list, which of its pages, and how far that was gone through; what came first stands first, so pages do not shift. */
const Cursor = z.object({
  company: z.string(),
  list: z.enum(whopLists),
  page: z.string().nullable(),
  done: z.int(),
  after: z.string().nullable(),
})
type Cursor = z.output<typeof Cursor>

/**
 * The payments that went through within the span, the refunds and disputes that were made since it began, and the memberships that they may
 * be of, each as the webhook about it tells it: one that is known is the same payment, and what got lost of it is found.
 */
export const syncPayments: SyncSource = async function* (request, { outbound }) {
  const { connection, credentials, requestId, span } = request
  const caller = { outbound, connection, apiKey: credentials.apiKey, requestId }
  const begun = request.cursor === null ? null : Cursor.parse(request.cursor)
  const company = begun?.company ?? (await whoIs(caller)).company
  let cursor: Cursor = begun ?? { company, list: whopLists[0], page: null, done: 0, after: null }
  for (const list of whopLists.slice(whopLists.indexOf(cursor.list))) {
    if (list !== cursor.list) cursor = { company, list, page: null, done: 0, after: null }
    const within = spanOf(list, span)
    for (let page = cursor.page; ;) {
      const { items, next, askedAt } = await askForPage(caller, list, {
        company_id: company,
        ...createdWithin(within),
        first: pageSize,
        after: page,
      })
      const behind = page === cursor.page ? behindPlace(items, cursor, idOf) : 0
      for (const [index, item] of [...items.entries()].slice(behind)) {
        cursor = { company, list, page, done: index + 1, after: idOf(item) }
        yield {
          name: `${names[list]} ${idOf(item) ?? ''}`.trim(),
          position: { cursor, progress: progressAt(list, item, within) },
          record: takeListed(request, () => messagesOf(list, item, { askedAt, span }), { isTie: isTie(list, item, span) }),
        }
      }
      if (next === null) break
      page = next
    }
  }
}

const names: Readonly<Record<WhopList, string>> = {
  payments: 'The payment',
  refunds: 'The refund',
  disputes: 'The dispute',
  memberships: 'The membership',
}

const idOf = (item: unknown): string | null => textAt(item, 'id')

/** To which instant a list is read; to its end where there is none. */
type Span = { start: Date; end: Date | null }

/**
 * Refunds and disputes may be of a payment of the span, whenever they were made, and a list of them cannot be asked for those of one payment
 * alone: they are read up to now, so that such a payment is worth what is left of it.
 */
const spanOf = (list: WhopList, { start, end }: SyncRequest['span']): Span =>
  list === 'payments' || list === 'memberships'
    ? { start: new Date(start.getTime() - openAtMostDays * 86_400_000), end }
    : { start, end: null }

/** What makes no payment, nor was made within the span: it counts where it changes something. */
function isTie(list: WhopList, item: unknown, { end }: SyncRequest['span']): boolean {
  if (list === 'memberships') return true
  const created = WhopListed.safeParse(item).data?.created_at ?? null
  return list !== 'payments' && created !== null && created >= end
}

/** Whether its bounds belong to it is not said by Whop: what lies on them, or beyond, is looked at here. */
const createdWithin = ({ start, end }: Span): Record<string, string> => ({
  created_after: new Date(start.getTime() - 1).toISOString(),
  ...(end === null ? {} : { created_before: end.toISOString() }),
})

/** Every list is an equal part of the way, and goes from the start of the span to its end. */
function progressAt(list: WhopList, item: unknown, { start, end }: Span): number {
  const created = WhopListed.safeParse(item).data?.created_at ?? start
  const share = (created.getTime() - start.getTime()) / ((end ?? new Date()).getTime() - start.getTime())
  return (whopLists.indexOf(list) + Math.min(share, 1)) / whopLists.length
}

const kinds: Readonly<Record<WhopList, string>> = {
  payments: 'payment.succeeded',
  refunds: 'refund.updated',
  disputes: 'dispute.updated',
  memberships: 'membership.activated',
}

/** What the webhook about a listed thing would tell; nothing where no money came in, or where that was on other days. */
function messagesOf(
  list: WhopList,
  item: unknown,
  { askedAt, span }: { askedAt: Date; span: SyncRequest['span'] },
): readonly PaymentMessage[] {
  const { created_at: created, updated_at: updated } = readBody(WhopListed, item)
  if (!isOfSpan(list, item, created ?? null, span)) return []
  const timestamp = latest(knownAsOf(askedAt), created, updated)
  const message = toDomain({ id: 'listed', type: kinds[list], timestamp: timestamp.toISOString(), data: item })
  return message.kind === 'ignored' ? [] : [message]
}

function isOfSpan(list: WhopList, item: unknown, created: Date | null, { start, end }: SyncRequest['span']): boolean {
  if (list === 'memberships') return true
  if (list !== 'payments') return created === null || created >= start
  const at = paidAt(item, created)
  return at !== null && at >= start && at < end
}

/** Payments in these states did not go through, whatever else is said of them. */
const unpaid = new Set(['draft', 'open', 'pending', 'uncollectible', 'void'])

/** When the money of a listed payment came in; null where none did. */
function paidAt(item: unknown, created: Date | null): Date | null {
  const { status, paid_at: paid } = readBody(WhopListedPayment, item)
  if (status !== null && unpaid.has(status)) return null
  return paid ?? (status === 'paid' ? created : null)
}
