import { z } from 'zod'
import type { InvoiceMessage, PurchaseMessage } from '../../modules/payments/service/index.ts'
import { knownAsOf } from '../known-as-of.ts'
import { textAt } from '../message-text.ts'
import { readBody } from '../read-body.ts'
import type { SyncItem, SyncRequest, SyncSource } from '../sync-source.ts'
import { takeListed } from '../take-listed.ts'
import { seconds } from '../wire-values.ts'
import { askForPage } from './ask.ts'
import { type TakenBack, takenBackOf, TakenBackPlace, takenBackStart, wasTakenBack } from './taken-back.ts'
import { toDomain } from './to-domain.ts'

/**
 * What is gone through, in this order: what ties a purchase to its subscription and its checkout is known before the purchase, which then
 * is made whole, and a purchase is there before what was taken back of it.
 */
export const syncedLists = ['invoices', 'checkout/sessions', 'charges', 'refunds', 'disputes'] as const
type List = (typeof syncedLists)[number]

/** As many as Stripe gives in one answer. */
const pageSize = '100'

/** Invoices and checkouts are made before they are paid: by at most so many days, but for a few. */
const openAtMostDays = 60

/** Which list, and after which of its items, of which something may have been taken back; Stripe lists the newest first. */
const Cursor = z.object({ list: z.enum(syncedLists), after: z.string().nullable(), takenBack: TakenBackPlace.nullish() })
type Cursor = z.output<typeof Cursor>

const Listed = z.object({ id: z.string().min(1), created: seconds })
const ListedCharge = z.object({ status: z.string(), payment_intent: z.unknown() })
const Paid = z.object({ status: z.literal('succeeded') })
const ListedInvoice = z.object({
  id: z.string().min(1),
  status: z.string().nullish(),
  payments: z.object({ data: z.array(z.unknown()) }).nullish(),
  payment_intent: z.unknown().optional(),
  charge: z.unknown().optional(),
})
const Paying = z.object({ status: z.literal('paid') })

/**
 * The charges, refunds and disputes that were made within the span, with the invoices and checkouts that they may be of, each as the
 * webhooks about it tell it: one that is known is the same payment, and what got lost of it is found. What was taken back of such a charge
 * on other days is found too: the payment of a past day is worth what is left of it now.
 */
export const syncPayments: SyncSource = async function* (request, { outbound }) {
  const { connection, credentials, requestId, span } = request
  const caller = { outbound, connection, apiKey: credentials.apiKey, requestId }
  let cursor: Cursor = request.cursor === null ? startOf(syncedLists[0]) : Cursor.parse(request.cursor)

  /** What was taken back of the charge at which the cursor is, from where that was gone through. */
  async function* ofCharge(progress: number): AsyncGenerator<SyncItem> {
    const { list, after, takenBack } = cursor
    if (after === null || !takenBack) return
    const positionAt = (place: TakenBackPlace | null) => ({ cursor: { list, after, takenBack: place }, progress })
    for await (const each of takenBackOf(caller, after, takenBack, positionAt)) yield itemOfCharge(request, each)
  }

  yield* ofCharge(0)
  for (const list of syncedLists.slice(syncedLists.indexOf(cursor.list))) {
    if (list !== cursor.list) cursor = startOf(list)
    for (let more = true; more;) {
      const page = await askForPage(caller, list, {
        ...createdWithin(list, span),
        limit: pageSize,
        ...(cursor.after === null ? {} : { starting_after: cursor.after }),
      })
      for (const item of page.items) {
        const takenBack = list === 'charges' && wasTakenBack(item) ? takenBackStart : null
        cursor = { list, after: textAt(item, 'id') ?? cursor.after, takenBack }
        const progress = progressAt(list, item, span)
        yield {
          name: nameOf(list, item),
          position: { cursor, progress },
          record: takeListed(request, () => messagesOf(list, item, page.askedAt), { isTie: isTie(list) }),
        }
        yield* ofCharge(progress)
      }
      more = page.hasMore && page.items.length > 0
    }
    const next = syncedLists[syncedLists.indexOf(list) + 1]
    // An empty list is behind as well: whoever is cut off now does not ask for it again.
    if (next) yield { name: list, position: { cursor: startOf(next), progress: placeOf(next) }, record: null }
  }
}

const startOf = (list: List): Cursor => ({ list, after: null, takenBack: null })

