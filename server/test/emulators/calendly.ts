import { type CalendlyWebhooks, calendlyWebhooks } from './calendly-webhooks.ts'
import { type Asked, type Emulator, startEmulator } from './emulator.ts'

export interface CalendlyEmulator extends Emulator {
  /** The personal access token that is accepted; another one can be given out in its place. */
  token: string
  webhooks: CalendlyWebhooks
  /** What a webhook of Calendly's would tell happens here, whether or not that webhook is ever delivered. */
  happen(...bodies: object[]): void
  /** A call as it is listed, whatever is wrong with it. */
  list(call: object): void
  /** Another kind of call that can be booked. */
  offer(eventType: object): void
  /** How many items a page has at the most. */
  largestPage: number
  /** The token's owner is no admin: it sees their own calls alone. */
  isAdmin: boolean
  /** Knows no page token any more that it gave out. */
  forgetPages(): void
  /** How many items the answers had, the largest one. */
  readonly largestAnswer: number
}

type Fields = Record<string, unknown>
const organization = 'https://api.calendly.com/organizations/11112222-3333-4444-5555-666677778888'
const user = 'https://api.calendly.com/users/aaaabbbb-2222-4333-8444-ccccddddeeee'
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Calendly's API, as far as Clinch uses it: calls and who was booked for them, and webhooks, behind a personal access token. */
export async function startCalendly(): Promise<CalendlyEmulator> {
  const calls = new Map<string, Fields>()
  const invitees = new Map<string, Map<string, Fields>>()
  const eventTypes = [...usualEventTypes]
  const state = { token: 'calendly-token-8d1f0b6e2c4a', largestPage: 100, isAdmin: true, pages: 0, largestAnswer: 0 }
  const webhooks = calendlyWebhooks({ organization, user, isAdmin: () => state.isAdmin })

  const paged = (items: readonly Fields[], keyOf: (item: Fields) => string, query: URLSearchParams) => {
    const [from, generation] = (query.get('page_token') ?? `|${state.pages}`).split('|')
    if (generation !== String(state.pages)) return { status: 400, body: { title: 'Invalid Argument', message: 'page_token is unknown' } }
    const count = Math.min(Number(query.get('count') ?? 20), state.largestPage)
    const rest = items.filter((item) => !from || keyOf(item) > from)
    const page = rest.slice(0, count)
    state.largestAnswer = Math.max(state.largestAnswer, page.length)
    const last = page.at(-1)
    const next = last && rest.length > page.length ? `${keyOf(last)}|${state.pages}` : null
    return { status: 200, body: { collection: page, pagination: { count: page.length, next_page: null, next_page_token: next } } }
  }

  const listed = (query: URLSearchParams) => {
    const [from, to] = [query.get('min_start_time') ?? '', query.get('max_start_time') ?? '9']
    const key = (call: Fields) => `${textOf(call.start_time).slice(0, 19)} ${textOf(call.uri)}`
    const within = [...calls.values()].filter(
      ({ start_time: at }) => textOf(at).slice(0, 19) >= from.slice(0, 19) && textOf(at).slice(0, 19) <= to.slice(0, 19),
    )
    return paged(
      within.sort((one, other) => (key(one) < key(other) ? -1 : 1)),
      key,
      query,
    )
  }

  const answer = (asked: Asked) => {
    const { path, query, authorization } = asked
    if (authorization !== `Bearer ${state.token}`)
      return { status: 401, body: { title: 'Unauthenticated', message: 'The access token is invalid' } }
    if (path === '/users/me')
      return { status: 200, body: { resource: { uri: user, name: 'Olive Owner', current_organization: organization } } }
    if (path.startsWith('/webhook_subscriptions')) return webhooks.answer(asked)
    const [, call] = /^(\/scheduled_events\/[\w-]+)\/invitees$/.exec(path) ?? []
    if (call !== undefined) {
      const booked = [...(invitees.get(`https://api.calendly.com${call}`) ?? new Map<string, Fields>()).values()]
      return paged(booked, ({ uri }) => textOf(uri), query)
    }
    if (query.get('organization') !== organization) return { status: 400, body: { title: 'Invalid Argument' } }
    if (!state.isAdmin) return { status: 403, body: { title: 'Permission Denied' } }
    if (path === '/event_types')
      return paged(
        eventTypes.toSorted((one, other) => (textOf(one.uri) < textOf(other.uri) ? -1 : 1)),
        ({ uri }) => textOf(uri),
        query,
      )
    return path === '/scheduled_events' ? listed(query) : { status: 404, body: { title: 'Resource Not Found' } }
  }

  const emulator = await startEmulator('', answer)
  return {
    ...emulator,
    webhooks,
    get token() {
      return state.token
    },
    set token(token) {
      state.token = token
    },
    happen(...bodies) {
      for (const { event: kind, payload } of bodies as { event: string; payload: Fields }[]) {
        const { scheduled_event: call, ...told } = payload
        const callUri = textOf(payload.event)
        calls.set(callUri, { ...(call as Fields), uri: callUri })
        const booked = invitees.get(callUri) ?? new Map<string, Fields>()
        invitees.set(callUri, booked)
        const known = booked.get(textOf(told.uri)) ?? told
        booked.set(textOf(told.uri), { ...known, ...changeIn(kind, told) })
      }
    },
    list: (call) => void calls.set(textOf((call as Fields).uri), call as Fields),
    offer: (eventType) => void eventTypes.push(eventType as Fields),
    forgetPages: () => void (state.pages += 1),
    get largestPage() {
      return state.largestPage
    },
    set largestPage(count) {
      state.largestPage = count
    },
    get isAdmin() {
      return state.isAdmin
    },
    set isAdmin(isAdmin) {
      state.isAdmin = isAdmin
    },
    get largestAnswer() {
      return state.largestAnswer
    },
  }
}

/** What of an invitee a message of this kind changes. */
function changeIn(kind: string, told: Fields): Fields {
  const { status, rescheduled, new_invitee, cancellation, no_show } = told
  if (kind === 'invitee.canceled') return { status: status ?? 'canceled', rescheduled, new_invitee, cancellation }
  return kind.startsWith('invitee_no_show.') ? { no_show } : {}
}

const usualEventTypes: readonly Fields[] = [
  { uri: 'https://api.calendly.com/event_types/8d1a2b3c-1111-4c4c-9d9d-0000000000e1', name: 'Strategy Call', active: true },
  { uri: 'https://api.calendly.com/event_types/8d1a2b3c-1111-4c4c-9d9d-0000000000e2', name: 'Follow-up', active: true },
  { uri: 'https://api.calendly.com/event_types/8d1a2b3c-1111-4c4c-9d9d-0000000000e3', name: 'Retired call', active: false },
]
