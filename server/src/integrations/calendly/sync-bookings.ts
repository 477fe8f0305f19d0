import { z } from 'zod'
import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import { recordBooking } from '../../modules/events/service/index.ts'
import { ensureCallType } from '../../modules/roster/service/index.ts'
import { textAt } from '../message-text.ts'
import { readBody, unreadable } from '../read-body.ts'
import type { SyncItem, SyncRequest, SyncSource } from '../sync-source.ts'
import { ask, type CalendlyCaller, PageForgotten, pathOf, whoIs } from './ask.ts'
import { CalendlyPage, ListedEvent, ListedEventType, ListedInvitee } from './payload.ts'
import { ofListed } from './to-domain.ts'

/** As many as Calendly gives in one answer. */
const pageSize = '100'

/** First the kinds of call, then the calls in the order in which they take place. */
const Cursor = z.object({
  organization: z.string(),
  calls: z
    .object({
      /** From when on the list was asked for, on which of its pages this is, and after which call of that. */
      from: z.iso.datetime(),
      page: z.string().nullable(),
      after: z.string().nullable(),
      /** When that call begins: from where the list is asked for anew, should its page be forgotten. */
      reached: z.iso.datetime(),
    })
    .nullable(),
})
type Cursor = z.output<typeof Cursor>
type CallsCursor = NonNullable<Cursor['calls']>

interface Listing extends CalendlyCaller {
  request: SyncRequest
  organization: string
}

/**
 * The calls of Calendly's organization that begin within the span, with everybody who was booked for them, each as the webhook about it
 * tells it: one that is known is the same event, and a cancellation, move or no-show that got lost is found.
 */
export const syncBookings: SyncSource = async function* (request, { outbound }) {
  const caller = { outbound, connection: request.connection, apiKey: request.credentials.apiKey, requestId: request.requestId }
  const cursor = request.cursor === null ? null : Cursor.parse(request.cursor)
  const listing = { ...caller, request, organization: cursor?.organization ?? (await whoIs(caller)).organization }
  if (!cursor?.calls) yield* callTypes(listing)
  const from = request.span.start.toISOString()
  yield* calls(listing, cursor?.calls ?? { from, page: null, after: null, reached: from })
}

/** The kinds of call that can be booked. There are few: where this stops halfway, it begins again. */
async function* callTypes(listing: Listing): AsyncGenerator<SyncItem> {
  const { organization } = listing
  const position = { cursor: { organization, calls: null } satisfies Cursor, progress: 0 }
  for await (const { items } of pagesOf(listing, '/event_types', { organization, sort: 'name:asc' }, null)) {
    for (const item of items) {
      yield {
        name: 'A kind of call',
        position,
        async record(tx) {
          const { uri: ref, name, active } = readBody(ListedEventType, item)
          if (name !== null && active !== false) await ensureCallType(tx, { ref, name })
          return 'beside'
        },
      }
    }
  }
}

/** An item of the list of calls: how far that came is known to whoever asks for it anew. */
type CallItem = SyncItem & { position: { cursor: { calls: CallsCursor } } }

async function* calls(listing: Listing, cursor: CallsCursor): AsyncGenerator<SyncItem> {
  let at = cursor
  try {
    for await (const item of callsFrom(listing, cursor)) {
      at = item.position.cursor.calls
      yield item
    }
  } catch (error) {
    if (!(error instanceof PageForgotten)) throw error
    // Asked for anew from the call that was reached: what was taken in already is nothing new.
    yield* callsFrom(listing, { ...at, from: at.reached, page: null, after: null })
  }
}

async function* callsFrom(listing: Listing, cursor: CallsCursor): AsyncGenerator<CallItem> {
  const { organization, request } = listing
  const { start, end } = request.span
  const query = { organization, min_start_time: cursor.from, max_start_time: end.toISOString(), sort: 'start_time:asc' }
  let at = cursor
  const positionAt = (calls: CallsCursor) => ({
    cursor: { organization, calls },
    progress: (Date.parse(calls.reached) - start.getTime()) / (end.getTime() - start.getTime()),
  })
  for await (const { items, page } of pagesOf(listing, '/scheduled_events', query, cursor.page)) {
    const done = page === cursor.page && cursor.after !== null ? items.findIndex((item) => uriOf(item) === cursor.after) : -1
    for (const item of items.slice(done + 1)) {
      const read = ListedEvent.safeParse(item)
      if (!read.success) {
        yield { name: 'A call', position: positionAt(at), record: () => Promise.reject(unreadable(read.error)) }
        continue
      }
      const call = read.data
      if (call.start_time < start || call.start_time >= end) continue
      const before = positionAt(at)
      at = { ...at, page, after: call.uri, reached: call.start_time.toISOString() }
      yield* bookings(listing, call, { before, after: positionAt(at) })
    }
  }
}

/** Everybody who was booked for a call. Where this stops between two of them, it begins again with the first. */
async function* bookings(
  listing: Listing,
  call: ListedEvent,
  { before, after }: Record<'before' | 'after', CallItem['position']>,
): AsyncGenerator<CallItem> {
  const { actor, connection } = listing.request
  const name = `${call.name ?? 'A call'}, ${call.start_time.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  let held: Omit<CallItem, 'position'> = { name, record: null }
  for await (const { items, askedAt } of pagesOf(listing, `${pathIn(call.uri)}/invitees`, { sort: 'created_at:asc' }, null)) {
    for (const item of items) {
      if (held.record) yield { ...held, position: before }
      held = {
        name,
        async record(tx) {
          const message = ofListed(readBody(ListedInvitee, item), call, askedAt)
          return (await recordBooking({ actor, input: { message, connectionId: connection.connectionId }, tx })).change
        },
      }
    }
  }
  yield { ...held, position: after }
}

interface Page {
  items: readonly unknown[]
  /** By which it is asked for; null for the first. */
  page: string | null
  askedAt: Date
}

async function* pagesOf(
  caller: CalendlyCaller,
  path: string,
  query: Readonly<Record<string, string>>,
  from: string | null,
): AsyncGenerator<Page> {
  for (let page = from; ;) {
    const { answer, askedAt } = await ask(caller, pathOf(path, { ...query, count: pageSize, page_token: page }), CalendlyPage)
    yield { items: answer.collection, page, askedAt }
    page = answer.pagination.next_page_token
    if (page === null) return
  }
}

const uriOf = (item: unknown): string | null => textAt(item, 'uri')

/** Where a call is asked for: its address names it at its end. */
function pathIn(uri: string): string {
  const id = /\/scheduled_events\/([\w-]+)$/.exec(uri)?.[1]
  if (id === undefined) throw new UnreadableMessage('uri', 'is no address of a call')
  return `/scheduled_events/${id}`
}