/**
 * A refund or dispute of a charge. Those of the span are told where their own list is gone through, which comes later; of the others only
 * those that change something are records that people count.
 */
function itemOfCharge(request: SyncRequest, { list, found, position }: TakenBack): SyncItem {
  if (found === null) return { name: list, position, record: null }
  const { item, askedAt } = found
  const { start, end } = request.span
  const created = Listed.safeParse(item).data?.created
  const isToldLater = created !== undefined && created >= start && created < end
  const record = takeListed(request, () => messagesOf(list, item, askedAt), { isTie: true })
  return { name: nameOf(list, item), position, record: isToldLater ? null : record }
}

const names: Readonly<Record<List, string>> = {
  invoices: 'The invoice',
  'checkout/sessions': 'The checkout',
  charges: 'The charge',
  refunds: 'The refund',
  disputes: 'The dispute',
}

const nameOf = (list: List, item: unknown): string => `${names[list]} ${textAt(item, 'id') ?? ''}`.trim()

/** What tells of payments that it makes none of. */
const isTie = (list: List): boolean => list === 'invoices' || list === 'checkout/sessions'

const unix = (instant: Date): string => String(Math.floor(instant.getTime() / 1000))

type Span = { start: Date; end: Date }

const spanOf = (list: List, { start, end }: Span): Span => ({
  start: isTie(list) ? new Date(start.getTime() - openAtMostDays * 86_400_000) : start,
  end,
})

function createdWithin(list: List, span: Span): Record<string, string> {
  const { start, end } = spanOf(list, span)
  return { 'created[gte]': unix(start), 'created[lt]': unix(end) }
}

/** Every list is an equal part of the way, and goes from the end of the span to its start. */
function progressAt(list: List, item: unknown, span: Span): number {
  const { start, end } = spanOf(list, span)
  const read = Listed.safeParse(item)
  const share = read.success ? (end.getTime() - read.data.created.getTime()) / (end.getTime() - start.getTime()) : 0
  return placeOf(list) + share / syncedLists.length
}

const placeOf = (list: List): number => syncedLists.indexOf(list) / syncedLists.length

/** What the webhooks about a listed thing would tell; nothing where no money moved. */
function messagesOf(list: List, item: unknown, askedAt: Date) {
  const { created } = readBody(Listed, item)
  return eventsOf(list, item, created, knownAsOf(askedAt)).flatMap(({ type, at, object }) => {
    const message = toDomain({ id: 'listed', type, created: Math.floor(at.getTime() / 1000), data: { object } })
    if (message.kind === 'ignored') return []
    return list === 'checkout/sessions' && message.kind === 'purchase' ? [tieOf(textAt(item, 'id') ?? '', message)] : [message]
  })
}

/**
 * When a checkout was paid, its list does not say: so what it knows of its payment is kept with it, as an invoice's is, and makes no
 * payment by itself.
 */
const tieOf = (
  invoiceRef: string,
  { subscriptionRef, billingTurn, purchaseRef, customer, metadata, clientReference }: PurchaseMessage,
): InvoiceMessage => ({ kind: 'invoice', invoiceRef, subscriptionRef, billingTurn, purchaseRef, customer, metadata, clientReference })

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
  if (list === 'checkout/sessions') return [{ type: 'checkout.session.completed', at: created, object: item }]
  if (list === 'invoices') return ofInvoice(item, created)
  const { status, payment_intent: intent } = readBody(ListedCharge, item)
  if (status !== 'succeeded') return []
  const charged = { type: 'charge.succeeded', at: created, object: item }
  return Paid.safeParse(intent).success ? [charged, { type: 'payment_intent.succeeded', at: created, object: intent }] : [charged]
}

/** First of its payments, which older versions of the API name in the invoice itself, then of itself. */
function ofInvoice(item: unknown, at: Date): Told[] {
  const { id, status, payments, payment_intent, charge } = readBody(ListedInvoice, item)
  const paid = payments ? payments.data.filter((payment) => Paying.safeParse(payment).success) : []
  const own = payment_intent || charge ? [{ id, invoice: id, payment: { payment_intent, charge } }] : []
  return status === 'paid'
    ? [...[...paid, ...own].map((object) => ({ type: 'invoice_payment.paid', at, object })), { type: 'invoice.paid', at, object: item }]
    : paid.map((object) => ({ type: 'invoice_payment.paid', at, object }))
}
