import { z } from 'zod'
import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import { recordBooking } from '../../modules/events/service/index.ts'
import { ensureCallType } from '../../modules/roster/service/index.ts'
import { textAt } from '../message-text.ts'
import { behindPlace } from '../page-place.ts'
import { readBody, unreadable } from '../read-body.ts'
import type { SyncItem, SyncRequest, SyncSource } from '../sync-source.ts'
import { ask, type CalendlyCaller, PageForgotten, pathOf, whoIs } from './ask.ts'
import { CalendlyPage, ListedEvent, ListedEventType, ListedInvitee } from './payload.ts'
import { ofListed } from './to-domain.ts'

/** As many as Calendly gives in one answer. */
const pageSize = '100'

/** First the kinds of call, then the calls in the order in which they take place. Every item moves it, so that no turn begins where the last did. */
const Cursor = z.object({
  organization: z.string(),
  /** How many of the kinds of call are behind it. */
  callTypes: z.int().default(0),
  calls: z
    .object({
      /** From when on the list was asked for, and on which of its pages this is. */
      from: z.iso.datetime(),
      page: z.string().nullable(),
      /** How many of that page’s calls are behind it, and which was the last of them: the page may have shifted. */
      done: z.int().default(0),
      after: z.string().nullable(),
      /** The call that is gone through, where that is not over, and how many of those who were booked for it are behind it. */
      within: z.object({ call: z.string(), done: z.int() }).nullable().default(null),
      /** When the last call begins: from where the list is asked for anew, should its page be forgotten. */
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
  if (!cursor?.calls) yield* callTypes(listing, cursor?.callTypes ?? 0)
  const from = request.span.start.toISOString()
  yield* calls(listing, cursor?.calls ?? { from, page: null, done: 0, after: null, within: null, reached: from })
}

/** The kinds of call that can be booked. There are few: where this stops halfway, those that are behind it are passed over. */
async function* callTypes(listing: Listing, behind: number): AsyncGenerator<SyncItem> {
  const { organization } = listing
  let done = 0
  for await (const { items } of pagesOf(listing, '/event_types', { organization, sort: 'name:asc' }, null)) {
    for (const item of items) {
      done += 1
      if (done <= behind) continue
      yield {
        name: 'A kind of call',
        position: { cursor: { organization, callTypes: done, calls: null } satisfies Cursor, progress: 0 },
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
    yield* callsFrom(listing, { ...at, from: at.reached, page: null, done: 0, after: null })
  }
}

async function* callsFrom(listing: Listing, cursor: CallsCursor): AsyncGenerator<CallItem> {
  const { organization, request } = listing
  const { start, end } = request.span
  const query = { organization, min_start_time: cursor.from, max_start_time: end.toISOString(), sort: 'start_time:asc' }
  let at = cursor
  const positionAt = (calls: CallsCursor) => ({
    cursor: { organization, callTypes: 0, calls },
    progress: (Date.parse(calls.reached) - start.getTime()) / (end.getTime() - start.getTime()),
  })
  for await (const { items, page } of pagesOf(listing, '/scheduled_events', query, cursor.page)) {
    const behind = page === cursor.page ? behindPlace(items, cursor, uriOf) : 0
    for (const [index, item] of [...items.entries()].slice(behind)) {
      const passed = { ...at, page, done: index + 1, after: uriOf(item), within: null }
      const read = ListedEvent.safeParse(item)
      if (!read.success) {
        at = passed
        yield { name: 'A call', position: positionAt(at), record: () => Promise.reject(unreadable(read.error)) }
        continue
      }
      const call = read.data
      if (call.start_time < start || call.start_time >= end) continue
      const before = at
      at = { ...passed, reached: call.start_time.toISOString() }
      yield* bookings(listing, call, { before, after: at, positionAt })
    }
  }
}

/** Everybody who was booked for a call. Where this stops between two of them, those that are behind it are passed over. */
async function* bookings(
  listing: Listing,
  call: ListedEvent,
  { before, after, positionAt }: { before: CallsCursor; after: CallsCursor; positionAt: (calls: CallsCursor) => CallItem['position'] },
): AsyncGenerator<CallItem> {
  const { actor, connection } = listing.request
  const name = `${call.name ?? 'A call'}, ${call.start_time.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const path = pathOfCall(call.uri)
  if (path === null) {
    const odd = new UnreadableMessage('uri', 'is no address of a call')
    yield { name, position: positionAt(after), record: () => Promise.reject(odd) }
    return
  }
  const behind = before.within?.call === call.uri ? before.within.done : 0
  let held: Omit<CallItem, 'position'> = { name, record: null }
  let done = 0
  for await (const { items, askedAt } of pagesOf(listing, `${path}/invitees`, { sort: 'created_at:asc' }, null)) {
    for (const item of items) {
      if (held.record) yield { ...held, position: positionAt({ ...before, within: { call: call.uri, done } }) }
      done += 1
      if (done <= behind) continue
      held = {
        name,
        async record(tx) {
          const message = ofListed(readBody(ListedInvitee, item), call, askedAt)
          return (await recordBooking({ actor, input: { message, connectionId: connection.connectionId }, tx })).change
        },
      }
    }
  }
  yield { ...held, position: positionAt(after) }
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

/** Where a call is asked for, as its address names it at its end; null where that is no address of a call. */
function pathOfCall(uri: string): string | null {
  const id = /\/scheduled_events\/([\w-]+)$/.exec(uri)?.[1]
  return id === undefined ? null : `/scheduled_events/${id}`
}
